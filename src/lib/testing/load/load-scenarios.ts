import type { Diagnostic } from '../../../core/diagnostics.js';
import type { Scenario } from '../../../core/scenario/model.js';
import { readScenario } from '../../../core/scenario/read-scenario.js';
import { findScenarioFiles, isCode } from './find-files.js';

/** Every scenario below some paths, and every fault of their files. Errors: SCENARIO_MISSING. */
export async function loadScenarios(
  paths: readonly string[],
): Promise<{ scenarios: Scenario[]; diagnostics: Diagnostic[] }> {
  const scenarios: Scenario[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of findScenarioFiles(paths)) {
    const readings = isCode(file)
      ? await (await import('./load-code.js')).loadCode(file)
      : [readScenario(file)];
    for (const { scenario, diagnostics: found } of readings) {
      if (scenario) scenarios.push(scenario);
      diagnostics.push(...found);
    }
  }
  diagnostics.push(...repeatedNames(scenarios));
  return { scenarios, diagnostics };
}

/** Two scenarios of a file must not be called the same: reports and `--grep` could not tell them apart. */
function repeatedNames(scenarios: readonly Scenario[]): Diagnostic[] {
  const seen = new Set<string>();
  return scenarios.flatMap(({ file, name, place }) => {
    const key = `${file}\n${name}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        severity: 'error' as const,
        code: 'DUPLICATE_SCENARIO',
        message: `Two scenarios of the file are called \`${name}\`.`,
        remedy: 'Give each a name of its own.',
        place,
      },
    ];
  });
}
