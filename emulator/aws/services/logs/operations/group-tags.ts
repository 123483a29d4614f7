import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import type { Archive } from '../archive.js';
import type { StoredGroup } from '../stored.js';

/** `TagResource` of a log group. */
export const tagResource: Operation<Archive> = async (archive, input) => {
  Object.assign(groupOf(archive, input).tags, input.optionalMap('tags'));
  await archive.save();
  return {};
};

/** `UntagResource`. */
export const untagResource: Operation<Archive> = async (archive, input) => {
  const { tags } = groupOf(archive, input);
  for (const name of input.texts('tagKeys')) delete tags[name];
  await archive.save();
  return {};
};

/** `ListTagsForResource`. */
export const listTagsForResource: Operation<Archive> = (archive, input) => ({
  tags: groupOf(archive, input).tags,
});

function groupOf(archive: Archive, input: Input): StoredGroup {
  const arn = input.text('resourceArn', { min: 1 });
  const group = Object.values(archive.state.groups).find(
    ({ name }) => arn.replace(/:\*$/, '') === archive.arn(name),
  );
  if (!group) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
  return group;
}
