import { existsSync } from 'node:fs';
import { userError } from '../../core/errors.js';
import type { Scenario } from '../../core/scenario/model.js';
import { loadScenarios } from '../testing/load/load-scenarios.js';
import { scenarioFolder } from '../testing/session/gather-cases.js';
import { unfitForLoad } from './engine/scenario-journeys.js';

/** The journeys of a run. */
export interface ChosenScenarios {
  scenarios: Scenario[];
  /** Which were left out, and why. */
  remarks: string[];
}

/**
 * Chooses scenarios by name or file; without a choice, all of the project (or the shipped ones) that can be put under
 * load. Throws SCENARIOS_INVALID, SCENARIO_MISSING, LOAD_SCENARIO.
 */
export async function chooseScenarios(
  projectDir: string,
  wanted: readonly string[],
): Promise<ChosenScenarios> {
  const files = wanted.filter((word) => existsSync(word));
  const names = wanted.filter((word) => !files.includes(word));
  const paths = [...files, ...(files.length === 0 || names.length > 0 ? [scenarioFolder(projectDir)] : [])];
  const { scenarios, diagnostics } = await loadScenarios(paths);
  const faults = diagnostics.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw userError('SCENARIOS_INVALID', { diagnostics: faults });
  for (const name of names)
    if (!scenarios.some((one) => one.name === name))
      throw userError('LOAD_SCENARIO', {
        name,
        why: `There is none of that name; there are ${list(scenarios)}.`,
      });
  const asked = names.length > 0 ? scenarios.filter(({ name }) => names.includes(name)) : scenarios;
  return fitOf(asked, wanted.length > 0);
}

/** @param strict whether one that does not fit is an error: it was asked for by name */
function fitOf(scenarios: readonly Scenario[], strict: boolean): ChosenScenarios {
  const chosen: ChosenScenarios = { scenarios: [], remarks: [] };
  for (const scenario of scenarios) {
    const why = unfitForLoad(scenario);
    if (why === undefined) chosen.scenarios.push(scenario);
    else if (strict)
      throw userError('LOAD_SCENARIO', { name: scenario.name, why: `It is not fit for load: ${why}.` });
    else chosen.remarks.push(`Left out: ${scenario.name} (${why}).`);
  }
  if (chosen.scenarios.length === 0)
    throw userError('LOAD_SCENARIO', {
      name: 'any',
      why: ['None is fit for load.', ...chosen.remarks].join(' '),
    });
  return chosen;
}

function list(scenarios: readonly Scenario[]): string {
  return scenarios.map(({ name }) => `\`${name}\``).join(', ');
}
