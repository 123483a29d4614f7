import { createHash } from 'node:crypto';

/** A number in [0, 1) made of a text alone: places and days differ, and every run agrees. */
export function variation(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** An integer from `low` to `high`, by `text`. */
export function between(low: number, high: number, text: string): number {
  return Math.round(low + (high - low) * variation(text));
}
