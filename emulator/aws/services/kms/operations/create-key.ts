import { compilePolicy } from '../../../../../src/core/policy/compile.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { createMaterial } from '../create-material.js';
import type { KeyRing } from '../key-ring.js';
import { type KeyUsage, SPECS } from '../keys.js';
import { makeKey } from '../make-key.js';
import { readTags } from '../members.js';
import { keyMetadata } from '../metadata.js';

const USAGES = ['SIGN_VERIFY', 'ENCRYPT_DECRYPT', 'GENERATE_VERIFY_MAC'] as const;

/** `CreateKey`: symmetric, RSA, elliptic curve or HMAC. Material of elsewhere (`Origin`) is refused. */
export const createKey: Operation<KeyRing> = async (ring, input) => {
  const { spec, usage } = readKind(input);
  const policy = input.optionalText('Policy', { min: 1, max: 131_072 });
  const wanted = {
    spec,
    usage,
    description: input.optionalText('Description', { max: 8192 }) ?? '',
    multiRegion: input.flag('MultiRegion'),
    tags: readTags(input),
    ...(policy !== undefined && { policy: checkedPolicy(policy) }),
  };
  const key = makeKey(ring, await createMaterial(spec, ring.ids), wanted);
  await ring.save();
  return { KeyMetadata: keyMetadata(ring, key) };
};

/** `KeySpec` and `KeyUsage` that fit each other, of an `Origin` that is ours. */
export function readKind(input: Input): { spec: string; usage: KeyUsage } {
  const origin = input.optionalText('Origin', {
    oneOf: ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
  });
  if (origin !== undefined && origin !== 'AWS_KMS')
    throw new AwsError('UnsupportedOperationException', `KMS does not support Origin ${origin} here.`);
  const oneOf = Object.keys(SPECS);
  const named =
    input.optionalText('KeySpec', { oneOf }) ?? input.optionalText('CustomerMasterKeySpec', { oneOf });
  const spec = named ?? 'SYMMETRIC_DEFAULT';
  const usage = (input.optionalText('KeyUsage', { oneOf: USAGES }) ?? 'ENCRYPT_DECRYPT') as KeyUsage;
  const { usages } = SPECS[spec] as { usages: readonly KeyUsage[] };
  if (!input.has('KeyUsage') && !usages.includes('ENCRYPT_DECRYPT'))
    throw new AwsError(
      'ValidationException',
      `You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.`,
    );
  if (!usages.includes(usage))
    throw new AwsError('ValidationException', `KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
  return { spec, usage };
}

/** A key policy must be JSON. Throws `MalformedPolicyDocumentException`. */
export function checkedPolicy(policy: string): string {
  try {
    compilePolicy(JSON.parse(policy));
    return policy;
  } catch (error) {
    const told =
      error instanceof SyntaxError
        ? 'is not a valid JSON document'
        : `is not valid: ${(error as Error).message}`;
    throw new AwsError('MalformedPolicyDocumentException', `The new key policy ${told}.`);
  }
}
