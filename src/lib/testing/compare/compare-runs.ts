import { isDeepStrictEqual } from 'node:util';
import type { CaseResult } from '../case.js';
import type { Exchange } from '../http/exchange.js';
import type { RunReport } from '../report/report.js';
import { normalised } from './normalise.js';

/** One place where two systems behave differently. */
export interface Difference {
  caseId: string;
  /** Step and call, or undefined for the case as a whole. */
  at?: string;
  /** `outcome`, `status`, `content-type`, or a path in the body. */
  what: string;
  a: unknown;
  b: unknown;
}

/** Headers whose values clients depend on. */
const HEADERS = ['content-type', 'www-authenticate', 'x-ratelimit-limit', 'access-control-allow-origin'];
/** Differences of one body that are told. */
const MOST_PER_BODY = 5;

/**
 * Where two runs of the same cases differ: outcomes, and call by call statuses, headers and bodies. Ids, tokens and
 * times differ always and are taken out of the bodies first.
 */
export function compareRuns(a: RunReport, b: RunReport): Difference[] {
  const others = new Map(b.cases.map((one) => [one.id, one]));
  return a.cases.flatMap((one) => {
    const other = others.get(one.id);
    return other ? compareCases(one, other) : [];
  });
}

function compareCases(a: CaseResult, b: CaseResult): Difference[] {
  if (a.outcome === 'skipped' || b.outcome === 'skipped') return [];
  const differences: Difference[] = [];
  if (a.outcome !== b.outcome)
    differences.push({ caseId: a.id, what: 'outcome', a: outcomeOf(a), b: outcomeOf(b) });
  const [calls, others] = [a, b].map(({ exchanges }) => exchanges.filter(({ step }) => step !== 'token'));
  for (const [index, exchange] of (calls ?? []).entries()) {
    const other = others?.[index];
    if (!other || other.step !== exchange.step) break; // from here on the two went different ways
    for (const found of compareExchanges(exchange, other))
      differences.push({
        caseId: a.id,
        at: `${exchange.step}: ${exchange.method} ${pathOf(exchange)}`,
        ...found,
      });
  }
  return differences;
}

function outcomeOf({ outcome, failure }: CaseResult): string {
  return failure ? `${outcome}: ${failure.step}: ${failure.message}` : outcome;
}

function pathOf({ url }: Exchange): string {
  return url.replace(/^https?:\/\/[^/]+/, '');
}

type Found = Pick<Difference, 'what' | 'a' | 'b'>;

function compareExchanges(a: Exchange, b: Exchange): Found[] {
  if (a.status !== b.status) return [{ what: 'status', a: a.error ?? a.status, b: b.error ?? b.status }];
  const headers = HEADERS.filter((name) => a.headers[name] !== b.headers[name]);
  const found: Found[] = headers.map((what) => ({ what, a: a.headers[what], b: b.headers[what] }));
  const inBody: Found[] = [];
  compareValues(normalised(a.body), normalised(b.body), '$', inBody);
  return [...found, ...inBody.slice(0, MOST_PER_BODY)];
}

function compareValues(a: unknown, b: unknown, path: string, found: Found[]): void {
  if (isDeepStrictEqual(a, b)) return;
  if (isRecord(a) && isRecord(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      compareValues(a[key], b[key], Array.isArray(a) ? `${path}[${key}]` : `${path}.${key}`, found);
    return;
  }
  found.push({ what: path, a, b });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
