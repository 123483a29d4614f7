import { randomUUID } from 'node:crypto';
import { createIds } from '../../../core/ids.js';
import type { Action, Scenario } from '../../../core/scenario/model.js';
import { type CaseContext, CaseFailure } from '../case.js';
import { type Caller, CallLog } from '../http/call-log.js';
import { runScenario } from './scenario-case.js';

// What a function gets as `arcube/scenario`: the runner's own steps, judge and matchers, without files, tokens and reports.

export type { Actor, Scenario } from '../../../core/scenario/model.js';
export type { Reply } from '../http/api-caller.js';
export type { Caller } from '../http/call-log.js';
export type { Call } from '../http/exchange.js';

/** What a scenario is played on: no stage with tokens of its own, but whatever answers the caller. */
export interface Target {
  /** For messages. */
  label: string;
  /** Gets each call with its `actor`, and without a token. */
  caller: Caller;
  /** What scenarios have as `${data}`. */
  data: Record<string, unknown>;
  /** Ends the play. */
  signal: AbortSignal;
}

/** The expectation that did not hold, or what kept a step from being made. */
export interface StepFailure {
  step: string;
  message: string;
  /** `orders.scenario.yaml:12` */
  place?: string;
}

/** Plays a scenario once, as `arcube test` does; undefined when every expectation held. Never rejects. */
export async function playScenario(scenario: Scenario, target: Target): Promise<StepFailure | undefined> {
  try {
    await runScenario(scenario, contextOf(target));
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof CaseFailure)) return { step: scenario.name, message };
    const { step, place } = error;
    return { step, message, ...(place && { place: `${place.file}:${place.line}` }) };
  }
}

/** The calls that a scenario plans, as they are written: verb, and path with its `${…}`. */
export function plannedCalls({ steps, finally: last }: Scenario): { method: string; path: string }[] {
  return [...steps, ...last].flatMap(({ action }) => callsOf(action));
}

function callsOf(action: Action): { method: string; path: string }[] {
  if (action.kind === 'group') return action.steps.flatMap((step) => callsOf(step.action));
  return action.kind === 'request' ? [action.request] : [];
}

function contextOf({ label, caller, data, signal }: Target): CaseContext {
  return {
    system: { label, api: caller.api, tenants: () => [], contract: () => undefined },
    calls: new CallLog(caller),
    ids: createIds(),
    seed: randomUUID(),
    signal,
    note: () => undefined,
    credentials: { headersFor: async () => ({}), now: () => Date.now() },
    data,
  };
}
