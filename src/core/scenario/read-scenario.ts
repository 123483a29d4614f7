import { isDeepStrictEqual } from 'node:util';
import { type CheckedFile, checkYamlWithSchema, readYamlWithSchema } from '../config/read-with-schema.js';
import schema from '../config/schemas/scenario.schema.json' with { type: 'json' };
import type { Diagnostic, SourcePlace } from '../diagnostics.js';
import { placeOf } from '../document/marks.js';
import { buildScenario } from './build-scenario.js';
import type { Building } from './building.js';
import type { ScenarioReading } from './model.js';
import type { WrittenScenario, WrittenStep } from './written.js';

/** Reads a scenario in YAML. Every fault comes back at its line; nothing is thrown for a fault of the file. */
export function readScenario(file: string): ScenarioReading {
  return build(readYamlWithSchema<WrittenScenario>(file, schema));
}

/** As `readScenario`, from text at hand. */
export function checkScenario(file: string, text: string): ScenarioReading {
  return build(checkYamlWithSchema<WrittenScenario>(file, text, schema));
}

function build({ file, value, diagnostics }: CheckedFile<WrittenScenario>): ScenarioReading {
  if (!value) return { file, diagnostics };
  const building: Building = { places: placeOf, diagnostics: [...diagnostics] };
  return finish(file, value, building);
}

/** Checks a scenario written in TypeScript; `place` is where it is defined, and stands for all that is in it. */
export function checkDefinedScenario(written: WrittenScenario, place: SourcePlace): ScenarioReading {
  const { file } = place;
  const plain = JSON.stringify({ ...written, steps: withoutCode(written.steps) });
  const { diagnostics } = checkYamlWithSchema<WrittenScenario>(file, plain, schema);
  const placed = diagnostics.map((one) => ({ ...one, place }));
  if (placed.length > 0) return { file, diagnostics: placed };
  return finish(file, written, { places: () => place, diagnostics: [] });
}

/** Code has no JSON: a step of code is checked as one that waits for nothing. */
function withoutCode(steps: unknown): unknown {
  if (!Array.isArray(steps)) return steps;
  return steps.map((step: WrittenStep) => {
    const { run, ...rest } = step;
    const inner = rest.steps && { steps: withoutCode(rest.steps) };
    return run ? { ...rest, ...inner, wait: '0s' } : { ...rest, ...inner };
  });
}

function finish(file: string, written: WrittenScenario, building: Building): ScenarioReading {
  const scenario = buildScenario(file, written, building);
  const diagnostics = distinct(building.diagnostics);
  return diagnostics.some(({ severity }) => severity === 'error')
    ? { file, diagnostics }
    : { file, scenario, diagnostics };
}

function distinct(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(
    (one, at) => diagnostics.findIndex((other) => isDeepStrictEqual(one, other)) === at,
  );
}
