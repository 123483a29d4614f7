import type { InvocationRecord, RequestRecord } from '../../../kernel/events.js';
import type { Dimension } from './stored.js';
import type { Watch } from './watch.js';

/** Metrics that API Gateway publishes for each request, by API and by stage (API Gateway developer guide). */
export function countRequest(
  watch: Watch,
  apiName: string,
  { stage, status, durationMs }: RequestRecord,
): void {
  const values: [name: string, unit: string, value: number][] = [
    ['Count', 'Count', 1],
    ['4XXError', 'Count', status >= 400 && status < 500 ? 1 : 0],
    ['5XXError', 'Count', status >= 500 ? 1 : 0],
    ['Latency', 'Milliseconds', durationMs],
  ];
  const byApi = [{ Name: 'ApiName', Value: apiName }];
  for (const dimensions of [byApi, [...byApi, { Name: 'Stage', Value: stage }]])
    for (const [name, unit, value] of values) add(watch, 'AWS/ApiGateway', name, dimensions, unit, value);
}

/**
 * Metrics that Lambda publishes for each invocation: for the account, the function, what was asked for (`name`,
 * `name:alias` or `name:version`) and, of an alias, the version that ran (Lambda developer guide, "Types of metrics").
 * A throttled event is no invocation; its version is counted all the same, so that an alarm on a new version sees it.
 */
export function countInvocation(watch: Watch, record: InvocationRecord): void {
  const { outcome, durationMs, concurrency } = record;
  const isThrottle = outcome === 'throttle';
  for (const dimensions of dimensionsOf(record)) {
    add(watch, 'AWS/Lambda', 'Throttles', dimensions, 'Count', isThrottle ? 1 : 0);
    if (isThrottle) continue;
    add(watch, 'AWS/Lambda', 'Invocations', dimensions, 'Count', 1);
    add(watch, 'AWS/Lambda', 'Errors', dimensions, 'Count', outcome === 'error' ? 1 : 0);
    add(watch, 'AWS/Lambda', 'Duration', dimensions, 'Milliseconds', durationMs);
    add(watch, 'AWS/Lambda', 'ConcurrentExecutions', dimensions, 'Count', concurrency);
  }
}

/** Sorted by name, as series are kept. */
function dimensionsOf({
  functionName,
  qualifier,
  isAlias,
  executedVersion,
}: InvocationRecord): Dimension[][] {
  const byFunction = { Name: 'FunctionName', Value: functionName };
  const resource = qualifier === undefined ? functionName : `${functionName}:${qualifier}`;
  const byResource = { Name: 'Resource', Value: resource };
  const byVersion = { Name: 'ExecutedVersion', Value: executedVersion };
  return [
    [],
    [byFunction],
    [byFunction, byResource],
    ...(isAlias ? [[byVersion, byFunction, byResource]] : []),
  ];
}

function add(
  watch: Watch,
  namespace: string,
  name: string,
  dimensions: Dimension[],
  unit: string,
  value: number,
): void {
  watch.add({ namespace, name, dimensions }, unit, { values: [{ value, count: 1 }] });
}
