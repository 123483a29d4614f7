import { parseDuration } from '../duration.js';
import type { Measure, Objectives, SloConfig } from './read-slo.js';

/** What was seen of a route, or of all requests together. */
export interface Observed {
  requests: number;
  /** Requests without an answer, or with one that was not expected; throttled ones do not count. */
  errors: number;
  /** Requests answered 429. */
  throttled: number;
  /** Requests without an answer, or answered 5xx. */
  unavailable: number;
  /** Requests that met a cold start; left out where the target does not tell. */
  coldStarts?: number;
  /** Latency in ms that `percent` of the requests stayed within. */
  percentile(percent: number): number;
}

/** One objective, judged. Limits and figures are ms for latencies and shares from 0 to 1 for the rest. */
export interface Verdict {
  /** `overall`, or the route. */
  scope: string;
  measure: Measure;
  limit: number;
  /** Left out when there was nothing to measure. */
  measured?: number;
  unit: 'ms' | 'share';
  outcome: 'met' | 'broken' | 'unmeasured';
}

const PERCENTILES: Partial<Record<Measure, number>> = { p50: 50, p95: 95, p99: 99, 'p99.9': 99.9 };

/** How a share is counted, and whether less (an upper limit) or more of it is good. */
const SHARES: Partial<
  Record<Measure, { of: (seen: Observed) => number | undefined; good: 'less' | 'more' }>
> = {
  errorRate: { of: ({ errors }) => errors, good: 'less' },
  throttleRate: { of: ({ throttled }) => throttled, good: 'less' },
  coldStartShare: { of: ({ coldStarts }) => coldStarts, good: 'less' },
  availability: { of: ({ requests, unavailable }) => requests - unavailable, good: 'more' },
};

/**
 * Judges what was observed: overall, then each route in the file's order, then the others by the defaults. A route
 * that the file names and nobody called is `unmeasured`.
 */
export function judgeSlo(
  slo: SloConfig,
  overall: Observed,
  routes: ReadonlyMap<string, Observed>,
): Verdict[] {
  const verdicts = judgeScope('overall', slo.overall ?? {}, overall);
  const named = slo.routes ?? {};
  for (const scope of new Set([...Object.keys(named), ...routes.keys()])) {
    const objectives = { ...slo.defaults, ...named[scope] };
    verdicts.push(...judgeScope(scope, objectives, routes.get(scope)));
  }
  return verdicts;
}

function judgeScope(scope: string, objectives: Objectives, seen: Observed | undefined): Verdict[] {
  return Object.entries(objectives).map(([name, text]) => {
    const measure = name as Measure;
    const percent = PERCENTILES[measure];
    const limit = percent === undefined ? Number(text.replace('%', 'e-2')) : parseDuration(text);
    const measured = seen && seen.requests > 0 ? figure(measure, seen) : undefined;
    const unit = percent === undefined ? 'share' : 'ms';
    if (measured === undefined) return { scope, measure, limit, unit, outcome: 'unmeasured' };
    const met = SHARES[measure]?.good === 'more' ? measured >= limit : measured <= limit;
    return { scope, measure, limit, measured, unit, outcome: met ? 'met' : 'broken' };
  });
}

function figure(measure: Measure, seen: Observed): number | undefined {
  const percent = PERCENTILES[measure];
  if (percent !== undefined) return seen.percentile(percent);
  const count = SHARES[measure]?.of(seen);
  return count === undefined ? undefined : count / seen.requests;
}
