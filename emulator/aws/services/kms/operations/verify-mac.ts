import { timingSafeEqual } from 'node:crypto';
import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { macAlgorithm } from '../choose-algorithm.js';
import type { KeyRing } from '../key-ring.js';
import { macOf } from '../mac.js';
import { keyIdOf } from '../members.js';

/** `VerifyMac`: a MAC that does not fit is an error, as on AWS. */
export const verifyMac: Operation<KeyRing> = (ring, input) => {
  const key = ring.usable(keyIdOf(input), 'GENERATE_VERIFY_MAC', 'VerifyMac');
  const algorithm = macAlgorithm(input, key);
  const given = input.bytes('Mac', { min: 1, max: 6144 });
  const expected = macOf(key, input.bytes('Message', { min: 1, max: 4096 }));
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new AwsError('KMSInvalidMacException', '');
  return { KeyId: key.arn, MacValid: true, MacAlgorithm: algorithm };
};
