import type { CaseResult } from '../case.js';
import type { RunListener } from '../run/events.js';
import type { RunReport } from './report.js';

/** The run as one JSON object a line, for programs: `started`, `case` for each case, and at the end `finished`. */
export function jsonLines(print: (data: object) => void, facts: { seed: string }): RunListener {
  return {
    begin: (cases) => print({ event: 'started', ...facts, cases: cases.length }),
    caseEnded: (result) => print({ event: 'case', ...caseFacts(result) }),
  };
}

/** What a line says of a case; its exchanges are in the reports. */
function caseFacts({ exchanges, notes: _notes, failure, ...facts }: CaseResult): object {
  if (!failure) return { ...facts, requests: exchanges.length };
  const { story: _story, ...said } = failure;
  return { ...facts, requests: exchanges.length, failure: said };
}

/** The last line. */
export function finishedLine(
  { cases: _cases, coverage, ...facts }: RunReport,
  files: readonly string[],
): object {
  const { operations: _operations, ...counts } = coverage ?? { operations: [] };
  return { event: 'finished', ...facts, ...(coverage && { coverage: counts }), files };
}
