import type { LoadModel } from '../arrivals/load-model.js';
import { arrivalsOf, durationOf } from '../arrivals/profile.js';
import type { Latencies } from './latencies.js';

/** Whether a run may be judged at all, and if not, why. */
export interface Validity {
  valid: boolean;
  reasons: string[];
  /** How late the generator sent, ms. */
  lagP99: number;
  lagMax: number;
}

/** What the question is decided by. */
export interface RunFacts {
  model: LoadModel;
  lag: Latencies;
  /** Journeys begun by all generators. */
  begun: number;
  /** Wall-clock length of sending, ms. */
  sentForMs: number;
  stopped: boolean;
  maxLagMs: number;
}

/**
 * A run says nothing of the target when the generator itself could not keep up: then the load was not the one asked
 * for, and the latencies hold the generator's own delay.
 */
export function judgeValidity({ model, lag, begun, sentForMs, stopped, maxLagMs }: RunFacts): Validity {
  const lagP99 = lag.percentile(99);
  const reasons: string[] = [];
  if (lagP99 > maxLagMs)
    reasons.push(
      `1 % of the requests were sent ${lagP99.toFixed(1)} ms late or later (${maxLagMs} ms is allowed): the generator fell behind.`,
    );
  if (model.kind === 'open' && !stopped) {
    const asked = arrivalsOf(model.profile);
    if (model.spacing === 'even' && begun < asked) reasons.push(`${begun} of ${asked} journeys were begun.`);
    const late = sentForMs - durationOf(model.profile);
    if (late > Math.max(maxLagMs * 5, 250))
      reasons.push(`The last requests were sent ${(late / 1000).toFixed(1)} s after the end of the profile.`);
  }
  if (begun === 0) reasons.push('Nothing was sent.');
  return { valid: reasons.length === 0, reasons, lagP99, lagMax: lag.max };
}
