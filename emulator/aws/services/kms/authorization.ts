import type { Dict } from '../../../../src/core/dict.js';
import type { ResourcePolicy } from '../../../kernel/aws.js';
import { KeyRing, type KmsWorld } from './key-ring.js';
import { keyOfBlob } from './symmetric.js';

/** Operations that can be called for keys of other accounts ("Cross-account use" in the API reference). */
const FOR_OTHERS = new Set([
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'GetKeyRotationStatus',
  'GetPublicKey',
  'ReEncryptFrom',
  'ReEncryptTo',
  'Sign',
  'Verify',
  'VerifyMac',
]);

/** The policy that nobody comes past who uses the key with this ARN. */
export function keyPolicy(world: KmsWorld, operation: string, arn: string): ResourcePolicy | undefined {
  const [, , , region = '', accountId = '', name = ''] = arn.split(':');
  if (!name.startsWith('key/')) return undefined;
  const key = new KeyRing(world, accountId, region).peek(name.slice(4));
  return key && { document: key.policy, accountId, isRequired: true, isForOthers: FOR_OTHERS.has(operation) };
}

/** `kms:…` condition keys of a request, as far as policies about aliases, contexts and kinds of keys need them. */
export function conditionKeys(ring: KeyRing, input: Dict): Record<string, string | string[]> {
  const arn = resourceOf(ring, input);
  const key = arn === '*' ? undefined : ring.find(arn);
  const aliases = Object.values(ring.state.aliases).filter(({ keyId }) => keyId === key?.id);
  const named = String(input.KeyId ?? '').replace(/^arn:[^/]*:alias\//, 'alias/');
  const context = Object.entries((input.EncryptionContext ?? {}) as Record<string, unknown>);
  return {
    'kms:CallerAccount': ring.accountId,
    ...(key && {
      'kms:KeySpec': key.spec,
      'kms:KeyUsage': key.usage,
      'kms:MultiRegion': String(key.multiRegion),
    }),
    ...(aliases.length > 0 && { 'kms:ResourceAliases': aliases.map(({ name }) => name) }),
    ...(named.startsWith('alias/') && { 'kms:RequestAlias': named }),
    ...(context.length > 0 && { 'kms:EncryptionContextKeys': context.map(([name]) => name) }),
    ...Object.fromEntries(context.map(([name, value]) => [`kms:EncryptionContext:${name}`, String(value)])),
    ...Object.fromEntries(
      Object.entries(key?.tags ?? {}).map(([name, value]) => [`aws:ResourceTag/${name}`, value]),
    ),
  };
}

/** Policies for keys name key ARNs, whatever alias or ciphertext the request came with. */
export function resourceOf(ring: KeyRing, input: Dict): string {
  const named = input.KeyId ?? input.TargetKeyId ?? input.DestinationKeyId;
  try {
    if (typeof named === 'string') return ring.find(named).arn;
    const { CiphertextBlob: blob } = input;
    if (typeof blob === 'string') return keyOfBlob(ring, Buffer.from(blob, 'base64')).arn;
  } catch {
    // there is no such key: the operation itself will say so to whoever may do this to any key
  }
  return '*';
}
