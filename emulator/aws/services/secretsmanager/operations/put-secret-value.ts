import { AwsError } from '../../../faults.js';
import type { JsonObject, JsonOperation } from '../../../json-api.js';
import type { SecretsManagerContext } from '../index.js';
import { optionalString, optionalStrings, requireSecret } from '../input.js';
import type { SecretVersion, StoredSecret } from '../store.js';
import { addVersion } from '../versions.js';

/** Bytes of a secret value at most. */
const LARGEST_VALUE = 65_536;

/** `PutSecretValue`: a new version; idempotent by `ClientRequestToken`. */
export function putSecretValue({ store, clock, ids }: SecretsManagerContext): JsonOperation {
  return async (input) => {
    const secret = requireSecret(store, input);
    const value = readValue(input);
    const versionId = optionalString(input, 'ClientRequestToken') ?? ids.uuid();
    if (versionId.length < 32 || versionId.length > 64)
      throw new AwsError('InvalidParameterException', 'ClientRequestToken must be 32-64 characters long.');
    const existing = secret.versions[versionId];
    if (existing) checkSame(existing, value, versionId, secret);
    else {
      const stages = optionalStrings(input, 'VersionStages') ?? ['AWSCURRENT'];
      if (stages.length < 1 || stages.length > 20)
        throw new AwsError('InvalidParameterException', 'VersionStages must have 1 to 20 labels.');
      addVersion(secret, versionId, { ...value, stages, createdDate: clock.now() });
      secret.lastChangedDate = clock.now();
      await store.save(secret);
    }
    const stages = secret.versions[versionId]?.stages ?? [];
    return { ARN: secret.arn, Name: secret.name, VersionId: versionId, VersionStages: stages };
  };
}

type Value = Pick<SecretVersion, 'secretString' | 'secretBinary'>;

function readValue(input: JsonObject): Value {
  const secretString = optionalString(input, 'SecretString');
  const secretBinary = optionalString(input, 'SecretBinary');
  if (secretString !== undefined && secretBinary !== undefined)
    throw new AwsError(
      'InvalidParameterException',
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  const bytes =
    secretString === undefined ? Buffer.from(secretBinary ?? '', 'base64') : Buffer.from(secretString);
  if (bytes.length > LARGEST_VALUE)
    throw new AwsError('InvalidParameterException', 'The secret value is too long: at most 65536 bytes.');
  if (secretString !== undefined) return { secretString };
  if (secretBinary !== undefined) return { secretBinary };
  throw new AwsError('InvalidRequestException', 'You must provide either SecretString or SecretBinary.');
}

function checkSame(existing: SecretVersion, value: Value, token: string, secret: StoredSecret): void {
  if (existing.secretString === value.secretString && existing.secretBinary === value.secretBinary) return;
  throw new AwsError(
    'ResourceExistsException',
    `You can't use ClientRequestToken ${token} because that value is already in use for a version of secret ${secret.arn}.`,
  );
}
