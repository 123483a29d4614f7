import { judgeSlo, type Observed, type Verdict } from '../../../core/slo/judge-slo.js';
import type { SloConfig } from '../../../core/slo/read-slo.js';
import type { RouteTable } from '../contract/operations.js';
import type { Reply } from '../http/api-caller.js';
import type { Call } from '../http/exchange.js';

/** Fewer requests say nothing about a percentile or a share of half a percent. */
const LEAST_REQUESTS = 20;

interface Seen {
  latencies: number[];
  errors: number;
  throttled: number;
  unavailable: number;
}

/** Gathers what requests took and how they ended, for the SLO. */
export class SloMeter {
  readonly #routes: RouteTable | undefined;
  readonly #overall = blank();
  readonly #byRoute = new Map<string, Seen>();

  constructor(routes: RouteTable | undefined) {
    this.#routes = routes;
  }

  count({ method, path }: Call, reply: Reply): void {
    const route = this.#routes?.find(method, path)?.route;
    add(this.#overall, reply);
    if (route === undefined) return;
    const seen = this.#byRoute.get(route) ?? blank();
    this.#byRoute.set(route, seen);
    add(seen, reply);
  }

  /** Judges; what was asked for less than twenty times is left unmeasured. */
  judge(slo: SloConfig): Verdict[] {
    const routes = [...this.#byRoute].filter(([, { latencies }]) => latencies.length >= LEAST_REQUESTS);
    return judgeSlo(
      slo,
      observed(this.#overall),
      new Map(routes.map(([route, seen]) => [route, observed(seen)])),
    );
  }
}

function blank(): Seen {
  return { latencies: [], errors: 0, throttled: 0, unavailable: 0 };
}

/** A refusal is an answer: only what did not answer, or answered with 5xx, is an error. */
function add(seen: Seen, { status, durationMs }: Reply): void {
  seen.latencies.push(durationMs);
  const failed = status === 0 || status >= 500;
  if (failed) {
    seen.errors++;
    seen.unavailable++;
  }
  if (status === 429) seen.throttled++;
}

function observed({ latencies, errors, throttled, unavailable }: Seen): Observed {
  const sorted = latencies.toSorted((a, b) => a - b);
  const requests = sorted.length < LEAST_REQUESTS ? 0 : sorted.length;
  return {
    requests,
    errors,
    throttled,
    unavailable,
    percentile: (percent) => sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0,
  };
}
