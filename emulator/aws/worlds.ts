import { join } from 'node:path';
import type { AwsOptions } from './options.js';
import { emptyApiGateway } from './services/apigateway/stored.js';
import { readEmbeddedMetrics } from './services/cloudwatch/embedded-metrics.js';
import { emptyCloudWatch } from './services/cloudwatch/stored.js';
import { Watch, type WatchWorld } from './services/cloudwatch/watch.js';
import { Directory } from './services/iam/directory.js';
import { emptyIam } from './services/iam/stored.js';
import { Sealing } from './services/kms/sealing.js';
import type { LogMetric } from './services/logs/metric-filters.js';
import type { LogsState } from './services/logs/stored.js';
import { BucketStore } from './services/s3/bucket-store.js';
import { Rotations } from './services/secretsmanager/rotations.js';
import { type SecretProvider, Vault } from './services/secretsmanager/vault.js';
import type { SsmState } from './services/ssm/stored.js';
import { Sessions } from './services/sts/sessions.js';
import { StateBook } from './state/state-book.js';

/** Every service's state, and what it works with. */
export type Worlds = ReturnType<typeof worldsOf>;

/**
 * Makes every service's state and what it works with; nothing runs yet.
 * @param rings told that an alarm has turned in an account and region
 */
export function worldsOf(options: AwsOptions, rings: (accountId: string, region: string) => void) {
  const { clock, ids, accountId, region } = options;
  const book = <T>(name: string, empty: () => T) =>
    new StateBook(options.stateDir && join(options.stateDir, 'aws', name), empty);

  const kmsBook = book('kms', () => ({ keys: {}, aliases: {} }));
  const kmsWorld = { book: kmsBook, clock, ids };
  const sealing = new Sealing(kmsWorld);
  const rotations = new Rotations(clock, options.rotationFunctions);
  const secrets = book('secretsmanager', () => ({ secrets: {} }));
  const secretsWorld = {
    book: secrets,
    sealing,
    rotations,
    providers: new Set<SecretProvider>(),
    clock,
    ids,
  };
  const vault = new Vault(secretsWorld, accountId, region);

  const buckets = new BucketStore(options.stateDir && join(options.stateDir, 'aws', 's3'), ids);

  const iamBook = book('iam', emptyIam);
  const watchWorld: WatchWorld = {
    book: book('cloudwatch', emptyCloudWatch),
    clock,
    onTurn: rings,
  };
  const logsBook = book('logs', (): LogsState => ({ groups: {} }));
  const logsWorld = {
    book: logsBook,
    clock,
    onMessage: (account: string, where: string, message: string) =>
      readEmbeddedMetrics(new Watch(watchWorld, account, where), message),
    onMetric: (account: string, where: string, { id, unit, value, time }: LogMetric) =>
      new Watch(watchWorld, account, where).add(id, unit, { values: [{ value, count: 1 }] }, time),
  };
  const apiGatewayBook = book('apigateway', emptyApiGateway);
  const apiGatewayWorld = {
    book: apiGatewayBook,
    clock,
    ids,
    gateways: () => options.gateways?.() ?? [],
  };

  const iamWorld = { book: iamBook, clock, ids };
  const directory = new Directory(iamWorld);
  const sessions = new Sessions(
    book('sts', () => ({ sessions: {} })),
    ids,
  );
  const ssmWorld = { book: book('ssm', (): SsmState => ({ parameters: {} })), sealing, clock };
  return {
    book,
    buckets,
    directory,
    rotations,
    sealing,
    sessions,
    vault,
    kms: kmsWorld,
    secrets: secretsWorld,
    iam: iamWorld,
    watch: watchWorld,
    logs: logsWorld,
    apiGateway: apiGatewayWorld,
    ssm: ssmWorld,
  };
}
