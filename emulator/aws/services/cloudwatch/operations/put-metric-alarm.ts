import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { COMPARISON_OPERATORS } from '../alarms.js';
import { readDimensions, readPeriod } from '../metric-input.js';
import { readQueries } from '../queries.js';
import type { Watch } from '../watch.js';

/** Members that make an alarm. */
export const KEPT = [
  'AlarmDescription',
  'ActionsEnabled',
  'OKActions',
  'AlarmActions',
  'InsufficientDataActions',
  'MetricName',
  'Namespace',
  'Statistic',
  'ExtendedStatistic',
  'Dimensions',
  'Period',
  'Unit',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ComparisonOperator',
  'TreatMissingData',
  'EvaluateLowSampleCountPercentile',
  'Metrics',
];

/** `PutMetricAlarm` on a statistic, a percentile or metric math; one of the same name is replaced. */
export const putMetricAlarm: Operation<Watch> = async (watch, input) => {
  const name = input.text('AlarmName', { min: 1, max: 255 });
  const periods = input.integer('EvaluationPeriods', { min: 1 });
  const needed = input.optionalInteger('DatapointsToAlarm', { min: 1 }) ?? periods;
  const operator = input.text('ComparisonOperator');
  if (!COMPARISON_OPERATORS.includes(operator))
    throw new AwsError(
      'ValidationError',
      `This endpoint has no alarms with ${operator}: it knows ${COMPARISON_OPERATORS.join(', ')}.`,
    );
  if (needed > periods)
    throw new AwsError(
      'ValidationError',
      'DatapointsToAlarm must be less than or equal to EvaluationPeriods.',
    );
  input.optionalText('TreatMissingData', { oneOf: ['breaching', 'notBreaching', 'ignore', 'missing'] });
  if (input.optionalNumber('Threshold') === undefined)
    throw new AwsError('ValidationError', 'Threshold is required.');
  if (input.has('Metrics')) readQueries(input.list('Metrics'));
  else {
    input.text('Namespace');
    input.text('MetricName');
    readPeriod(input);
    readDimensions(input);
    if (!input.has('Statistic') && !input.has('ExtendedStatistic'))
      throw new AwsError(
        'ValidationError',
        'Exactly one of Statistic and ExtendedStatistic must be specified.',
      );
  }
  const settings = Object.fromEntries(KEPT.flatMap((one) => (input.has(one) ? [[one, input.raw[one]]] : [])));
  const { now } = watch;
  const before = watch.state.alarms[name];
  const tags = Object.fromEntries(input.list('Tags').map((tag) => [tag.text('Key'), tag.text('Value')]));
  watch.state.alarms[name] = {
    state: 'INSUFFICIENT_DATA',
    reason: 'Unchecked: Initial alarm creation',
    stateAt: now,
    transitionedAt: now,
    ...before,
    name,
    settings,
    updatedAt: now,
    tags: { ...before?.tags, ...tags },
  };
  const summary = before ? `Alarm "${name}" updated` : `Alarm "${name}" created`;
  watch.remember({
    alarm: name,
    at: now,
    type: 'ConfigurationUpdate',
    summary,
    data: JSON.stringify({ version: '1.0', type: before ? 'Update' : 'Create' }),
  });
  watch.evaluate();
  await watch.save();
  return {};
};
