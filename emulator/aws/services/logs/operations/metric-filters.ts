import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import type { Archive } from '../archive.js';
import { compileFilter } from '../filter-pattern.js';
import { pageOf } from '../pages.js';
import type { MetricTransformation, StoredGroup } from '../stored.js';

/** Filters that a group may have (CloudWatch Logs quotas). */
const MOST = 100;
const NUMBER = /^-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;

/** `PutMetricFilter`: makes a filter, or another of the same name. */
export const putMetricFilter: Operation<Archive> = async (archive, input) => {
  const group = archive.group(input);
  const filterName = input.text('filterName', { min: 1, max: 512, pattern: /^[^:*]*$/ });
  const filterPattern = input.text('filterPattern', { max: 1024 });
  compileFilter(filterPattern);
  const metricTransformations: [MetricTransformation] = [transformation(input)];
  group.metricFilters ??= {};
  const present = group.metricFilters[filterName];
  if (!present && Object.keys(group.metricFilters).length >= MOST)
    throw new AwsError('LimitExceededException', 'Resource limit exceeded.');
  const creationTime = present?.creationTime ?? archive.now;
  group.metricFilters[filterName] = { filterName, filterPattern, creationTime, metricTransformations };
  await archive.save();
  return {};
};

/** `DeleteMetricFilter`. */
export const deleteMetricFilter: Operation<Archive> = async (archive, input) => {
  const { metricFilters = {} } = archive.group(input);
  const name = input.text('filterName', { min: 1, max: 512 });
  if (!Object.hasOwn(metricFilters, name))
    throw new AwsError('ResourceNotFoundException', 'The specified metric filter does not exist.');
  delete metricFilters[name];
  await archive.save();
  return {};
};

/** `DescribeMetricFilters` of one group or of all, by the beginning of their names or by their metric. */
export const describeMetricFilters: Operation<Archive> = (archive, input) => {
  const prefix = input.optionalText('filterNamePrefix') ?? '';
  const [metric, namespace] = [input.optionalText('metricName'), input.optionalText('metricNamespace')];
  const groups: StoredGroup[] = input.has('logGroupName')
    ? [archive.group(input)]
    : Object.values(archive.state.groups);
  const all = groups
    .flatMap(({ name: logGroupName, metricFilters = {} }) =>
      Object.values(metricFilters).map((filter) => ({ ...filter, logGroupName })),
    )
    .filter(({ filterName, metricTransformations: [{ metricName, metricNamespace }] }) => {
      const ofMetric = metric === undefined || (metricName === metric && metricNamespace === namespace);
      return filterName.startsWith(prefix) && ofMetric;
    })
    .sort((a, b) => (a.filterName < b.filterName ? -1 : 1));
  const { items, next } = pageOf(input, all, 50);
  return { metricFilters: items, ...next };
};

function transformation(input: Input): MetricTransformation {
  const [first, ...more] = input.list('metricTransformations');
  if (!first || more.length > 0)
    throw input.invalid(
      'metricTransformations',
      `[${input.list('metricTransformations').length}]`,
      first
        ? 'Member must have length less than or equal to 1'
        : 'Member must have length greater than or equal to 1',
    );
  const metricValue = first.text('metricValue', { max: 100 });
  if (!NUMBER.test(metricValue) && !metricValue.startsWith('$'))
    throw new AwsError('InvalidParameterException', `Invalid metric value: ${metricValue}`);
  const [defaultValue, unit] = [first.optionalNumber('defaultValue'), first.optionalText('unit')];
  const dimensions = first.optionalMap('dimensions');
  if (dimensions && defaultValue !== undefined)
    throw new AwsError(
      'InvalidParameterException',
      'Invalid metric transformation: a default value cannot be used with dimensions.',
    );
  return {
    metricName: first.text('metricName', { max: 255, pattern: /^[^:*$]*$/ }),
    metricNamespace: first.text('metricNamespace', { max: 255, pattern: /^[^:*$]*$/ }),
    metricValue,
    ...(defaultValue !== undefined && { defaultValue }),
    ...(unit !== undefined && { unit }),
    ...(dimensions && { dimensions }),
  };
}
