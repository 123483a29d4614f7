import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';

/** `UpdateKeyDescription`. */
export const updateKeyDescription: Operation<KeyRing> = async (ring, input) => {
  ring.findById(keyIdOf(input)).description = input.text('Description', { max: 8192 });
  await ring.save();
  return {};
};
