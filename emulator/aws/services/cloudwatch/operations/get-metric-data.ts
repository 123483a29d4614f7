import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { readQueries, runQueries } from '../queries.js';
import type { Watch } from '../watch.js';

/** `GetMetricData`: metrics and metric math; newest first unless `ScanBy` says otherwise. */
export const getMetricData: Operation<Watch> = (watch, input) => {
  const [start, end] = [input.optionalTime('StartTime'), input.optionalTime('EndTime')];
  if (start === undefined || end === undefined || start >= end)
    throw new AwsError('ValidationError', 'The parameter StartTime must be less than the parameter EndTime.');
  const queries = readQueries(input.list('MetricDataQueries'));
  const isAscending = input.optionalText('ScanBy') === 'TimestampAscending';
  const results = runQueries(queries, watch.state.series, start, end);
  const shown = queries
    .filter(({ returned }) => returned)
    .map(({ id, label }) => {
      const values = [...(results.get(id) ?? [])];
      if (!isAscending) values.reverse();
      return {
        Id: id,
        Label: label,
        Timestamps: values.map(([time]) => new Date(time)),
        Values: values.map(([, value]) => value),
        StatusCode: 'Complete',
      };
    });
  return { MetricDataResults: shown, Messages: [] };
};
