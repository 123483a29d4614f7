import { setTimeout as sleep } from 'node:timers/promises';
import { callerIdentity } from '../aws/identity.js';
import type { Target } from './target.js';

/** Between two looks at AWS's time in a long wait, milliseconds: a moved clock is seen this late. */
const LOOK = 5_000;

/**
 * Lets time pass: no longer than the wait, and no longer than until the next look at AWS's time.
 * @param most milliseconds between two looks
 */
export function systemPause(target: Target, signal: AbortSignal, most = LOOK): (ms: number) => Promise<void> {
  return async (ms) => {
    await sleep(Math.max(1, Math.min(ms, most)), undefined, { signal }).catch(() => undefined);
    const [home] = target.regions;
    // the clock follows the answer; a region that is down for a moment must not end a wait of hours
    if (home && !signal.aborted) await callerIdentity(home).catch(() => undefined);
  };
}
