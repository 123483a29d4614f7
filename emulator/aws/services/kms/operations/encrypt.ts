import type { Operation } from '../../../protocol/operation.js';
import { encryptRsa } from '../asymmetric.js';
import { encryptionAlgorithm } from '../choose-algorithm.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';
import { seal } from '../symmetric.js';

/** `Encrypt`: at most 4,096 bytes. */
export const encrypt: Operation<KeyRing> = (ring, input) => {
  const key = ring.usable(keyIdOf(input), 'ENCRYPT_DECRYPT', 'Encrypt');
  const plaintext = input.bytes('Plaintext', { min: 1, max: 4096 });
  const algorithm = encryptionAlgorithm(input, key);
  const blob =
    key.spec === 'SYMMETRIC_DEFAULT'
      ? seal(key, plaintext, input.optionalMap('EncryptionContext'))
      : encryptRsa(key, algorithm, plaintext);
  return { CiphertextBlob: blob, KeyId: key.arn, EncryptionAlgorithm: algorithm };
};
