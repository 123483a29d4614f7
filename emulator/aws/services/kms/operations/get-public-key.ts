import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { publicDer } from '../asymmetric.js';
import { type KeyRing, requireUsable } from '../key-ring.js';
import { SPECS } from '../keys.js';
import { keyIdOf } from '../members.js';

/** `GetPublicKey` of an asymmetric key. */
export const getPublicKey: Operation<KeyRing> = (ring, input) => {
  const key = ring.find(keyIdOf(input));
  requireUsable(key);
  const { encryption, signing, bits, curve } = SPECS[key.spec] ?? {};
  if (bits === undefined && curve === undefined)
    throw new AwsError(
      'UnsupportedOperationException',
      `${key.arn} key spec is ${key.spec} which is not valid for GetPublicKey.`,
    );
  return {
    KeyId: key.arn,
    PublicKey: publicDer(key),
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    KeyUsage: key.usage,
    ...(key.usage === 'ENCRYPT_DECRYPT'
      ? { EncryptionAlgorithms: encryption }
      : { SigningAlgorithms: signing }),
  };
};
