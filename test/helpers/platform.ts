import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { createAuthorizers } from '../../emulator/authorizer/index.js';
import { createAws } from '../../emulator/aws/index.js';
import { createGateway } from '../../emulator/gateway/index.js';
import { EventBus, type LogLine } from '../../emulator/kernel/events.js';
import type { Service } from '../../emulator/kernel/service.js';
import { createLambda } from '../../emulator/lambda/index.js';
import { createMongo } from '../../emulator/mongo/index.js';
import { createPlatform, type Platform } from '../../emulator/platform/index.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';
import { Secret } from '../../src/core/secret.js';
import { loadStack } from '../../src/core/stack/load.js';

const REGION = 'eu-central-1';
const ACCOUNT = '000000000000';

/** The ancillary platform on its real parts, without the CLI around it. */
export interface PlatformLab {
  url: string;
  clock: MovableClock;
  platform: Platform;
  logs: LogLine[];
  /** A client of the region's cluster; closed with the lab. */
  database(region: string): MongoClient;
  stop(): Promise<void>;
}

/** Starts the shipped stack with the sample tenants (or another folder of them), everything in memory. */
export async function platformLab(tenantsDir = 'templates/tenant'): Promise<PlatformLab> {
  const { stack, diagnostics } = loadStack({
    file: 'templates/ancillary/template.yaml',
    region: REGION,
    accountId: ACCOUNT,
    stackName: 'arcube',
  });
  if (!stack) throw new Error(JSON.stringify(diagnostics));
  const shared = { clock: new MovableClock(), ids: createIds('lab'), events: new EventBus() };
  const logs: LogLine[] = [];
  shared.events.on('log', (line) => void logs.push(line));
  const host = '127.0.0.1';
  const cacheDir = await mkdtemp(join(tmpdir(), 'arcube-test-'));
  const mongo = createMongo({ mode: 'embedded', regions: [REGION, 'us-east-1', 'me-central-1'], ...shared });
  const aws = createAws({ host, port: 0, region: REGION, accountId: ACCOUNT, ...shared });
  for (const { name, arn, value } of stack.secrets)
    await aws.secrets.create({ name, arn, ...(value && { value }) });
  const platform = createPlatform({
    stack,
    tenantsDir,
    clusters: mongo,
    secrets: aws.secrets,
    watch: false,
    ...shared,
  });
  const started: Service[] = [];
  const start = async <T extends Service>(service: T): Promise<T> => {
    await service.start(new AbortController().signal);
    started.unshift(service);
    return service;
  };
  await start(mongo);
  await start(aws.endpoint);
  await start(platform);
  const caller = { accountId: ACCOUNT, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/lab/lab`, userId: 'lab' };
  const [secretAccessKey, sessionToken] = [new Secret('lab-secret'), new Secret('lab-session')];
  aws.keys.add({ accessKeyId: 'ASIALAB', secretAccessKey, sessionToken, caller });
  const lambda = await start(
    createLambda({
      functions: stack.functions,
      cacheDir,
      extraEnvironment: {
        AWS_ENDPOINT_URL: aws.endpoint.url,
        AWS_ACCESS_KEY_ID: 'ASIALAB',
        AWS_SECRET_ACCESS_KEY: 'lab-secret',
        AWS_SESSION_TOKEN: 'lab-session',
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
        AWS_REGION: REGION,
      },
      ...shared,
    }),
  );
  const authorizers = createAuthorizers({ lambda, ...shared });
  const gateway = await start(createGateway({ stack, lambda, authorizers, host, port: 0, ...shared }));
  const clients: MongoClient[] = [];
  return {
    url: gateway.url,
    clock: shared.clock,
    platform,
    logs,
    database: (region) => {
      const cluster = mongo.clusters().find((entry) => entry.region === region);
      const client = new MongoClient(cluster?.uri ?? '');
      clients.push(client);
      return client;
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      for (const service of started) await service.stop();
      shared.clock.stop();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}
