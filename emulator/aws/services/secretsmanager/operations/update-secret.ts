import type { Operation } from '../../../protocol/operation.js';
import { putVersion, readToken, readValue } from '../values.js';
import type { Vault } from '../vault.js';

/** `UpdateSecret`: description, key, and, where it is given, a new current value. */
export const updateSecret: Operation<Vault> = async (vault, input) => {
  const secret = vault.alive(input);
  const value = readValue(input);
  const versionId = readToken(input, vault);
  const kmsKeyId = input.optionalText('KmsKeyId', { max: 2048 });
  const description = input.optionalText('Description', { max: 2048 });
  if (kmsKeyId) vault.checkKey(kmsKeyId);
  if (kmsKeyId !== undefined) secret.kmsKeyId = kmsKeyId;
  if (kmsKeyId === '') delete secret.kmsKeyId;
  if (description !== undefined) secret.description = description;
  if (value) putVersion(vault, secret, { versionId, value, stages: ['AWSCURRENT'] });
  secret.lastChangedDate = vault.now;
  await vault.save();
  return { ARN: secret.arn, Name: secret.name, ...(value && { VersionId: versionId }) };
};
