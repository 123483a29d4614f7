import type { SourcePlace } from '../../core/diagnostics.js';
import type { Ids } from '../../core/ids.js';
import type { SystemStory, SystemUnderTest } from '../../core/scenario/system.js';
import type { CallLog } from './http/call-log.js';
import type { Exchange } from './http/exchange.js';
import type { Credentials } from './http/tokens.js';

/** What a case works with while it runs. */
export interface CaseContext {
  system: SystemUnderTest;
  /** Makes calls, and keeps them for the report. */
  calls: CallLog;
  /** Randomness that follows from the run's seed and the case's id alone. */
  ids: Ids;
  seed: string;
  signal: AbortSignal;
  /** Facts for the report, such as coverage. */
  note(name: string, value: unknown): void;
  /** Of a system that gives no tokens by its API; a scenario gets its own there when left out. */
  credentials?: Credentials;
  /** What scenarios have as `${data}`. */
  data?: Record<string, unknown>;
}

/** Something to run and judge: a scenario, or a check of a suite. */
export interface TestCase {
  /** Unique in a run. */
  id: string;
  name: string;
  /** File of the scenario, or name of the suite: cases of a group are reported together. */
  group: string;
  tags: string[];
  place?: SourcePlace;
  /** Why it is not to be run. */
  skip?: string;
  needsEmulator: boolean;
  /** Its calls count for the SLO: they are those of ordinary clients, with nothing broken on purpose. */
  measured: boolean;
  run(context: CaseContext): Promise<void>;
}

/** An assertion that did not hold, or a call that could not be made. `place` is where it was written. */
export class CaseFailure extends Error {
  override readonly name = 'CaseFailure';
  readonly step: string;
  readonly place: SourcePlace | undefined;
  /** Index of the exchange it is about, among those of the case. */
  readonly exchange: number | undefined;

  constructor(step: string, message: string, place?: SourcePlace, exchange?: number) {
    super(message);
    this.step = step;
    this.place = place;
    this.exchange = exchange;
  }
}

/** Thrown by a case that finds it cannot run here. */
export class CaseSkipped extends Error {
  override readonly name = 'CaseSkipped';
}

export interface Failure {
  /** Name of the step. */
  step: string;
  message: string;
  place?: SourcePlace;
  /** Index in `exchanges`. */
  exchange?: number;
  /** The call as a command line; the token is left to the environment. */
  curl?: string;
  story?: SystemStory;
  /** File with the databases as they were. */
  snapshot?: string;
}

export interface CaseResult {
  id: string;
  name: string;
  group: string;
  tags: string[];
  place?: SourcePlace;
  outcome: 'passed' | 'failed' | 'skipped';
  /** Passed, but not at the first try. */
  flaky: boolean;
  attempts: number;
  /** Why it was skipped. */
  reason?: string;
  startedAt: number;
  durationMs: number;
  worker: number;
  exchanges: Exchange[];
  notes: Record<string, unknown>;
  failure?: Failure;
}
