import type { Operation } from '../../../protocol/operation.js';
import { macAlgorithm } from '../choose-algorithm.js';
import type { KeyRing } from '../key-ring.js';
import { macOf } from '../mac.js';
import { keyIdOf } from '../members.js';

/** `GenerateMac`. */
export const generateMac: Operation<KeyRing> = (ring, input) => {
  const key = ring.usable(keyIdOf(input), 'GENERATE_VERIFY_MAC', 'GenerateMac');
  const algorithm = macAlgorithm(input, key);
  const message = input.bytes('Message', { min: 1, max: 4096 });
  return { Mac: macOf(key, message), MacAlgorithm: algorithm, KeyId: key.arn };
};
