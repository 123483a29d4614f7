import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { signWith, type ToSign } from '../asymmetric.js';
import { signingAlgorithm } from '../choose-algorithm.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';

/** `Sign`, of a message or of its digest. */
export const sign: Operation<KeyRing> = (ring, input) => {
  const key = ring.usable(keyIdOf(input), 'SIGN_VERIFY', 'Sign');
  const algorithm = signingAlgorithm(input, key);
  return {
    KeyId: key.arn,
    Signature: signWith(key, algorithm, messageOf(input)),
    SigningAlgorithm: algorithm,
  };
};

/** `Message` with its `MessageType`. */
export function messageOf(input: Input): ToSign {
  const type = input.optionalText('MessageType', { oneOf: ['RAW', 'DIGEST'] });
  return { bytes: input.bytes('Message', { min: 1, max: 4096 }), isDigest: type === 'DIGEST' };
}
