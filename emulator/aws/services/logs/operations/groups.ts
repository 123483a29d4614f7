import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { type Archive, exists } from '../archive.js';
import { pageOf } from '../pages.js';

/** Days that `PutRetentionPolicy` takes (CloudWatch Logs API reference). */
const RETENTIONS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** `CreateLogGroup`. */
export const createLogGroup: Operation<Archive> = async (archive, input) => {
  const name = input.text('logGroupName', { min: 1, max: 512, pattern: /^[.\-_/#A-Za-z0-9]+$/ });
  if (Object.hasOwn(archive.state.groups, name)) throw exists('log group');
  Object.assign(archive.ensureGroup(name).tags, input.optionalMap('tags'));
  await archive.save();
  return {};
};

/** `DeleteLogGroup`, with all that is in it. */
export const deleteLogGroup: Operation<Archive> = async (archive, input) => {
  delete archive.state.groups[archive.group(input).name];
  await archive.save();
  return {};
};

/** `DescribeLogGroups`, by the beginning or a part of their names. */
export const describeLogGroups: Operation<Archive> = (archive, input) => {
  const prefix = input.optionalText('logGroupNamePrefix') ?? '';
  const part = input.optionalText('logGroupNamePattern') ?? '';
  const all = Object.values(archive.state.groups)
    .filter(({ name }) => name.startsWith(prefix) && name.toLowerCase().includes(part.toLowerCase()))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, next } = pageOf(input, all, 50);
  const logGroups = items.map((group) => ({
    logGroupName: group.name,
    creationTime: group.createdAt,
    ...(group.retentionDays !== undefined && { retentionInDays: group.retentionDays }),
    ...(group.kmsKeyId !== undefined && { kmsKeyId: group.kmsKeyId }),
    metricFilterCount: Object.keys(group.metricFilters ?? {}).length,
    arn: `${archive.arn(group.name)}:*`,
    logGroupArn: archive.arn(group.name),
    logGroupClass: 'STANDARD',
    storedBytes: Object.values(group.streams).reduce(
      (sum, { events }) => sum + events.reduce((bytes, { message }) => bytes + message.length + 26, 0),
      0,
    ),
  }));
  return { logGroups, ...next };
};

/** `PutRetentionPolicy`. */
export const putRetentionPolicy: Operation<Archive> = async (archive, input) => {
  const group = archive.group(input);
  const days = input.integer('retentionInDays');
  if (!RETENTIONS.includes(days))
    throw new AwsError(
      'InvalidParameterException',
      `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${RETENTIONS.join(', ')}]`,
    );
  group.retentionDays = days;
  await archive.save();
  return {};
};

/** `DeleteRetentionPolicy`: events never expire. */
export const deleteRetentionPolicy: Operation<Archive> = async (archive, input) => {
  delete archive.group(input).retentionDays;
  await archive.save();
  return {};
};
