import type { CaseResult, TestCase } from '../case.js';

/** Told of a run while it goes on. */
export interface RunListener {
  begin?(cases: readonly TestCase[]): void;
  caseStarted?(testCase: TestCase, worker: number): void;
  /** `result` of an attempt that will be made again is not told. */
  caseEnded?(result: CaseResult): void;
}
