import type { Figures, Stretch } from '../results/report.js';
import type { ForeignResult } from './read-foreign.js';

interface Period {
  counters?: Record<string, number>;
  summaries?: Record<string, Record<string, number>>;
  firstMetricAt?: number;
  lastMetricAt?: number;
  period?: string | number;
}

/** Artillery's JSON report: https://www.artillery.io/docs/reference/cli/report */
interface ArtilleryReport {
  aggregate: Period;
  intermediate?: Period[];
}

/** Summaries of the plug-in metrics-by-endpoint are called so, with the request's name after it. */
const BY_ENDPOINT = 'plugins.metrics-by-endpoint.response_time.';

export function isArtillery(data: object): data is ArtilleryReport {
  const { aggregate } = data as Partial<ArtilleryReport>;
  return typeof aggregate === 'object' && aggregate !== null && 'counters' in aggregate;
}

/** Reads an Artillery report; routes come from its plug-in metrics-by-endpoint. */
export function fromArtillery({ aggregate, intermediate = [] }: ArtilleryReport): ForeignResult {
  const { summaries = {}, firstMetricAt = 0, lastMetricAt = 0 } = aggregate;
  const routes: Record<string, Figures> = {};
  for (const name of Object.keys(summaries))
    if (name.startsWith(BY_ENDPOINT))
      routes[name.slice(BY_ENDPOINT.length)] = figuresOf(aggregate, name, name.slice(BY_ENDPOINT.length));
  return {
    engine: 'artillery',
    startedAt: new Date(firstMetricAt).toISOString(),
    tookMs: lastMetricAt - firstMetricAt,
    overall: figuresOf(aggregate, 'http.response_time'),
    routes,
    timeline: { widthMs: 10_000, stretches: intermediate.map((period) => stretch(period, firstMetricAt)) },
  };
}

/** @param endpoint its counters; the whole run's when left out */
function figuresOf({ counters = {}, summaries = {} }: Period, summary: string, endpoint?: string): Figures {
  const prefix = endpoint === undefined ? 'http.codes.' : `plugins.metrics-by-endpoint.${endpoint}.codes.`;
  const statuses: Record<string, number> = {};
  for (const [name, n] of Object.entries(counters))
    if (name.startsWith(prefix)) statuses[name.slice(prefix.length)] = n;
  const answered = sum(statuses, () => true);
  const unanswered = sum(counters, (name) =>
    name.startsWith(endpoint === undefined ? 'errors.' : `plugins.metrics-by-endpoint.${endpoint}.errors.`),
  );
  const own = ownCounts(counters, endpoint);
  const throttled = own?.throttled ?? statuses['429'] ?? 0;
  const broken = sum(statuses, (status) => Number(status) >= 500);
  const refused = own?.failed ?? sum(statuses, (status) => Number(status) >= 400) - throttled;
  const errors = refused + unanswered;
  const { mean = 0, p50 = 0, p90 = 0, p95 = 0, p99 = 0, p999 = 0, max = 0 } = summaries[summary] ?? {};
  const requests = answered + unanswered;
  return {
    requests,
    errors,
    throttled,
    unavailable: broken + unanswered,
    outcomes: {
      ok: requests - errors - throttled,
      ...(errors && { failed: errors }),
      ...(throttled && { throttled }),
    },
    statuses,
    latency: { mean, p50, p90, p95, p99, 'p99.9': p999, max },
  };
}

/** What scripts of ours counted: they know which statuses a journey expects. Undefined for other scripts. */
function ownCounts(
  counters: Record<string, number>,
  endpoint: string | undefined,
): { failed: number; throttled: number } | undefined {
  if (!Object.keys(counters).some((name) => name.startsWith('arcube.'))) return undefined;
  const of = (word: string): number => {
    const prefix = `arcube.${word}.`;
    return sum(counters, (name) =>
      endpoint === undefined ? name.startsWith(prefix) : name === prefix + endpoint,
    );
  };
  return { failed: of('failed'), throttled: of('throttled') };
}

function stretch(period: Period, begin: number): Stretch {
  const { requests, errors, throttled, latency } = figuresOf(period, 'http.response_time');
  const { p50, p95, p99 } = latency;
  return { atMs: (period.firstMetricAt ?? begin) - begin, requests, errors, throttled, p50, p95, p99 };
}

function sum(counts: Record<string, number>, of: (name: string) => boolean): number {
  return Object.entries(counts).reduce((total, [name, n]) => (of(name) ? total + n : total), 0);
}
