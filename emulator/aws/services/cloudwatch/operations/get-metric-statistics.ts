import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { invalid, readPeriod, seriesOf } from '../metric-input.js';
import { pointsOf, statisticOf } from '../metrics.js';
import type { Watch } from '../watch.js';

const MOST = 1440;
const STATISTICS = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'];

/** `GetMetricStatistics`: at most 1,440 points. */
export const getMetricStatistics: Operation<Watch> = (watch, input) => {
  const [start, end] = [input.optionalTime('StartTime'), input.optionalTime('EndTime')];
  if (start === undefined || end === undefined)
    throw new AwsError('MissingParameter', 'The parameters StartTime and EndTime are required.');
  if (start >= end) throw invalid('The parameter StartTime must be less than the parameter EndTime.');
  const period = readPeriod(input);
  const simple = input.optionalTexts('Statistics') ?? [];
  const extended = input.optionalTexts('ExtendedStatistics') ?? [];
  for (const one of simple)
    if (!STATISTICS.includes(one)) throw invalid(`The value ${one} for parameter Statistics is invalid.`);
  if (simple.length + extended.length === 0)
    throw new AwsError(
      'MissingParameter',
      'The parameters Statistics or ExtendedStatistics must be specified.',
    );
  const wanted = Math.ceil((end - start) / (period * 1000));
  if (wanted > MOST)
    throw new AwsError(
      'InvalidParameterCombination',
      `You have requested up to ${wanted} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    );
  const series = seriesOf(watch.state.series, input);
  const points = [...pointsOf(series, start, end, period)].map(([time, point]): Dict => {
    const percentiles = Object.fromEntries(
      extended.flatMap((one) =>
        statisticOf(point, one) === undefined ? [] : [[one, statisticOf(point, one)]],
      ),
    );
    return {
      Timestamp: new Date(time),
      ...Object.fromEntries(simple.map((one) => [one, statisticOf(point, one)])),
      ...(extended.length > 0 && { ExtendedStatistics: percentiles }),
      Unit: series?.unit ?? 'None',
    };
  });
  return { Label: input.text('MetricName'), Datapoints: points };
};
