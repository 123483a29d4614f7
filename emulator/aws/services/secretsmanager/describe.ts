import type { Dict } from '../../../../src/core/dict.js';
import type { StoredSecret } from './stored-secret.js';

/** The members that `DescribeSecret` and `ListSecrets` share. */
export function describeFacts(secret: StoredSecret): Dict {
  const { rotation, tags } = secret;
  return {
    ARN: secret.arn,
    Name: secret.name,
    Description: secret.description,
    KmsKeyId: secret.kmsKeyId,
    ...(rotation && {
      RotationEnabled: rotation.enabled,
      RotationLambdaARN: rotation.lambdaArn,
      RotationRules: rotation.rules,
      LastRotatedDate: date(rotation.lastRotated),
      NextRotationDate: rotation.enabled ? date(rotation.next) : undefined,
    }),
    CreatedDate: date(secret.createdDate),
    LastChangedDate: date(secret.lastChangedDate),
    LastAccessedDate: date(secret.lastAccessedDate),
    DeletedDate: date(secret.deletedDate),
    ...(Object.keys(tags).length > 0 && {
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  };
}

/** Version id → staging labels, of the versions that carry any. */
export function stagesByVersion(secret: StoredSecret): Record<string, string[]> {
  const labelled = Object.entries(secret.versions).filter(([, version]) => version.stages.length > 0);
  return Object.fromEntries(labelled.map(([id, version]) => [id, version.stages]));
}

function date(time: number | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}
