import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import type { Parameters } from '../parameters.js';
import type { StoredParameter } from '../stored.js';

/** `AddTagsToResource` of a parameter. */
export const addTagsToResource: Operation<Parameters> = async (parameters, input) => {
  const { tags } = resource(parameters, input);
  for (const tag of input.list('Tags')) tags[tag.text('Key')] = tag.text('Value');
  await parameters.save();
  return {};
};

/** `RemoveTagsFromResource`. */
export const removeTagsFromResource: Operation<Parameters> = async (parameters, input) => {
  const { tags } = resource(parameters, input);
  for (const name of input.texts('TagKeys')) delete tags[name];
  await parameters.save();
  return {};
};

/** `ListTagsForResource`. */
export const listTagsForResource: Operation<Parameters> = (parameters, input) => ({
  TagList: Object.entries(resource(parameters, input).tags).map(([Key, Value]) => ({ Key, Value })),
});

function resource(parameters: Parameters, input: Input): StoredParameter {
  if (input.text('ResourceType') !== 'Parameter')
    throw new AwsError('InvalidResourceType', 'The resource type is not valid.');
  const id = input.text('ResourceId');
  const parameter = parameters.find(id);
  if (!parameter) throw new AwsError('InvalidResourceId', `Resource id: ${id} is not valid.`);
  return parameter;
}
