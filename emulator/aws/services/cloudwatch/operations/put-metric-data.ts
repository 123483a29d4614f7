import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { invalid, readDimensions } from '../metric-input.js';
import type { Samples } from '../metrics.js';
import type { Watch } from '../watch.js';

/** `PutMetricData`: values, lists of values with counts, or sets of statistics. */
export const putMetricData: Operation<Watch> = async (watch, input) => {
  const namespace = input.text('Namespace', { min: 1, max: 255 });
  if (namespace.startsWith('AWS/')) throw invalid('The value AWS/ for parameter Namespace is invalid.');
  const data = input.list('MetricData');
  if (data.length > 1000)
    throw new AwsError(
      'InvalidParameterValue',
      'The collection MetricData must not have a size greater than 1000.',
    );
  const read = data.map((one) => ({
    id: { namespace, name: one.text('MetricName', { min: 1, max: 255 }), dimensions: readDimensions(one) },
    unit: one.optionalText('Unit') ?? 'None',
    time: one.optionalTime('Timestamp') ?? watch.now,
    samples: readSamples(one),
  }));
  for (const { id, unit, time, samples } of read) watch.add(id, unit, samples, time);
  await watch.save();
  return {};
};

function readSamples(input: Input): Samples {
  const value = input.optionalNumber('Value');
  if (value !== undefined) return { values: [{ value, count: 1 }] };
  const statistics = input.optionalInner('StatisticValues');
  if (statistics) {
    const [count, sum] = [
      statistics.optionalNumber('SampleCount') ?? 0,
      statistics.optionalNumber('Sum') ?? 0,
    ];
    return {
      values: [],
      statistics: {
        count,
        sum,
        min: statistics.optionalNumber('Minimum') ?? 0,
        max: statistics.optionalNumber('Maximum') ?? 0,
      },
    };
  }
  const values = (input.raw.Values ?? []) as unknown[];
  const counts = (input.raw.Counts ?? []) as unknown[];
  if (!Array.isArray(values) || values.length === 0)
    throw new AwsError(
      'InvalidParameterCombination',
      'At least one of the parameters must be specified: Value, StatisticValues, Values.',
    );
  if (!Array.isArray(counts) || (counts.length > 0 && counts.length !== values.length))
    throw new AwsError(
      'InvalidParameterValue',
      'The parameters Values and Counts must have the same number of members.',
    );
  return { values: values.map((one, index) => ({ value: Number(one), count: Number(counts[index] ?? 1) })) };
}
