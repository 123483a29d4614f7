import type { ResourceHandlers } from '../../kernel/cloudformation.js';
import type { WatchWorld } from '../services/cloudwatch/watch.js';
import type { Directory, IamWorld } from '../services/iam/directory.js';
import type { KmsWorld } from '../services/kms/key-ring.js';
import type { LogsWorld } from '../services/logs/archive.js';
import type { BucketStore } from '../services/s3/bucket-store.js';
import type { S3Api } from '../services/s3/index.js';
import type { SecretsWorld } from '../services/secretsmanager/vault.js';
import type { SsmWorld } from '../services/ssm/parameters.js';
import { bucketResources } from './buckets.js';
import { watchResources } from './cloudwatch.js';
import { iamResources } from './iam/index.js';
import { kmsResources } from './kms.js';
import { logResources } from './logs.js';
import { metricFilterResources } from './metric-filters.js';
import { parameterResources } from './parameters.js';
import { secretResources } from './secrets.js';
import { waitResources } from './wait-condition-handle.js';

/** The services whose resources templates declare. */
export interface ResourceServices {
  iam: IamWorld;
  directory: Directory;
  kms: KmsWorld;
  secrets: SecretsWorld;
  logs: LogsWorld;
  watch: WatchWorld;
  ssm: SsmWorld;
  s3: S3Api;
  buckets: BucketStore;
}

/** What CloudFormation makes with the services of this endpoint. */
export function ownResources(services: ResourceServices): ResourceHandlers {
  return {
    ...bucketResources(services.s3, services.buckets),
    ...iamResources(services.iam, services.directory),
    ...kmsResources(services.kms),
    ...logResources(services.logs),
    ...metricFilterResources(services.logs),
    ...parameterResources(services.ssm),
    ...secretResources(services.secrets),
    ...waitResources(services.iam.ids),
    ...watchResources(services.watch),
  };
}
