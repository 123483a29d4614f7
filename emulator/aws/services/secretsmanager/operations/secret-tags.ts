import type { Operation } from '../../../protocol/operation.js';
import { readTags } from '../tags.js';
import type { Vault } from '../vault.js';

/** `TagResource`. */
export const tagResource: Operation<Vault> = async (vault, input) => {
  Object.assign(vault.alive(input).tags, readTags(input));
  await vault.save();
  return {};
};

/** `UntagResource`. */
export const untagResource: Operation<Vault> = async (vault, input) => {
  const { tags } = vault.alive(input);
  for (const name of input.texts('TagKeys')) delete tags[name];
  await vault.save();
  return {};
};
