import type { Observed } from '../../../core/slo/judge-slo.js';
import type { Outcome } from '../engine/samples.js';
import { Latencies } from './latencies.js';

/** Counts and latencies of a route, of all requests, or of a stretch of time. */
export class Tally implements Observed {
  readonly latencies: Latencies;
  readonly outcomes = new Map<Outcome, number>();
  readonly statuses = new Map<number, number>();
  requests = 0;
  throttled = 0;
  errors = 0;
  unavailable = 0;
  coldStarts?: number;

  /** @param digits of latencies that stay exact */
  constructor(digits: 2 | 3 = 3) {
    this.latencies = new Latencies(digits);
  }

  add(outcome: Outcome, status: number, latency: number): void {
    this.requests++;
    this.latencies.add(latency);
    count(this.outcomes, outcome);
    count(this.statuses, status);
    if (outcome === 'throttled') this.throttled++;
    else if (outcome !== 'ok') this.errors++;
    // a journey that had no value to send was never answered, but nobody was asked either
    const unanswered = status === 0 && outcome !== 'failed-check';
    if (outcome !== 'ok' && (unanswered || status >= 500)) this.unavailable++;
  }

  merge(other: Tally): void {
    this.requests += other.requests;
    this.throttled += other.throttled;
    this.errors += other.errors;
    this.unavailable += other.unavailable;
    this.latencies.merge(other.latencies);
    for (const [outcome, n] of other.outcomes) count(this.outcomes, outcome, n);
    for (const [status, n] of other.statuses) count(this.statuses, status, n);
  }

  percentile(percent: number): number {
    return this.latencies.percentile(percent);
  }
}

function count<K>(counts: Map<K, number>, key: K, n = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}
