import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import { type SeriesBook, seriesKey, sorted } from './metrics.js';
import type { Dimension, MetricId, StoredSeries } from './stored.js';

/** `Namespace`, `MetricName` and `Dimensions`. */
export function readMetric(input: Input): MetricId {
  return {
    namespace: input.text('Namespace', { min: 1, max: 255 }),
    name: input.text('MetricName', { min: 1, max: 255 }),
    dimensions: readDimensions(input),
  };
}

/** `Dimensions`, at most 30. */
export function readDimensions(input: Input): Dimension[] {
  const all = input.list('Dimensions');
  if (all.length > 30)
    throw new AwsError(
      'InvalidParameterValueException',
      'The parameter Dimensions must have at most 30 members.',
      400,
    );
  return sorted(
    all.map((one) => ({
      Name: one.text('Name', { min: 1, max: 255 }),
      Value: one.text('Value', { min: 1, max: 1024 }),
    })),
  );
}

/** The series that an input names. */
export function seriesOf(book: SeriesBook, input: Input): StoredSeries | undefined {
  return book[seriesKey(readMetric(input))];
}

/** `Period`: whole minutes. */
export function readPeriod(input: Input): number {
  const period = input.integer('Period', { min: 1 });
  if (period % 60 === 0) return period;
  throw invalid(
    `The parameter Period must be a multiple of 60. This endpoint keeps no points finer than a minute.`,
  );
}

/** CloudWatch's error for a value that cannot be. */
export function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterValue', message);
}
