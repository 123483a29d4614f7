import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { verifyWith } from '../asymmetric.js';
import { signingAlgorithm } from '../choose-algorithm.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';
import { messageOf } from './sign.js';

/** `Verify`: a signature that does not fit is an error, as on AWS. */
export const verify: Operation<KeyRing> = (ring, input) => {
  const key = ring.usable(keyIdOf(input), 'SIGN_VERIFY', 'Verify');
  const algorithm = signingAlgorithm(input, key);
  const signature = input.bytes('Signature', { min: 1, max: 6144 });
  if (!verifyWith(key, algorithm, messageOf(input), signature))
    throw new AwsError('KMSInvalidSignatureException', '');
  return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: algorithm };
};
