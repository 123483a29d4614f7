import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import { evaluateExpression, type Values } from './expression.js';
import { readMetric, readPeriod } from './metric-input.js';
import { pointsOf, type SeriesBook, seriesKey, statisticOf } from './metrics.js';
import type { MetricId } from './stored.js';

/** One of `MetricDataQueries`: a metric's statistic, or an expression over others. */
export interface Query {
  id: string;
  label: string;
  returned: boolean;
  metric?: { id: MetricId; period: number; statistic: string };
  expression?: string;
}

/** Reads `MetricDataQueries`. Throws `ValidationError`. */
export function readQueries(list: readonly Input[]): Query[] {
  const queries = list.map(readQuery);
  if (new Set(queries.map(({ id }) => id)).size < queries.length)
    throw new AwsError('ValidationError', 'The values for parameter id in MetricDataQueries must be unique.');
  return queries;
}

function readQuery(input: Input): Query {
  const id = input.text('Id', { min: 1, max: 255 });
  if (!/^[a-z]\w*$/.test(id))
    throw new AwsError(
      'ValidationError',
      `The value ${id} for parameter id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
    );
  const stat = input.optionalInner('MetricStat');
  const expression = input.optionalText('Expression', { min: 1, max: 2048 });
  if ((stat === undefined) === (expression === undefined))
    throw new AwsError('ValidationError', 'Either Expression or MetricStat must be given for each query.');
  const metric = stat && {
    id: readMetric(stat.inner('Metric')),
    period: readPeriod(stat),
    statistic: stat.text('Stat'),
  };
  return {
    id,
    label: input.optionalText('Label') ?? metric?.id.name ?? id,
    returned: input.flag('ReturnData', true),
    ...(metric && { metric }),
    ...(expression !== undefined && { expression }),
  };
}

/** Values of every query by its id: start of the period (epoch ms) → value. */
export function runQueries(
  queries: readonly Query[],
  book: SeriesBook,
  start: number,
  end: number,
): Map<string, Values> {
  const results = new Map<string, Values>();
  for (const { id, metric } of queries) {
    if (!metric) continue;
    const values: Values = new Map();
    for (const [time, point] of pointsOf(book[seriesKey(metric.id)], start, end, metric.period)) {
      const value = statisticOf(point, metric.statistic);
      if (value !== undefined) values.set(time, value);
    }
    results.set(id, values);
  }
  for (const { id, expression } of queries)
    if (expression !== undefined) results.set(id, evaluateExpression(expression, results));
  return results;
}
