import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { decryptRsa, encryptRsa } from '../asymmetric.js';
import { encryptionAlgorithm } from '../choose-algorithm.js';
import type { KeyRing } from '../key-ring.js';
import type { StoredKey } from '../keys.js';
import { incorrectKey } from '../sealing.js';
import { keyOfBlob, open, seal } from '../symmetric.js';

/** `ReEncrypt`: from one key to another, the plaintext never leaves. */
export const reEncrypt: Operation<KeyRing> = (ring, input) => {
  const blob = input.bytes('CiphertextBlob', { min: 1, max: 6144 });
  const target = ring.usable(
    input.text('DestinationKeyId', { min: 1, max: 2048 }),
    'ENCRYPT_DECRYPT',
    'ReEncrypt',
  );
  const to = encryptionAlgorithm(input, target, 'DestinationEncryptionAlgorithm');
  const source = sourceOf(ring, input, blob);
  const from = encryptionAlgorithm(input, source, 'SourceEncryptionAlgorithm');
  const plaintext =
    source.spec === 'SYMMETRIC_DEFAULT'
      ? open(source, blob, input.optionalMap('SourceEncryptionContext'))
      : decryptRsa(source, from, blob);
  const sealed =
    target.spec === 'SYMMETRIC_DEFAULT'
      ? seal(target, plaintext, input.optionalMap('DestinationEncryptionContext'))
      : encryptRsa(target, to, plaintext);
  return {
    CiphertextBlob: sealed,
    SourceKeyId: source.arn,
    KeyId: target.arn,
    SourceEncryptionAlgorithm: from,
    DestinationEncryptionAlgorithm: to,
  };
};

function sourceOf(ring: KeyRing, input: Input, blob: Buffer): StoredKey {
  const sourceId = input.optionalText('SourceKeyId', { min: 1, max: 2048 });
  const named = sourceId === undefined ? undefined : ring.usable(sourceId, 'ENCRYPT_DECRYPT', 'ReEncrypt');
  if (named && named.spec !== 'SYMMETRIC_DEFAULT') return named;
  const key = keyOfBlob(ring, blob);
  if (named && named.id !== key.id) throw incorrectKey();
  return key;
}
