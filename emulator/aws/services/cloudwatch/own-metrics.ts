import type { InvocationRecord, RequestRecord } from '../../../kernel/events.js';
import type { Samples } from './metrics.js';
import type { Dimension, MetricId } from './stored.js';
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
  for (const ids of seriesOf(record)) {
    watch.add(ids.Throttles, 'Count', one(isThrottle ? 1 : 0));
    if (isThrottle) continue;
    watch.add(ids.Invocations, 'Count', one(1));
    watch.add(ids.Errors, 'Count', one(outcome === 'error' ? 1 : 0));
    watch.add(ids.Duration, 'Milliseconds', one(durationMs));
    watch.add(ids.ConcurrentExecutions, 'Count', one(concurrency));
  }
}

type OfFunction = Record<
  'Throttles' | 'Invocations' | 'Errors' | 'Duration' | 'ConcurrentExecutions',
  MetricId
>;

/** Series of the functions that are called: each call counts twenty numbers. */
const SERIES = new Map<string, OfFunction[]>();
const MOST_SERIES = 1000;

function seriesOf(record: InvocationRecord): OfFunction[] {
  const { functionName, qualifier = '', isAlias = false, executedVersion } = record;
  const key = `${functionName} ${qualifier} ${isAlias} ${executedVersion}`;
  let series = SERIES.get(key);
  if (!series) {
    if (SERIES.size >= MOST_SERIES) SERIES.clear();
    series = dimensionsOf(record).map(metricsWith);
    SERIES.set(key, series);
  }
  return series;
}

function metricsWith(dimensions: Dimension[]): OfFunction {
  const id = (name: string): MetricId => ({ namespace: 'AWS/Lambda', name, dimensions });
  return {
    Throttles: id('Throttles'),
    Invocations: id('Invocations'),
    Errors: id('Errors'),
    Duration: id('Duration'),
    ConcurrentExecutions: id('ConcurrentExecutions'),
  };
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

function one(value: number): Samples {
  return { values: [{ value, count: 1 }] };
}

function add(
  watch: Watch,
  namespace: string,
  name: string,
  dimensions: Dimension[],
  unit: string,
  value: number,
): void {
  watch.add({ namespace, name, dimensions }, unit, one(value));
}
