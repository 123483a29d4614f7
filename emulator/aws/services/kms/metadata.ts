import type { Dict } from '../../../../src/core/dict.js';
import type { KeyRing } from './key-ring.js';
import { SPECS, type StoredKey } from './keys.js';

/** `KeyMetadata` of a key. */
export function keyMetadata({ accountId }: KeyRing, key: StoredKey): Dict {
  const { encryption, signing, mac } = SPECS[key.spec] ?? {};
  const isPending = key.deletionDate !== undefined;
  return {
    AWSAccountId: key.arn.split(':')[4] ?? accountId,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: new Date(key.createdAt),
    Enabled: key.enabled && !isPending,
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: isPending ? 'PendingDeletion' : key.enabled ? 'Enabled' : 'Disabled',
    ...(isPending && { DeletionDate: new Date(key.deletionDate as number) }),
    Origin: 'AWS_KMS',
    KeyManager: key.manager,
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    ...(key.usage === 'ENCRYPT_DECRYPT' && { EncryptionAlgorithms: encryption }),
    ...(key.usage === 'SIGN_VERIFY' && { SigningAlgorithms: signing }),
    ...(key.usage === 'GENERATE_VERIFY_MAC' && { MacAlgorithms: mac }),
    MultiRegion: key.multiRegion,
    ...(key.multiRegion && {
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'PRIMARY',
        PrimaryKey: { Arn: key.arn, Region: key.arn.split(':')[3] },
        ReplicaKeys: [],
      },
    }),
  };
}
