import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import { SPECS, type StoredKey } from './keys.js';

/** `EncryptionAlgorithm`, `SYMMETRIC_DEFAULT` when left out; it must be one of the key's. */
export function encryptionAlgorithm(input: Input, key: StoredKey, member = 'EncryptionAlgorithm'): string {
  const algorithm = input.optionalText(member) ?? 'SYMMETRIC_DEFAULT';
  return checked(algorithm, SPECS[key.spec]?.encryption, key);
}

/** `SigningAlgorithm`: one of the key's. */
export function signingAlgorithm(input: Input, key: StoredKey): string {
  return checked(input.text('SigningAlgorithm'), SPECS[key.spec]?.signing, key);
}

/** `MacAlgorithm`: the key's one. */
export function macAlgorithm(input: Input, key: StoredKey): string {
  return checked(input.text('MacAlgorithm'), SPECS[key.spec]?.mac, key);
}

function checked(algorithm: string, possible: readonly string[] = [], key: StoredKey): string {
  if (possible.includes(algorithm)) return algorithm;
  throw new AwsError(
    'InvalidKeyUsageException',
    `Algorithm ${algorithm} is incompatible with key spec ${key.spec}.`,
  );
}
