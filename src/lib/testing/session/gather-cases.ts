import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readProject } from '../../../core/config/project.js';
import { userError } from '../../../core/errors.js';
import { packageRoot } from '../../../core/package-root.js';
import { sloPath } from '../../project/service-levels.js';
import type { TestCase } from '../case.js';
import { loadScenarios } from '../load/load-scenarios.js';
import { chosen } from '../run/run-all.js';
import { scenarioCase } from '../scenario/scenario-case.js';
import { suiteCases, suiteNames } from '../suites/index.js';
import type { SessionRequest } from './request.js';

/** Folder of the journeys that ship with the platform. */
export function shippedScenarios(): string {
  return join(packageRoot(), 'templates', 'ancillary', 'scenarios');
}

/**
 * The cases of a run, chosen by `--grep`. Errors: SCENARIOS_INVALID with every fault of every file, SCENARIO_MISSING,
 * SUITE_UNKNOWN, NOTHING_TO_RUN.
 */
export async function gatherCases(request: SessionRequest): Promise<TestCase[]> {
  const { projectDir, grep } = request;
  const suites = suiteNames(request.suites);
  const { scenarios, diagnostics } = await loadScenarios(scenarioPaths({ ...request, suites }));
  const faults = diagnostics.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw userError('SCENARIOS_INVALID', { diagnostics: faults });
  const cases = scenarios.map((one) =>
    scenarioCase(one, one.file.startsWith(packageRoot()) ? packageRoot() : projectDir),
  );
  const all = [...cases, ...(await suiteCases(suites, request))];
  const wanted = chosen(all, grep);
  if (wanted.length > 0) return wanted;
  throw userError('NOTHING_TO_RUN', {
    why: all.length > 0 ? `None of ${all.length} cases fits --grep.` : 'There are no scenarios.',
  });
}

/** What was named; else, unless suites were, the project's folder of scenarios, or the shipped journeys. */
function scenarioPaths({ paths, suites, projectDir }: SessionRequest): string[] {
  const journeys = suites.includes('journeys') ? [shippedScenarios()] : [];
  if (paths.length > 0) return [...paths, ...journeys];
  if (suites.length > 0) return journeys;
  return [scenarioFolder(projectDir)];
}

/** The project's folder of scenarios; the shipped one when it has none. */
export function scenarioFolder(projectDir: string): string {
  const own = resolve(projectDir, settingsOf(projectDir).scenarios);
  return existsSync(own) ? own : shippedScenarios();
}

/** What `--watch` looks at: scenarios, tenants, the template with its functions, the objectives. */
export function watchedPaths(request: SessionRequest): string[] {
  const { projectDir } = request;
  const settings = settingsOf(projectDir);
  const template = settings.template ?? join(packageRoot(), 'templates', 'ancillary', 'template.yaml');
  const own = ['arcube.yaml', sloPath(projectDir), settings.tenants].map((path) => resolve(projectDir, path));
  return [...scenarioPaths(request), dirname(resolve(projectDir, template)), ...own];
}

function settingsOf(projectDir: string): {
  scenarios: string;
  tenants: string;
  template?: string;
} {
  const file = join(projectDir, 'arcube.yaml');
  const { value } = existsSync(file) ? readProject(file) : {};
  const { scenarios = 'scenarios', tenants = 'tenants', template } = value ?? {};
  return { scenarios, tenants, ...(template !== undefined && { template }) };
}
