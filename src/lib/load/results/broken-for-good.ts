import { judgeSlo, type Observed, type Verdict } from '../../../core/slo/judge-slo.js';
import type { SloConfig } from '../../../core/slo/read-slo.js';
import type { Observation } from './observation.js';
import type { Tally } from './tally.js';

/** Percent: a whole rank must not become the next one by the last bit of a fraction. */
const ROUNDING = 1e-9;

/** Most requests that a run will make: in all, and of each route. */
export interface Planned {
  overall: number;
  routes: ReadonlyMap<string, number>;
}

/**
 * Objectives that the rest of the run can no longer save, whatever it brings: judged as if every request still to come
 * were answered well and at once.
 */
export function brokenForGood(slo: SloConfig, seen: Observation, planned: Planned): Verdict[] {
  const routes = [...seen.routes].map(([name, tally]): [string, Observed] => [
    name,
    atBest(tally, planned.routes.get(name) ?? tally.requests),
  ]);
  return judgeSlo(slo, atBest(seen.overall, planned.overall), new Map(routes)).filter(
    ({ outcome }) => outcome === 'broken',
  );
}

function atBest(tally: Tally, planned: number): Observed {
  const { errors, throttled, unavailable } = tally;
  const requests = Math.max(planned, tally.requests);
  const toCome = requests - tally.requests;
  return {
    requests,
    errors,
    throttled,
    unavailable,
    // those to come are the fastest of all: the rank among those seen is that much lower
    percentile: (percent) => {
      const rank = (percent / 100) * requests - toCome;
      return rank <= 0 || tally.requests === 0
        ? 0
        : tally.percentile((rank / tally.requests) * 100 - ROUNDING);
    },
  };
}
