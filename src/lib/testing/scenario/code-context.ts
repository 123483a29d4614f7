import { setTimeout as wait } from 'node:timers/promises';
import { readClockMove } from '../../../core/scenario/build-control.js';
import { valueAt } from '../../../core/scenario/jsonpath.js';
import { mismatch } from '../../../core/scenario/match.js';
import type { Actor, Step } from '../../../core/scenario/model.js';
import { readActor } from '../../../core/scenario/read-actor.js';
import type { ScenarioAnswer, ScenarioRequest, StepContext } from '../../../core/scenario/step-context.js';
import type { SystemControls } from '../../../core/scenario/system.js';
import { CaseFailure, CaseSkipped } from '../case.js';
import type { Reply } from '../http/api-caller.js';
import { parse } from './judge-answer.js';
import { makeCall } from './make-call.js';
import type { ScenarioRun } from './scenario-run.js';
import type { Variables } from './variables.js';

/** ms between two tries of `eventually`. */
const BETWEEN_TRIES = 25;

/** What a step written in TypeScript gets to work with. */
export function codeContext(run: ScenarioRun, step: Step, variables: Variables): StepContext {
  const { context } = run;
  const controls = (): SystemControls => needed(context.system.controls, context.system.label);
  return {
    vars: varsOf(variables),
    seed: context.seed,
    request: (method, path, request) => call(run, step, variables, method, path, request),
    expect(actual, wanted, what) {
      const why = mismatch(actual, wanted);
      if (why !== undefined) throw new CaseFailure(step.name, `${what ? `${what}: ` : ''}${why}.`);
    },
    eventually,
    clock: (move) => controls().moveClock(readClockMove(move)),
    fault: (fault) => controls().fault(fault),
    reset: () => controls().reset(),
    outbox: () => controls().outbox(),
    mongoByRegion: () => controls().mongoByRegion(),
    tenants: () => context.system.tenants().map(({ tenant, region }) => ({ tenant, region })),
  };
}

/** The controls of the system. Throws CaseSkipped for one that has none. */
export function needed(controls: SystemControls | undefined, label: string): SystemControls {
  if (controls) return controls;
  throw new CaseSkipped(`needs an emulator; ${label} cannot be moved in time, made to fail or reset`);
}

async function call(
  run: ScenarioRun,
  step: Step,
  variables: Variables,
  method: string,
  path: string,
  request: ScenarioRequest = {},
): Promise<ScenarioAnswer> {
  const { query = {}, headers = {}, body, form, as } = request;
  const actor: Actor = typeof as === 'string' ? readActor(as) : (as ?? run.actorOf(step, variables));
  const caller = await run.tokens.headersFor(actor);
  const plan = { method, path, query, headers, ...(body !== undefined && { body }), ...(form && { form }) };
  const made = makeCall(plan, variables, caller);
  return answerOf(await run.context.calls.call(step.name, { ...made, actor }));
}

function answerOf({ status, headers, body, durationMs, error }: Reply): ScenarioAnswer {
  if (error !== undefined) throw new Error(`no answer: ${error}`);
  return {
    status,
    headers,
    text: body,
    durationMs,
    json: <T>() => parse(body) as T,
    at: (path) => valueAt(parse(body), path),
  };
}

async function eventually<T>(check: () => T | Promise<T>, ms = 5000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() >= end) throw error;
      await wait(BETWEEN_TRIES);
    }
  }
}

/** Reads and writes of plain properties, on the variables of the scenario. */
function varsOf(variables: Variables): Record<string, unknown> {
  return new Proxy({} as Record<string, unknown>, {
    get: (_target, name) => (typeof name === 'string' ? variables.value(name) : undefined),
    has: (_target, name) => typeof name === 'string' && variables.value(name) !== undefined,
    set: (_target, name, value) => {
      variables.set(String(name), value);
      return true;
    },
  });
}
