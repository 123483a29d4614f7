import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildFailure, Message, Plugin } from 'esbuild';
import type { Diagnostic, SourcePlace } from '../../../core/diagnostics.js';
import { builtFile, packageRoot } from '../../../core/package-root.js';
import { isDefinedScenario } from '../../../core/scenario/define-scenario.js';
import type { ScenarioReading } from '../../../core/scenario/model.js';
import { checkDefinedScenario } from '../../../core/scenario/read-scenario.js';
import { placeInFile, placeOfFrame } from '../scenario/place-in-file.js';

/**
 * Reads scenarios from a TypeScript file: its default export, one or a list. The file is bundled as functions are, so
 * it may import whatever the project has; what goes wrong in it comes back as faults at its lines.
 */
export async function loadCode(file: string): Promise<ScenarioReading[]> {
  const start: SourcePlace = { file, line: 1, column: 1 };
  try {
    const { default: exported } = await importBundled(file);
    const scenarios = [exported].flat();
    if (scenarios.length === 0 || !scenarios.every(isDefinedScenario)) return [faulty(notAScenario(start))];
    return scenarios.map(({ written, frame }) =>
      checkDefinedScenario(written, placeOfFrame(frame, file) ?? start),
    );
  } catch (error) {
    if (isBuildFailure(error))
      return [{ file, diagnostics: error.errors.map((one) => syntaxFault(one, start)) }];
    return [faulty(thrown(error, placeInFile(error, file) ?? start))];
  }
}

function faulty(diagnostic: Diagnostic): ScenarioReading {
  return { file: diagnostic.place?.file ?? '', diagnostics: [diagnostic] };
}

async function importBundled(file: string): Promise<{ default?: unknown }> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [file],
    absWorkingDir: dirname(file),
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'inline',
    sourceRoot: `${dirname(file)}/`, // the slash is ours to add: Node joins root and source as texts
    logLevel: 'silent',
    nodePaths: [join(packageRoot(), 'node_modules')],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    plugins: [ownPackage],
  });
  process.setSourceMapsEnabled(true);
  const folder = await mkdtemp(join(tmpdir(), 'arcube-scenario-'));
  try {
    const bundled = join(folder, 'scenario.mjs');
    await writeFile(bundled, outputFiles[0]?.text ?? '');
    return (await import(pathToFileURL(bundled).href)) as { default?: unknown };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `import … from 'arcube'` means this very package, wherever the project lies and whether it has it installed. */
const ownPackage: Plugin = {
  name: 'own-package',
  setup({ onResolve }) {
    onResolve({ filter: /^arcube$/ }, () => ({
      path: pathToFileURL(builtFile('emulator/index.js')).href,
      external: true,
    }));
  },
};

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function syntaxFault({ text, location }: Message, start: SourcePlace): Diagnostic {
  const place = location ? { ...start, line: location.line, column: location.column + 1 } : start;
  return {
    severity: 'error',
    code: 'SCENARIO_SYNTAX',
    message: `${text}.`,
    remedy: 'Correct the line, or install what it imports in the project.',
    place,
  };
}

function thrown(error: unknown, place: SourcePlace): Diagnostic {
  const said = error instanceof Error ? error.message : String(error);
  return {
    severity: 'error',
    code: 'SCENARIO_THROWS',
    message: `The file throws while it is loaded: ${said}.`,
    remedy: 'What runs at the top of the file must not fail; calls of the API belong into a step.',
    place,
  };
}

function notAScenario(place: SourcePlace): Diagnostic {
  return {
    severity: 'error',
    code: 'NOT_A_SCENARIO',
    message: 'The file’s default export is no scenario.',
    remedy: "Write `export default defineScenario({ … })`, with `import { defineScenario } from 'arcube'`.",
    place,
  };
}
