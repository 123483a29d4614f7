import { join } from 'node:path';
import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import type { AwsApi } from '../kernel/aws.js';
import { AccessKeys, rootKey } from './access-keys.js';
import { AwsEndpoint } from './endpoint.js';
import { createSecretsManager } from './services/secretsmanager/index.js';
import { SeededSecrets } from './services/secretsmanager/seed.js';
import { SecretStore } from './services/secretsmanager/store.js';
import { createSts } from './services/sts/index.js';

export { type AccessKey, AccessKeys } from './access-keys.js';
export { AwsEndpoint } from './endpoint.js';

export interface AwsOptions {
  host: string;
  port: number;
  strictPort?: boolean;
  accountId: string;
  region: string;
  /** Folder that state is kept in; memory only when left out. */
  stateDir?: string | undefined;
  clock: Clock;
  ids: Ids;
  /** Services that others bring, e.g. Lambda. */
  apis?: readonly AwsApi[];
}

/** The AWS endpoint with its services, and what its owner may do beside the wire. */
export interface Aws {
  endpoint: AwsEndpoint;
  keys: AccessKeys;
  /** What their owner may do to the secrets beside the wire. */
  secrets: SeededSecrets;
}

/** Makes the endpoint; nothing listens until its `start`. */
export function createAws(options: AwsOptions): Aws {
  const keys = new AccessKeys();
  keys.add(rootKey(options.accountId));
  const store = new SecretStore(options.stateDir && join(options.stateDir, 'secrets.json'));
  const context = { store, clock: options.clock, ids: options.ids };
  const apis = [createSecretsManager(context), createSts(), ...(options.apis ?? [])];
  return {
    endpoint: new AwsEndpoint({ ...options, keys, apis, prepare: () => store.flush() }),
    keys,
    secrets: new SeededSecrets(store, options),
  };
}
