import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { putVersion, readToken, readValue } from '../values.js';
import type { Vault } from '../vault.js';

/** `PutSecretValue`: a new version; idempotent by `ClientRequestToken`. */
export const putSecretValue: Operation<Vault> = async (vault, input) => {
  const secret = vault.alive(input);
  const value = readValue(input);
  if (!value)
    throw new AwsError('InvalidRequestException', 'You must provide either SecretString or SecretBinary.');
  const versionId = readToken(input, vault);
  const stages = input.optionalTexts('VersionStages') ?? ['AWSCURRENT'];
  if (stages.length < 1 || stages.length > 20)
    throw new AwsError('InvalidParameterException', 'VersionStages must have 1 to 20 labels.');
  putVersion(vault, secret, { versionId, value, stages });
  await vault.save();
  const labels = secret.versions[versionId]?.stages ?? [];
  return { ARN: secret.arn, Name: secret.name, VersionId: versionId, VersionStages: labels };
};
