import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { pageOf } from '../members.js';

/** `ListKeys`, in pages. */
export const listKeys: Operation<KeyRing> = (ring, input) => {
  const { items, members } = pageOf(input, ring.all(), ({ id }) => id);
  return { Keys: items.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })), ...members };
};
