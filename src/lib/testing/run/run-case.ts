import { join } from 'node:path';
import { createIds } from '../../../core/ids.js';
import type { SystemUnderTest } from '../../../core/scenario/system.js';
import { CaseFailure, type CaseResult, CaseSkipped, type Failure, type TestCase } from '../case.js';
import type { ApiCaller } from '../http/api-caller.js';
import { CallLog } from '../http/call-log.js';
import { curlLine } from '../http/curl.js';
import type { RunOptions } from './options.js';

/** Where a case is run. */
export interface Place {
  system: SystemUnderTest;
  caller: ApiCaller;
  worker: number;
  /** Goes into the randomness where data of other runs may be there already. */
  salt: string;
}

/** Runs one case, again as often as allowed when it fails. Never rejects. */
export async function runCase(testCase: TestCase, place: Place, options: RunOptions): Promise<CaseResult> {
  const reason = testCase.skip ?? missing(testCase, place.system);
  if (reason !== undefined) return { ...blank(testCase, place), outcome: 'skipped', reason };
  for (let attempt = 1; ; attempt++) {
    const result = await attemptCase(testCase, place, options, attempt);
    if (result.outcome !== 'failed' || attempt > options.retry || options.signal.aborted) return result;
  }
}

function missing({ needsEmulator }: TestCase, { controls, label }: SystemUnderTest): string | undefined {
  if (!needsEmulator || controls) return undefined;
  return `needs an emulator; ${label} cannot be moved in time, made to fail or reset`;
}

function blank(testCase: TestCase, { worker }: Place): CaseResult {
  const { id, name, group, tags, place } = testCase;
  return {
    id,
    name,
    group,
    tags,
    ...(place && { place }),
    outcome: 'passed',
    flaky: false,
    attempts: 0,
    startedAt: Date.now(), // a report's time is the machine's: the emulator's clock may stand anywhere
    durationMs: 0,
    worker,
    exchanges: [],
    notes: {},
  };
}

async function attemptCase(
  testCase: TestCase,
  place: Place,
  options: RunOptions,
  attempt: number,
): Promise<CaseResult> {
  const { system, caller, salt } = place;
  const { seed, signal } = options;
  const onCall = options.listen(testCase);
  const result = { ...blank(testCase, place), attempts: attempt, flaky: attempt > 1 };
  const begun = performance.now();
  let calls = new CallLog(caller, onCall);
  try {
    await system.controls?.reset();
    calls = new CallLog(caller, onCall);
    const ids = createIds(`${seed} ${testCase.id} ${salt}`);
    const note = (name: string, value: unknown) => {
      result.notes[name] = value;
    };
    await testCase.run({ system, calls, ids, seed, signal, note });
  } catch (error) {
    if (error instanceof CaseSkipped) Object.assign(result, { outcome: 'skipped', reason: error.message });
    else {
      const failure = await explain(error, testCase, calls, system, options);
      Object.assign(result, { outcome: 'failed', flaky: false, failure });
    }
  }
  return { ...result, durationMs: performance.now() - begun, exchanges: calls.exchanges };
}

/** Everything that helps to understand a failure. What cannot be had is left out: it must not hide the failure. */
async function explain(
  error: unknown,
  testCase: TestCase,
  { exchanges }: CallLog,
  system: SystemUnderTest,
  options: RunOptions,
): Promise<Failure> {
  const known = error instanceof CaseFailure ? error : undefined;
  const place = known?.place ?? testCase.place;
  const failure: Failure = {
    step: known?.step ?? testCase.name,
    message: messageOf(error),
    ...(place && { place }),
  };
  const exchange = known?.exchange === undefined ? undefined : exchanges[known.exchange];
  if (exchange) {
    failure.exchange = known?.exchange as number;
    failure.curl = curlLine(exchange);
    const id = exchange.headers['x-request-id'] ?? exchange.headers['x-amzn-requestid'];
    const story = id && (await system.controls?.story(id).catch(() => undefined));
    if (story) failure.story = story;
  }
  const snapshot = await takeSnapshot(testCase, system, options);
  return snapshot === undefined ? failure : { ...failure, snapshot };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env.DEBUG && !(error instanceof CaseFailure)
    ? (error.stack ?? error.message)
    : error.message;
}

async function takeSnapshot(
  { id }: TestCase,
  { controls }: SystemUnderTest,
  { artifacts }: RunOptions,
): Promise<string | undefined> {
  if (!controls || artifacts === undefined) return undefined;
  const file = join(artifacts, `${id.replace(/[^\w.-]+/g, '-').slice(0, 120)}.snapshot`);
  try {
    await controls.snapshot(file);
    return file;
  } catch {
    return undefined;
  }
}
