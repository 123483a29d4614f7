import { buildSteps } from './build-steps.js';
import type { Building } from './building.js';
import { findUnsetValues } from './find-unset-values.js';
import type { Scenario, Step } from './model.js';
import { readActor, readPause } from './read-actor.js';
import type { WrittenScenario } from './written.js';

/** Makes the plan of a scenario whose form has been checked. Faults that a schema cannot see go to `building`. */
export function buildScenario(file: string, written: WrittenScenario, building: Building): Scenario {
  const place = building.places(written, 'name') ?? { file, line: 1, column: 1 };
  const steps = buildSteps(written.steps, building);
  const last = buildSteps(written.finally ?? [], building);
  findUnsetValues(written, building);
  return {
    name: written.name,
    file,
    place,
    tags: written.tags ?? [],
    weight: written.weight ?? 1,
    vars: written.vars ?? {},
    steps,
    finally: last,
    needsEmulator: [...steps, ...last].some(needsEmulator),
    ...(written.description !== undefined && { description: written.description }),
    ...(written.skip !== undefined && { skip: written.skip }),
    ...(written.as !== undefined && { as: readActor(written.as) }),
    ...(written.thinkTime !== undefined && { thinkTime: readPause(written.thinkTime) }),
  };
}

function needsEmulator({ action }: Step): boolean {
  if (action.kind === 'group') return action.steps.some(needsEmulator);
  return action.kind === 'clock' || action.kind === 'fault' || action.kind === 'reset';
}
