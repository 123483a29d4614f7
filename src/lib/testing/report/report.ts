import type { Diagnostic } from '../../../core/diagnostics.js';
import type { Verdict } from '../../../core/slo/judge-slo.js';
import type { CaseResult } from '../case.js';
import type { Coverage } from '../contract/coverage.js';

/** Exit codes of `arcube test`, with and without `--json`. The README's table is made from them. */
export const TEST_EXIT_CODES: Record<number, string> = {
  0: 'every case passed',
  1: 'a case failed',
  2: 'the command line or a scenario is wrong',
  3: 'the environment could not start, or the target is not there',
  4: 'every case passed, but an objective of slo.yaml was broken',
  130: 'stopped by a signal; 143 for SIGTERM',
};

/** Everything about a run: what `--reporter json` writes. Its shape only grows. */
export interface RunReport {
  version: 1;
  verdict: 'passed' | 'failed' | 'slo-broken' | 'stopped' | 'not-run';
  exitCode: number;
  /** Give it with `--seed` to have the same run again. */
  seed: string;
  /** ISO 8601, by the machine's clock. */
  startedAt: string;
  durationMs: number;
  /** What was tested, for people. */
  target: string;
  counts: { passed: number; failed: number; skipped: number; flaky: number };
  cases: CaseResult[];
  coverage?: Coverage;
  slo?: Verdict[];
  /** Faults of scenario files, and what kept the run from being whole. */
  faults: Diagnostic[];
}

/** Counts results by their outcome. */
export function countResults(results: readonly CaseResult[]): RunReport['counts'] {
  const of = (outcome: CaseResult['outcome']) => results.filter((one) => one.outcome === outcome).length;
  return {
    passed: of('passed'),
    failed: of('failed'),
    skipped: of('skipped'),
    flaky: results.filter(({ flaky }) => flaky).length,
  };
}
