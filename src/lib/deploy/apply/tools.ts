import { setTimeout as sleep } from 'node:timers/promises';
import { killAtBoundary } from '../../journal/kill-point.js';
import type { DeployTools } from './deploys.js';

/** A moment at which tests end the process: after so many boundaries of steps. */
const KILL_AT = 'ARCUBE_DEPLOY_KILL_AT';
/** Milliseconds between two looks; for tests, whose clock moves fast. */
const LOOK = 'ARCUBE_DEPLOY_LOOK_MS';

/** Lets time pass on the machine's own clock; ends early when it is asked to stop. */
export function systemPause(signal: AbortSignal): (ms: number) => Promise<void> {
  const most = Number(process.env[LOOK] ?? Number.POSITIVE_INFINITY);
  return async (ms) => {
    await sleep(Math.max(1, Math.min(ms, most)), undefined, { signal }).catch(() => undefined);
  };
}

/** How a command runs a deploy. */
export function systemTools(signal: AbortSignal, api: Pick<DeployTools, 'verify' | 'traffic'>): DeployTools {
  return {
    signal,
    ...api,
    pause: systemPause(signal),
    boundary: killAtBoundary(Number(process.env[KILL_AT] ?? 0)),
  };
}
