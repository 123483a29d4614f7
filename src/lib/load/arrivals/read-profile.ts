import { parseDuration } from '../../../core/duration.js';
import { userError } from '../../../core/errors.js';
import type { LoadModel } from '../arrivals/load-model.js';
import { constant, type Profile, ramp, spike, steps } from './profile.js';

/** How much load, in the words of the command line. */
export interface ProfileWords {
  /** `50`, `10..200` or `50,100,200`: requests (journeys) a second. */
  rate: string;
  /** `30s`, `10m` */
  duration: string;
  /** Times the rate, for the middle fifth. */
  spike?: number | undefined;
  /** Users of the closed model, instead of a rate. */
  users?: number | undefined;
  spacing: 'even' | 'poisson';
}

/** More arrivals a second than any generator here could send: a slip of the finger. */
const MOST_RATE = 1_000_000;

/** Reads what load is asked for. Throws LOAD_PROFILE and NOT_A_DURATION. */
export function readModel({ rate, duration, spike: factor, users, spacing }: ProfileWords): LoadModel {
  const durationMs = parseDuration(duration);
  if (durationMs <= 0) throw userError('LOAD_PROFILE', { what: 'The duration must be longer than nothing.' });
  if (users !== undefined) return { kind: 'closed', users, durationMs };
  return { kind: 'open', profile: readRate(rate, durationMs, factor), spacing };
}

function readRate(text: string, durationMs: number, factor: number | undefined): Profile {
  const [, from, to] = /^(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const rates = from !== undefined && to !== undefined ? [from, to] : text.split(',');
  const numbers = rates.map(Number);
  if (numbers.some((rate) => !(rate >= 0 && rate <= MOST_RATE)) || numbers.every((rate) => rate === 0))
    throw userError('LOAD_PROFILE', {
      what: `\`${text}\` is no rate: write 50, a ramp 10..200, or steps 50,100,200.`,
    });
  if (factor !== undefined && numbers.length > 1)
    throw userError('LOAD_PROFILE', { what: 'A spike stands on one rate, not on a ramp or steps.' });
  const [first = 0, second = 0] = numbers;
  if (factor !== undefined) return spike(first, factor, durationMs);
  if (from !== undefined) return ramp(first, second, durationMs);
  return numbers.length > 1 ? steps(numbers, durationMs) : constant(first, durationMs);
}
