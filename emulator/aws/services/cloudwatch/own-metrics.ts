import type { RequestRecord, Span } from '../../../kernel/events.js';
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

/** Metrics that Lambda publishes for each invocation, by function (Lambda developer guide). */
export function countInvocation(watch: Watch, { name, durationMs, error }: Span): void {
  const dimensions = [{ Name: 'FunctionName', Value: name }];
  add(watch, 'AWS/Lambda', 'Invocations', dimensions, 'Count', 1);
  add(watch, 'AWS/Lambda', 'Errors', dimensions, 'Count', error === undefined ? 0 : 1);
  add(watch, 'AWS/Lambda', 'Duration', dimensions, 'Milliseconds', durationMs);
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
