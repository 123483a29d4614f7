import { setTimeout as wait } from 'node:timers/promises';
import { playScenario, type Scenario, type StepFailure } from 'arcube/scenario';
import { foreignToken } from './foreign-token.js';
import { examples } from './routes.js';
import { VersionCaller } from './version-caller.js';

/** What a scenario came to. */
export interface Verdict {
  /** The scenario's name. */
  smoke: string;
  ms: number;
  /** The expectation that did not hold; left out when all did. */
  fault?: string;
  /** Of the fault. */
  step?: string;
  /** `orders.scenario.yaml:6` */
  place?: string;
}

/** Before the one further try: a database may be waking up, a bug will not go away. */
const PAUSE = 2000;

/** Plays a scenario on a version by its ARN; a fault has to show twice. */
export async function tryVersion(version: string, scenario: Scenario, signal: AbortSignal): Promise<Verdict> {
  const began = Date.now();
  const failure = (await play(version, scenario, signal)) && (await again(version, scenario, signal));
  return { smoke: scenario.name, ms: Date.now() - began, ...(failure && verdictOf(failure, signal)) };
}

async function again(
  version: string,
  scenario: Scenario,
  signal: AbortSignal,
): Promise<StepFailure | undefined> {
  await wait(PAUSE, undefined, { signal }).catch(() => undefined); // out of time: the play says so
  return play(version, scenario, signal);
}

function play(version: string, scenario: Scenario, signal: AbortSignal): Promise<StepFailure | undefined> {
  const caller = new VersionCaller(version, signal);
  const data = { region: process.env.AWS_REGION, foreignToken: foreignToken(), examples: examples() };
  return playScenario(scenario, { label: version, caller, data, signal });
}

function verdictOf({ step, message, place }: StepFailure, signal: AbortSignal): Partial<Verdict> {
  const fault = signal.aborted ? 'not finished: the hook has no time left for it' : message;
  return { fault, step, ...(place !== undefined && { place }) };
}
