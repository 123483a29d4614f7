import type { Figures } from '../results/report.js';
import type { ForeignResult } from './read-foreign.js';

/** The data that k6 hands to `handleSummary`: https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/ */
interface K6Summary {
  metrics: Record<string, { values: Record<string, number> }>;
  state?: { testRunDurationMs?: number };
}

export function isK6(data: object): data is K6Summary {
  const { metrics } = data as Partial<K6Summary>;
  return typeof metrics === 'object' && metrics !== null && 'http_req_duration' in metrics;
}

/** Reads a k6 summary. Routes are the sub-metrics by the tag `route`, which scripts that we write ask for. */
export function fromK6({ metrics, state }: K6Summary): ForeignResult {
  const routes: Record<string, Figures> = {};
  for (const name of Object.keys(metrics)) {
    const [, route] = /^http_req_duration\{route:(.+)\}$/.exec(name) ?? [];
    if (route !== undefined) routes[route] = figuresOf(metrics, `{route:${route}}`);
  }
  return {
    engine: 'k6',
    tookMs: state?.testRunDurationMs ?? 0,
    overall: figuresOf(metrics, ''),
    routes,
  };
}

function figuresOf(metrics: K6Summary['metrics'], tag: string): Figures {
  const value = (metric: string, name: string): number => metrics[metric + tag]?.values[name] ?? 0;
  const requests = value('http_reqs', 'count') || value('http_req_duration', 'count');
  const latency = (name: string): number => value('http_req_duration', name);
  const throttled = value('arcube_throttled', 'count');
  const failed = Math.round(value('http_req_failed', 'rate') * requests);
  const errors = Math.max(failed - throttled, 0);
  return {
    requests,
    errors,
    throttled,
    unavailable: value('arcube_unavailable', 'count'),
    outcomes: {
      ok: requests - errors - throttled,
      ...(errors && { failed: errors }),
      ...(throttled && { throttled }),
    },
    statuses: {},
    latency: {
      mean: latency('avg'),
      p50: latency('med'),
      p90: latency('p(90)'),
      p95: latency('p(95)'),
      p99: latency('p(99)'),
      'p99.9': latency('p(99.9)'),
      max: latency('max'),
    },
  };
}
