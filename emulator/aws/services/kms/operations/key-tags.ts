import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf, pageOf, readTags } from '../members.js';

/** `TagResource`. */
export const tagResource: Operation<KeyRing> = async (ring, input) => {
  Object.assign(ring.findById(keyIdOf(input)).tags, readTags(input));
  await ring.save();
  return {};
};

/** `UntagResource`. */
export const untagResource: Operation<KeyRing> = async (ring, input) => {
  const { tags } = ring.findById(keyIdOf(input));
  for (const name of input.texts('TagKeys')) delete tags[name];
  await ring.save();
  return {};
};

/** `ListResourceTags`. */
export const listResourceTags: Operation<KeyRing> = (ring, input) => {
  const tags = Object.entries(ring.findById(keyIdOf(input)).tags);
  const { items, members } = pageOf(input, tags, ([name]) => name);
  return { Tags: items.map(([TagKey, TagValue]) => ({ TagKey, TagValue })), ...members };
};
