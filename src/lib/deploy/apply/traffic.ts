import { join } from 'node:path';
import { packageRoot } from '../../../core/package-root.js';
import type { TrafficSeen } from './entries.js';
import type { Callers } from './smoke.js';

/** Longer than any deployment: the traffic is stopped when the last one has ended. Milliseconds. */
const LONGEST = 24 * 3600_000;

/** Synthetic traffic that goes on. */
export interface RunningTraffic {
  /** Ends it, and says what it saw. Idempotent. */
  stop(): Promise<TrafficSeen>;
}

/** Sends requests to an API at a steady rate, by the second; resolves when the first have been answered. */
export type StartTraffic = (url: string, rate: number) => Promise<RunningTraffic>;

/**
 * Traffic of the load tester's engine: reads that leave nothing behind, by whoever the credentials name; without any,
 * only what needs none.
 */
export function trafficOf(projectDir: string, callers: Callers): StartTraffic {
  return async (url, rate) => {
    const stop = new AbortController();
    let flows: () => void = () => undefined;
    const flowing = new Promise<void>((resolve) => {
      flows = resolve;
    });
    const run = send({ projectDir, callers, origin: url, rate, flows }, stop.signal);
    // what keeps it from flowing is told when it is stopped
    await Promise.race([flowing, run.catch(() => undefined)]);
    return {
      stop: () => {
        stop.abort();
        return run;
      },
    };
  };
}

interface Sending {
  projectDir: string;
  callers: Callers;
  origin: string;
  rate: number;
  /** Called once requests have been answered. */
  flows(): void;
}

async function send(
  { projectDir, callers, origin, rate, flows }: Sending,
  signal: AbortSignal,
): Promise<TrafficSeen> {
  const { runLoad } = await import('../../load/engine/run-load.js');
  const { prepareJourneys } = await import('../../load/prepare.js');
  const { constant } = await import('../../load/arrivals/profile.js');
  const tenants = callers();
  const wish = tenants?.length
    ? { projectDir, scenarios: [join(packageRoot(), 'templates', 'ancillary', 'traffic', 'read-only.yaml')] }
    : { projectDir, scenarios: [], request: 'GET /health' };
  const { source } = await prepareJourneys(wish, () => tenants ?? []);
  const { observation } = await runLoad(
    {
      origin,
      source,
      model: { kind: 'open', profile: constant(rate, LONGEST), spacing: 'even' },
      workers: 1,
      connections: 50,
      timeoutMs: 30_000,
      retries: false,
      warmUpMs: 0,
      seed: 'canary',
    },
    ({ overall }) => {
      if (overall.requests > 0) flows();
    },
    signal,
  );
  const { requests, errors, unavailable } = observation.overall;
  return { requests, errors, unavailable };
}
