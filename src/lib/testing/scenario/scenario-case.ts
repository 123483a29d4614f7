import { relative } from 'node:path';
import type { Scenario, Step } from '../../../core/scenario/model.js';
import type { CaseContext, TestCase } from '../case.js';
import { runSteps } from './run-step.js';
import { ScenarioRun } from './scenario-run.js';

/** A scenario as a test case. @param folder that file names in reports are relative to */
export function scenarioCase(scenario: Scenario, folder: string): TestCase {
  const group = relative(folder, scenario.file);
  const { name, tags, place, skip, needsEmulator } = scenario;
  return {
    id: `${group}: ${name}`,
    name,
    group,
    tags,
    place,
    needsEmulator,
    measured: ![...scenario.steps, ...scenario.finally].some(breaksSomething),
    ...(skip !== undefined && { skip }),
    run: (context) => runScenario(scenario, context),
  };
}

/** Runs a scenario once. Throws a CaseFailure at the first step that fails. */
export async function runScenario(scenario: Scenario, context: CaseContext): Promise<void> {
  const run = new ScenarioRun(scenario, context);
  try {
    run.begin();
    await runSteps(run, scenario.steps, run.variables);
  } finally {
    for (const step of scenario.finally) await runSteps(run, [step], run.variables).catch(() => undefined);
  }
}

function breaksSomething({ action }: Step): boolean {
  return action.kind === 'fault' || (action.kind === 'group' && action.steps.some(breaksSomething));
}
