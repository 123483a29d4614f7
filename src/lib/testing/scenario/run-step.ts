import { setTimeout as wait } from 'node:timers/promises';
import type { Action, Step } from '../../../core/scenario/model.js';
import { fill, UnsetValueError } from '../../../core/scenario/template.js';
import { CaseFailure, CaseSkipped } from '../case.js';
import type { Reply } from '../http/api-caller.js';
import { captureAll } from './capture.js';
import { codeContext, needed } from './code-context.js';
import { type Complaint, judgeAnswer } from './judge-answer.js';
import { makeCall } from './make-call.js';
import { placeInFile } from './place-in-file.js';
import type { ScenarioRun } from './scenario-run.js';
import type { Variables } from './variables.js';

type RequestAction = Extract<Action, { kind: 'request' }>;
type LoggedReply = Reply & { index: number };

/** ms between two tries of a step with `eventually`. */
const BETWEEN_TRIES = 25;

/** Runs steps one after the other. Throws a CaseFailure at the first that fails. */
export async function runSteps(
  run: ScenarioRun,
  steps: readonly Step[],
  variables: Variables,
): Promise<void> {
  for (const step of steps) {
    run.context.signal.throwIfAborted();
    await runStep(run, step, variables);
  }
}

async function runStep(run: ScenarioRun, step: Step, variables: Variables): Promise<void> {
  const { repeat, parallel, action } = step;
  for (let round = 0; round < repeat; round++) {
    const own = repeat > 1 ? variables.fork(round) : variables;
    if (parallel === 'group' && action.kind === 'group') await atOnce(run, action.steps, own);
    else if (typeof parallel === 'number') await manyTimes(run, step, parallel, own);
    else await act(run, step, own);
    if (own !== variables)
      for (const [name, value] of own.own()) if (name !== 'index') variables.set(name, value);
  }
}

/** Different steps at once. They share the variables; all are waited for, so that none runs on after a failure. */
async function atOnce(run: ScenarioRun, steps: readonly Step[], variables: Variables): Promise<void> {
  const ended = await Promise.allSettled(steps.map((step) => runStep(run, step, variables)));
  throwFirst(ended);
}

/** The same step many times at once. What each captured becomes a list. */
async function manyTimes(run: ScenarioRun, step: Step, times: number, variables: Variables): Promise<void> {
  const forks = Array.from({ length: times }, (_, index) => variables.fork(index));
  const ended = await Promise.allSettled(forks.map((fork) => act(run, step, fork)));
  throwFirst(ended);
  const replies = ended.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  if (step.action.kind === 'request') judgeSame(step, step.action, replies);
  const names = new Set(forks.flatMap((fork) => [...fork.own().keys()]));
  names.delete('index');
  for (const name of names)
    variables.set(
      name,
      forks.map((fork) => fork.own().get(name)),
    );
}

function throwFirst(ended: PromiseSettledResult<unknown>[]): void {
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

function judgeSame(step: Step, { expect }: RequestAction, replies: LoggedReply[]): void {
  const [first, ...others] = replies;
  if (!expect.same || !first) return;
  const same = ({ status, body }: Reply) =>
    status === first.status && (expect.same === 'status' || body === first.body);
  const other = others.find((one) => !same(one));
  if (!other) return;
  const said = ({ status, body }: Reply) => `${status} ${body.slice(0, 200)}`;
  const message = `The answers are not the same: ${said(first)} and ${said(other)}.`;
  throw new CaseFailure(step.name, message, expect.place ?? step.place, other.index);
}

async function act(run: ScenarioRun, step: Step, variables: Variables): Promise<LoggedReply | undefined> {
  const { action } = step;
  try {
    if (action.kind === 'request') return await ask(run, step, action, variables);
    await perform(run, step, action, variables);
    return undefined;
  } catch (error) {
    throw asFailure(error, run, step);
  }
}

async function perform(
  run: ScenarioRun,
  step: Step,
  action: Exclude<Action, RequestAction>,
  variables: Variables,
): Promise<void> {
  const { system, signal } = run.context;
  if (action.kind === 'group') return runSteps(run, action.steps, variables);
  if (action.kind === 'wait') return void (await wait(action.ms, undefined, { signal }));
  if (action.kind === 'code') return void (await action.run(codeContext(run, step, variables)));
  const controls = needed(system.controls, system.label);
  if (action.kind === 'clock') return controls.moveClock(action.move);
  if (action.kind === 'fault') return controls.fault(fill(action.fault, variables));
  return controls.reset();
}

/** Makes the call, again while `eventually` allows it, judges the answer and captures from it. */
async function ask(
  run: ScenarioRun,
  step: Step,
  action: RequestAction,
  variables: Variables,
): Promise<LoggedReply> {
  const { expect, capture, request, eventually = 0 } = action;
  const end = performance.now() + eventually;
  for (;;) {
    const actor = run.actorOf(step, variables);
    const made = makeCall(request, variables, await run.tokens.headersFor(actor));
    const reply = await run.context.calls.call(step.name, { ...made, actor });
    const missing = reply.error === undefined ? captureAll(capture, reply, variables) : [];
    const complaints = judgeAnswer(expect, reply, variables);
    if (complaints.length === 0) complaints.push(...missing);
    if (complaints.length === 0) return reply;
    if (performance.now() >= end) throw failureOf(step, complaints, reply);
    await wait(BETWEEN_TRIES, undefined, { signal: run.context.signal });
  }
}

function failureOf(step: Step, complaints: Complaint[], { index }: LoggedReply): CaseFailure {
  const message = complaints.map((one) => one.message).join('\n');
  return new CaseFailure(step.name, message, complaints[0]?.place ?? step.place, index);
}

/** Whatever a step throws, as a failure with a place. */
function asFailure(error: unknown, { scenario, context }: ScenarioRun, step: Step): unknown {
  if (error instanceof CaseSkipped || context.signal.aborted) return error;
  const frame = placeInFile(error, scenario.file);
  if (error instanceof CaseFailure)
    return error.place
      ? error
      : new CaseFailure(error.step, error.message, frame ?? step.place, error.exchange);
  const said = error instanceof Error ? error.message : String(error);
  const message = error instanceof UnsetValueError ? `${said}.` : said;
  return new CaseFailure(step.name, message, frame ?? step.place, context.calls.exchanges.length - 1);
}
