import { AwsError } from '../../../faults.js';
import type { JsonObject, JsonOperation } from '../../../json-api.js';
import type { SecretsManagerContext } from '../index.js';
import { optionalString, requireSecret, seconds } from '../input.js';
import type { SecretVersion, StoredSecret } from '../store.js';

const DAY = 86_400_000;

/** `GetSecretValue`: by version id, by staging label, or the current one. */
export function getSecretValue({ store, clock }: SecretsManagerContext): JsonOperation {
  return (input) => {
    const secret = requireSecret(store, input);
    const [versionId, version] = pickVersion(secret, input);
    // the service keeps the day of the last read, not the moment; it is written with the next change
    secret.lastAccessedDate = version.lastAccessedDate = Math.floor(clock.now() / DAY) * DAY;
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: versionId,
      ...(version.secretString !== undefined && { SecretString: version.secretString }),
      ...(version.secretBinary !== undefined && { SecretBinary: version.secretBinary }),
      VersionStages: version.stages,
      CreatedDate: seconds(version.createdDate),
    };
  };
}

function pickVersion(secret: StoredSecret, input: JsonObject): [string, SecretVersion] {
  const versionId = optionalString(input, 'VersionId');
  const stage = optionalString(input, 'VersionStage');
  if (versionId !== undefined) {
    const version = secret.versions[versionId];
    if (!version) throw notFound(`VersionId: ${versionId}`);
    if (stage !== undefined && !version.stages.includes(stage))
      throw new AwsError(
        'InvalidRequestException',
        'You provided a VersionStage that is not associated to the provided VersionId.',
      );
    return [versionId, version];
  }
  const wanted = stage ?? 'AWSCURRENT';
  const found = Object.entries(secret.versions).find(([, version]) => version.stages.includes(wanted));
  if (!found) throw notFound(`staging label: ${wanted}`);
  return found;
}

function notFound(what: string): AwsError {
  return new AwsError(
    'ResourceNotFoundException',
    `Secrets Manager can't find the specified secret value for ${what}`,
  );
}
