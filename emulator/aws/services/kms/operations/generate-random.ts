import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';

/** `GenerateRandom`. */
export const generateRandom: Operation<KeyRing> = (ring, input) => ({
  Plaintext: ring.ids.bytes(input.integer('NumberOfBytes', { min: 1, max: 1024 })),
});
