import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import type { AwsApi } from '../../../kernel/aws.js';
import { JsonApi } from '../../json-api.js';
import { describeSecret } from './operations/describe-secret.js';
import { getSecretValue } from './operations/get-secret-value.js';
import { listSecrets } from './operations/list-secrets.js';
import { putSecretValue } from './operations/put-secret-value.js';
import type { SecretStore } from './store.js';

/** What the operations work with. */
export interface SecretsManagerContext {
  store: SecretStore;
  clock: Clock;
  ids: Ids;
}

/** AWS Secrets Manager, API version 2017-10-17. */
export function createSecretsManager(context: SecretsManagerContext): AwsApi {
  return new JsonApi('secretsmanager', 'secretsmanager', {
    DescribeSecret: describeSecret(context),
    GetSecretValue: getSecretValue(context),
    ListSecrets: listSecrets(context),
    PutSecretValue: putSecretValue(context),
  });
}
