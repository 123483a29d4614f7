import { judgeSlo, type Observed, type Verdict } from '../../../core/slo/judge-slo.js';
import type { SloConfig } from '../../../core/slo/read-slo.js';
import type { Figures, LoadReport } from './report.js';

/** Judges a report by its figures alone, as another engine leaves them: it has the percentiles that objectives name. */
export function judgeFigures(slo: SloConfig, { overall, routes }: LoadReport): Verdict[] {
  const observed = new Map(Object.entries(routes).map(([name, figures]) => [name, asObserved(figures)]));
  return judgeSlo(slo, asObserved(overall), observed).filter(
    ({ scope, outcome }) => scope === 'overall' || outcome !== 'unmeasured',
  );
}

function asObserved({ requests, errors, throttled, unavailable, latency }: Figures): Observed {
  const percentile = (percent: number): number => latency[`p${percent}` as keyof Figures['latency']];
  return { requests, errors, throttled, unavailable, percentile };
}
