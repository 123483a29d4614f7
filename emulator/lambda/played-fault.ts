import { setTimeout as sleep } from 'node:timers/promises';
import { type DrawnFault, describeFault, INJECTED } from '../kernel/faults.js';
import type { LambdaOutcome } from '../kernel/lambda.js';
import { throttled } from './concurrency.js';
import type { LambdaOptions } from './options.js';
import { timedOut } from './payloads.js';
import type { Target } from './registry.js';

/** Plays a fault; answers the outcome, unless the event is to go on after a delay. Throws for a throttle. */
export async function playFault(
  { clock, events, ids }: LambdaOptions,
  fault: DrawnFault,
  { entry, version }: Target,
  storyId: string | undefined,
): Promise<LambdaOutcome | undefined> {
  const { latencyMs, outcome } = fault;
  const text = `${INJECTED}: ${describeFault(fault)}`;
  const story = storyId ? { requestId: storyId } : {};
  events.emit('log', { time: clock.now(), functionName: entry.name, logStream: 'faults', text, ...story });
  if (latencyMs > 0) await sleep(latencyMs);
  if (outcome === 'throttle') throw throttled('ConcurrentInvocationLimitExceeded');
  if (!outcome) return undefined;
  const requestId = ids.uuid();
  const { timeout } = version.definition;
  if (outcome === 'timeout') await sleep(timeout * 1000);
  const payload =
    outcome === 'timeout'
      ? timedOut(requestId, timeout).payload
      : JSON.stringify({ errorType: 'InjectedFault', errorMessage: text, trace: [] });
  return {
    payload,
    functionError: 'Unhandled',
    requestId,
    executedVersion: version.version,
    durationMs: outcome === 'timeout' ? timeout * 1000 : 0,
  };
}
