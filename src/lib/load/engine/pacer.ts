/** Below this the event loop turns without sleeping: a timer of 1 ms may fire 2 ms later. */
const SLEEPLESS_MS = 1;

/**
 * Calls `send` for each arrival when its moment has come, with the intended moment and now (both ms from the start,
 * by `performance.now`). An arrival that is late is still sent, at once: leaving it out would hide the delay
 * (coordinated omission). Resolves when all are sent or `signal` aborts.
 */
export function pace(
  arrivals: Iterator<number, void>,
  startedAt: number,
  send: (intended: number, now: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let due = arrivals.next();
    const turn = (): void => {
      try {
        let now = performance.now() - startedAt;
        // a turn ends after some sends, so that answers are read while a backlog is worked off
        for (let sent = 0; !due.done && due.value <= now && sent < 64; sent++) {
          send(due.value, now);
          due = arrivals.next();
          now = performance.now() - startedAt;
        }
        if (due.done || signal.aborted) resolve();
        else sleep(due.value - now, turn);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    turn();
  });
}

function sleep(ms: number, then: () => void): void {
  if (ms < SLEEPLESS_MS) setImmediate(then);
  // one ms early, and the rest without sleeping; at most 100 ms, so that an abort is noticed
  else setTimeout(then, Math.min(Math.max(Math.floor(ms) - 1, 1), 100));
}
