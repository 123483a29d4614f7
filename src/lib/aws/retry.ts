import { ExponentialBackoff, handleWhen, handleWhenResult, retry } from 'cockatiel';
import { isTransient } from './failure.js';

/** Tries of a step whose calls were throttled, timed out or met a failing server. */
const TRIES = 6;
/** Looks at a change until it is seen. */
const LOOKS = 8;

const again = retry(handleWhen(isTransient), {
  maxAttempts: TRIES - 1,
  backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 3_000 }),
});

/** Runs `step` again after a passing failure, a bounded number of times. It must look before it acts. */
export function withRetry<T>(step: () => Promise<T>): Promise<T> {
  return again.execute(step);
}

const look = retry(
  handleWhenResult((seen) => seen !== true),
  {
    maxAttempts: LOOKS - 1,
    backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 2_000 }),
  },
);

/** Reads a change back until `isThere` says so; false when it never does. */
export function readBack(isThere: () => Promise<boolean>): Promise<boolean> {
  return look.execute(isThere);
}
