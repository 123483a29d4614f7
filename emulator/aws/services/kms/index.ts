import type { Dict } from '../../../../src/core/dict.js';
import { JsonApi } from '../../protocol/json-api.js';
import type { Operation } from '../../protocol/operation.js';
import { conditionKeys, keyPolicy, resourceOf } from './authorization.js';
import { KeyRing, type KmsWorld } from './key-ring.js';
import { cancelKeyDeletion } from './operations/cancel-key-deletion.js';
import { createAlias } from './operations/create-alias.js';
import { createKey } from './operations/create-key.js';
import { decrypt } from './operations/decrypt.js';
import { deleteAlias } from './operations/delete-alias.js';
import { describeKey } from './operations/describe-key.js';
import { disableKeyRotation } from './operations/disable-key-rotation.js';
import { switchKey } from './operations/enable-key.js';
import { enableKeyRotation } from './operations/enable-key-rotation.js';
import { encrypt } from './operations/encrypt.js';
import { generateDataKey, generateDataKeyWithoutPlaintext } from './operations/generate-data-key.js';
import { generateMac } from './operations/generate-mac.js';
import { generateRandom } from './operations/generate-random.js';
import { getKeyRotationStatus } from './operations/get-key-rotation-status.js';
import { getPublicKey } from './operations/get-public-key.js';
import { getKeyPolicy, putKeyPolicy } from './operations/key-policy.js';
import { listResourceTags, tagResource, untagResource } from './operations/key-tags.js';
import { listAliases } from './operations/list-aliases.js';
import { listKeyRotations } from './operations/list-key-rotations.js';
import { listKeys } from './operations/list-keys.js';
import { reEncrypt } from './operations/re-encrypt.js';
import { rotateKeyOnDemand } from './operations/rotate-key-on-demand.js';
import { scheduleKeyDeletion } from './operations/schedule-key-deletion.js';
import { sign } from './operations/sign.js';
import { updateAlias } from './operations/update-alias.js';
import { updateKeyDescription } from './operations/update-key-description.js';
import { verify } from './operations/verify.js';
import { verifyMac } from './operations/verify-mac.js';

const OPERATIONS: Record<string, Operation<KeyRing>> = {
  CancelKeyDeletion: cancelKeyDeletion,
  CreateAlias: createAlias,
  CreateKey: createKey,
  Decrypt: decrypt,
  DeleteAlias: deleteAlias,
  DescribeKey: describeKey,
  DisableKey: switchKey(false),
  DisableKeyRotation: disableKeyRotation,
  EnableKey: switchKey(true),
  EnableKeyRotation: enableKeyRotation,
  Encrypt: encrypt,
  GenerateDataKey: generateDataKey,
  GenerateDataKeyWithoutPlaintext: generateDataKeyWithoutPlaintext,
  GenerateMac: generateMac,
  GenerateRandom: generateRandom,
  GetKeyPolicy: getKeyPolicy,
  GetKeyRotationStatus: getKeyRotationStatus,
  GetPublicKey: getPublicKey,
  ListAliases: listAliases,
  ListKeyRotations: listKeyRotations,
  ListKeys: listKeys,
  ListResourceTags: listResourceTags,
  PutKeyPolicy: putKeyPolicy,
  ReEncrypt: reEncrypt,
  RotateKeyOnDemand: rotateKeyOnDemand,
  ScheduleKeyDeletion: scheduleKeyDeletion,
  Sign: sign,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateAlias: updateAlias,
  UpdateKeyDescription: updateKeyDescription,
  Verify: verify,
  VerifyMac: verifyMac,
};

/** AWS KMS, API version 2014-11-01. */
export function createKms(world: KmsWorld): JsonApi<KeyRing> {
  return new JsonApi({
    signingName: 'kms',
    targetPrefix: 'TrentService',
    operations: OPERATIONS,
    open: ({ caller, region }) => new KeyRing(world, caller.accountId, region),
    resourceOf: (_operation, input, { caller, region }) =>
      resourceOf(new KeyRing(world, caller.accountId, region), input),
    actionsOf: (operation, input) => (operation === 'ReEncrypt' ? reEncryption(input) : undefined),
    policyOf: (operation, arn) => keyPolicy(world, operation, arn),
    contextOf: (input, { caller, region }) =>
      conditionKeys(new KeyRing(world, caller.accountId, region), input),
  });
}

/** One operation, two actions: each is asked of its own key, with its own context. */
function reEncryption(input: Dict): [string, Dict][] {
  const { CiphertextBlob, SourceKeyId: from, DestinationKeyId: to } = input;
  const { SourceEncryptionContext: before, DestinationEncryptionContext: after } = input;
  return [
    ['ReEncryptFrom', { CiphertextBlob, KeyId: from, EncryptionContext: before } as Dict],
    ['ReEncryptTo', { KeyId: to, EncryptionContext: after } as Dict],
  ];
}
