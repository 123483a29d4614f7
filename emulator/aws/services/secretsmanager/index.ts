import type { AwsApiRequest } from '../../../kernel/aws.js';
import { JsonApi } from '../../protocol/json-api.js';
import type { Operation } from '../../protocol/operation.js';
import { viaService } from '../kms/sealing.js';
import { batchGetSecretValue } from './operations/batch-get-secret-value.js';
import { cancelRotateSecret } from './operations/cancel-rotate-secret.js';
import { createSecret } from './operations/create-secret.js';
import { deleteSecret } from './operations/delete-secret.js';
import { describeSecret } from './operations/describe-secret.js';
import { getRandomPassword } from './operations/get-random-password.js';
import { getSecretValue } from './operations/get-secret-value.js';
import { listSecretVersionIds } from './operations/list-secret-version-ids.js';
import { listSecrets } from './operations/list-secrets.js';
import { putSecretValue } from './operations/put-secret-value.js';
import { deleteResourcePolicy, getResourcePolicy, putResourcePolicy } from './operations/resource-policy.js';
import { restoreSecret } from './operations/restore-secret.js';
import { rotateSecret } from './operations/rotate-secret.js';
import { tagResource, untagResource } from './operations/secret-tags.js';
import { updateSecret } from './operations/update-secret.js';
import { updateSecretVersionStage } from './operations/update-secret-version-stage.js';
import { type SecretsWorld, Vault } from './vault.js';

const OPERATIONS: Record<string, Operation<Vault>> = {
  BatchGetSecretValue: batchGetSecretValue,
  CancelRotateSecret: cancelRotateSecret,
  CreateSecret: createSecret,
  DeleteResourcePolicy: deleteResourcePolicy,
  DeleteSecret: deleteSecret,
  DescribeSecret: describeSecret,
  GetRandomPassword: getRandomPassword,
  GetResourcePolicy: getResourcePolicy,
  GetSecretValue: getSecretValue,
  ListSecretVersionIds: listSecretVersionIds,
  ListSecrets: listSecrets,
  PutResourcePolicy: putResourcePolicy,
  PutSecretValue: putSecretValue,
  RestoreSecret: restoreSecret,
  RotateSecret: rotateSecret,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateSecret: updateSecret,
  UpdateSecretVersionStage: updateSecretVersionStage,
};

/** AWS Secrets Manager, API version 2017-10-17. */
export function createSecretsManager(world: SecretsWorld): JsonApi<Vault> {
  return new JsonApi({
    signingName: 'secretsmanager',
    targetPrefix: 'secretsmanager',
    operations: OPERATIONS,
    open: (request) => vaultOf(world, request),
    resourceOf: (_operation, input, request) => {
      const named = input.SecretId ?? input.Name;
      if (typeof named !== 'string') return '*';
      const accountId =
        /^arn:aws:secretsmanager:[^:]*:(\d{12}):/.exec(named)?.[1] ?? request.caller.accountId;
      return new Vault(world, accountId, request.region).find(named)?.arn ?? '*';
    },
    policyOf: (_operation, arn) => {
      const [, , , region = '', accountId = ''] = arn.split(':');
      const secret = accountId === '' ? undefined : new Vault(world, accountId, region).find(arn);
      if (!secret) return undefined;
      const { policy: document } = secret;
      return { ...(document !== undefined && { document }), accountId, isRequired: false, isForOthers: true };
    },
  });
}

/** The caller's secrets, or those of the account that has let it in. */
function vaultOf(world: SecretsWorld, request: AwsApiRequest): Vault {
  const { caller, region, grantedBy } = request;
  const via = viaService('secretsmanager', SEALS_WITH, request);
  return new Vault(world, grantedBy?.[0] ?? caller.accountId, region, via);
}

/** What a caller needs on a secret's key to put a value in (Secrets Manager User Guide, "Permissions for the KMS key"). */
const SEALS_WITH = ['GenerateDataKey', 'Decrypt'];
