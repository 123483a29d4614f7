/**
 * How the contract asks clients to try again: only after 429 and 5xx, waiting 250 ms first and twice as long each
 * time, at most 5 s, six tries in all; a `Retry-After` in seconds comes before that.
 */
const FIRST_MS = 250;
const MOST_MS = 5000;
export const MOST_TRIES = 6;

/** How long to wait before try number `tries + 1`, ms; undefined when there is to be none. */
export function retryDelay(
  status: number,
  tries: number,
  retryAfter: string | undefined,
): number | undefined {
  if (tries >= MOST_TRIES || (status !== 429 && status < 500)) return undefined;
  if (retryAfter !== undefined && /^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  return Math.min(FIRST_MS * 2 ** (tries - 1), MOST_MS);
}
