import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';
import { seal } from '../symmetric.js';

/** `GenerateDataKey`: a fresh key, in the clear and encrypted. */
export const generateDataKey: Operation<KeyRing> = (ring, input) => make(ring, input, 'GenerateDataKey');

/** `GenerateDataKeyWithoutPlaintext`: a fresh key, encrypted only. */
export const generateDataKeyWithoutPlaintext: Operation<KeyRing> = (ring, input) => {
  const { Plaintext: _dropped, ...rest } = make(ring, input, 'GenerateDataKeyWithoutPlaintext');
  return rest;
};

function make(ring: KeyRing, input: Input, operation: string): Dict {
  const key = ring.usable(keyIdOf(input), 'ENCRYPT_DECRYPT', operation);
  if (key.spec !== 'SYMMETRIC_DEFAULT')
    throw new AwsError(
      'InvalidKeyUsageException',
      `${key.arn} key spec is ${key.spec} which is not valid for ${operation}.`,
    );
  const size = sizeOf(input);
  const plaintext = ring.ids.bytes(size);
  const blob = seal(key, plaintext, input.optionalMap('EncryptionContext'));
  return { CiphertextBlob: blob, Plaintext: plaintext, KeyId: key.arn };
}

function sizeOf(input: Input): number {
  const spec = input.optionalText('KeySpec', { oneOf: ['AES_256', 'AES_128'] });
  const bytes = input.optionalInteger('NumberOfBytes', { min: 1, max: 1024 });
  if ((spec === undefined) === (bytes === undefined))
    throw new AwsError('ValidationException', 'Please specify either number of bytes or key spec.');
  return bytes ?? (spec === 'AES_128' ? 16 : 32);
}
