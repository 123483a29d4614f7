import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { decryptRsa } from '../asymmetric.js';
import { encryptionAlgorithm } from '../choose-algorithm.js';
import type { KeyRing } from '../key-ring.js';
import { incorrectKey } from '../sealing.js';
import { keyOfBlob, open } from '../symmetric.js';

/** `Decrypt`: a symmetric ciphertext names its key itself; `KeyId` then only has to agree. */
export const decrypt: Operation<KeyRing> = (ring, input) => {
  const blob = input.bytes('CiphertextBlob', { min: 1, max: 6144 });
  const keyId = input.optionalText('KeyId', { min: 1, max: 2048 });
  const isSymmetric =
    (input.optionalText('EncryptionAlgorithm') ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT';
  if (!isSymmetric && keyId === undefined)
    throw new AwsError('ValidationException', 'KeyId is required for asymmetric EncryptionAlgorithm.');
  const named = keyId === undefined ? undefined : ring.usable(keyId, 'ENCRYPT_DECRYPT', 'Decrypt');
  if (!isSymmetric && named) {
    const algorithm = encryptionAlgorithm(input, named);
    return {
      KeyId: named.arn,
      Plaintext: decryptRsa(named, algorithm, blob),
      EncryptionAlgorithm: algorithm,
    };
  }
  if (named && named.spec !== 'SYMMETRIC_DEFAULT') encryptionAlgorithm(input, named);
  const key = keyOfBlob(ring, blob);
  if (named && named.id !== key.id) throw incorrectKey();
  const plaintext = open(key, blob, input.optionalMap('EncryptionContext'));
  return { KeyId: key.arn, Plaintext: plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
};
