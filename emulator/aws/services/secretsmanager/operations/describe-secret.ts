import type { JsonOperation } from '../../../json-api.js';
import type { SecretsManagerContext } from '../index.js';
import { requireSecret, seconds } from '../input.js';
import type { StoredSecret } from '../store.js';

/** `DescribeSecret`: everything of a secret but its values. */
export function describeSecret({ store }: SecretsManagerContext): JsonOperation {
  return (input) => {
    const secret = requireSecret(store, input);
    return { ...describeFacts(secret), VersionIdsToStages: stagesByVersion(secret) };
  };
}

/** The members that `DescribeSecret` and `ListSecrets` share. */
export function describeFacts(secret: StoredSecret): Record<string, unknown> {
  return {
    ARN: secret.arn,
    Name: secret.name,
    ...(secret.description !== undefined && { Description: secret.description }),
    CreatedDate: seconds(secret.createdDate),
    LastChangedDate: seconds(secret.lastChangedDate),
    ...(secret.lastAccessedDate !== undefined && { LastAccessedDate: seconds(secret.lastAccessedDate) }),
  };
}

/** Version id → staging labels, of the versions that carry any. */
export function stagesByVersion(secret: StoredSecret): Record<string, string[]> {
  const labelled = Object.entries(secret.versions).filter(([, version]) => version.stages.length > 0);
  return Object.fromEntries(labelled.map(([id, version]) => [id, version.stages]));
}
