import { setTimeout as wait } from 'node:timers/promises';

/** How often the clock is looked at, in milliseconds. */
const LOOK = 200;

/**
 * Waits until `Date` has come to `ms` after `from` (epoch ms). Timers alone run by the machine, and `Date` by a clock that
 * may be moved: ahead, the wait ends at once; back to before `from`, it begins anew there, so that it lasts no longer than `ms`.
 */
export async function untilClock(from: number, ms: number): Promise<void> {
  for (let begin = from; ; ) {
    const now = Date.now();
    if (now < begin) begin = now;
    const left = begin + ms - now;
    if (left <= 0) return;
    await wait(Math.min(left, LOOK));
  }
}
