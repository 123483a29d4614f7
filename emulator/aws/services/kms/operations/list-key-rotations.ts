import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf, pageOf } from '../members.js';

/** `ListKeyRotations`: those that have been, by schedule and on demand. */
export const listKeyRotations: Operation<KeyRing> = (ring, input) => {
  const key = ring.findById(keyIdOf(input));
  const { items, members } = pageOf(input, key.rotation.done, ({ date, type }) => `${type}:${date}`);
  const rotations = items.map(({ date, type }) => ({
    KeyId: key.id,
    RotationDate: new Date(date),
    RotationType: type,
  }));
  return { Rotations: rotations, ...members };
};
