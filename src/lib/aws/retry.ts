import { ExponentialBackoff, handleWhen, handleWhenResult, retry } from 'cockatiel';
import { isTransient } from './failure.js';

/** Tries of a step whose calls were throttled, timed out or met a failing server. */
export const TRIES = 6;
/** First wait before another try, milliseconds; tests, whose endpoint is at hand, have no time for it. */
const FIRST = Number(process.env.ARCUBE_RETRY_MS ?? 100);
/** Looks at a change until it is seen. */
const LOOKS = 8;

const again = retry(handleWhen(isTransient), {
  maxAttempts: TRIES - 1,
  backoff: new ExponentialBackoff({ initialDelay: FIRST, maxDelay: 30 * FIRST }),
});

/** Runs `step` again after a passing failure, a bounded number of times. It must look before it acts. */
export function withRetry<T>(step: () => Promise<T>): Promise<T> {
  return again.execute(step);
}

const look = retry(
  handleWhenResult((seen) => seen !== true),
  {
    maxAttempts: LOOKS - 1,
    backoff: new ExponentialBackoff({ initialDelay: FIRST / 2, maxDelay: 20 * FIRST }),
  },
);

/** Reads a change back until `isThere` says so; false when it never does. */
export function readBack(isThere: () => Promise<boolean>): Promise<boolean> {
  return look.execute(isThere);
}
