import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import type { StoredSecret } from '../stored-secret.js';
import { readTags } from '../tags.js';
import { putVersion, readToken, readValue } from '../values.js';
import type { Value, Vault } from '../vault.js';

/** `CreateSecret`; the same token with the same value again answers what is there. */
export const createSecret: Operation<Vault> = (vault, input) => makeSecret(vault, input);

/** The same with an ARN that was settled before, for CloudFormation. */
export async function makeSecret(vault: Vault, input: Input, arn?: string): Promise<Dict> {
  const name = readName(input);
  const value = readValue(input);
  const versionId = readToken(input, vault);
  const kmsKeyId = input.optionalText('KmsKeyId', { max: 2048 });
  const description = input.optionalText('Description', { max: 2048 });
  const tags = readTags(input);
  if (input.list('AddReplicaRegions').length > 0)
    throw new AwsError(
      'InvalidParameterException',
      'This endpoint does not replicate secrets to other regions.',
    );
  if (kmsKeyId !== undefined) vault.checkKey(kmsKeyId);
  const present = vault.find(name);
  if (present) return again(vault, present, versionId, value);
  const secret = vault.create(name, arn);
  Object.assign(secret, {
    tags,
    ...(description !== undefined && { description }),
    ...(kmsKeyId !== undefined && { kmsKeyId }),
  });
  if (value) putVersion(vault, secret, { versionId, value, stages: ['AWSCURRENT'] });
  await vault.save();
  return { ARN: secret.arn, Name: name, ...(value && { VersionId: versionId }) };
}

function readName(input: Input): string {
  const name = input.text('Name', { min: 1, max: 512 });
  if (/^[A-Za-z0-9/_+=.@-]+$/.test(name)) return name;
  throw new AwsError(
    'ValidationException',
    'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
  );
}

function again(vault: Vault, secret: StoredSecret, versionId: string, value: Value | undefined) {
  if (secret.deletedDate !== undefined)
    throw new AwsError(
      'InvalidRequestException',
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    );
  if (!secret.versions[versionId] || !value)
    throw new AwsError(
      'ResourceExistsException',
      `The operation failed because the secret ${secret.name} already exists.`,
    );
  putVersion(vault, secret, { versionId, value, stages: [] });
  return { ARN: secret.arn, Name: secret.name, VersionId: versionId };
}
