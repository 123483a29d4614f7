import { join } from 'node:path';
import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import type { StackModel } from '../../src/core/stack/model.js';
import type { AccessKeyBook } from '../kernel/access-keys.js';
import type { AliasDeployments, FunctionTraffic } from '../kernel/alias-shift.js';
import type { AwsApi } from '../kernel/aws.js';
import type { ResourceChange, ResourceHandlers } from '../kernel/cloudformation.js';
import type { EventBus } from '../kernel/events.js';
import type { GatewayControl } from '../kernel/gateway-control.js';
import type { KeyService } from '../kernel/kms.js';
import type { LambdaInvoker } from '../kernel/lambda.js';
import type { MailRecord } from '../kernel/mail.js';
import type { ObjectReader } from '../kernel/objects.js';
import type { Service } from '../kernel/service.js';
import { AccessKeys, rootKey } from './access-keys.js';
import { declareStack } from './declare-stack.js';
import { AwsEndpoint } from './endpoint.js';
import { observe } from './observe.js';
import { ControlPlane } from './services/apigateway/control-plane.js';
import { createApiGateway } from './services/apigateway/index.js';
import { apiGatewayResources } from './services/apigateway/resources/index.js';
import { emptyApiGateway } from './services/apigateway/stored.js';
import { forgetStage, putInForce, takeOver } from './services/apigateway/take-over.js';
import { createCloudFormation } from './services/cloudformation/index.js';
import { stackService } from './services/cloudformation/service.js';
import { emptyCloudFormation } from './services/cloudformation/stored.js';
import { readEmbeddedMetrics } from './services/cloudwatch/embedded-metrics.js';
import { createCloudWatch } from './services/cloudwatch/index.js';
import { emptyCloudWatch } from './services/cloudwatch/stored.js';
import { AlarmClock, Watch, type WatchWorld } from './services/cloudwatch/watch.js';
import { createCodeDeploy } from './services/codedeploy/index.js';
import { emptyCodeDeploy } from './services/codedeploy/stored.js';
import { authorizer } from './services/iam/authorization.js';
import { Directory } from './services/iam/directory.js';
import { createIam } from './services/iam/index.js';
import { keyBook } from './services/iam/key-book.js';
import { isTrusted, roleAllows } from './services/iam/service-trust.js';
import { emptyIam } from './services/iam/stored.js';
import { createKms } from './services/kms/index.js';
import { KeyRing } from './services/kms/key-ring.js';
import { keyService } from './services/kms/key-service.js';
import { Sealing } from './services/kms/sealing.js';
import { Archive } from './services/logs/archive.js';
import { createLogs } from './services/logs/index.js';
import type { LogMetric } from './services/logs/metric-filters.js';
import type { LogsState } from './services/logs/stored.js';
import { BucketStore } from './services/s3/bucket-store.js';
import { S3Api } from './services/s3/index.js';
import { objectReader } from './services/s3/object-reader.js';
import { createSecretsManager } from './services/secretsmanager/index.js';
import { type RotationFunctions, Rotations } from './services/secretsmanager/rotations.js';
import { resumeSchedules } from './services/secretsmanager/schedules.js';
import { SeededSecrets } from './services/secretsmanager/seed.js';
import { type SecretProvider, Vault } from './services/secretsmanager/vault.js';
import { createSes } from './services/sesv2/index.js';
import { Mailroom } from './services/sesv2/mailroom.js';
import { createSsm } from './services/ssm/index.js';
import type { SsmState } from './services/ssm/stored.js';
import { createSts } from './services/sts/index.js';
import { Sessions } from './services/sts/sessions.js';
import { ownResources } from './stack-resources/index.js';
import { GLOBAL, StateBook } from './state/state-book.js';

export { type AccessKey, AccessKeys } from './access-keys.js';
export { AwsEndpoint } from './endpoint.js';
export type { KmsPages } from './services/kms/sealing.js';
export type { RotationFunctions } from './services/secretsmanager/rotations.js';

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
  /** How Secrets Manager reaches rotation functions; without it none can be configured. */
  rotationFunctions?: RotationFunctions;
  /** Aliases and hooks, for CodeDeploy; without them every deployment fails. */
  functions?: FunctionTraffic & Pick<LambdaInvoker, 'invoke'>;
  /** Hears of each message that SES was given. */
  onMail?: (mail: MailRecord) => void;
  /** The gateways that serve stacks, in whatever account and region. */
  gateways?: () => readonly GatewayControl[];
  /** What the stack does, for logs and metrics. */
  events?: EventBus;
  /** Resource types that CloudFormation makes with the help of other rooms, e.g. Lambda's; they win over ours. */
  resourceHandlers?: ResourceHandlers;
  /** Names of the services that CloudFormation's operations need; this endpoint's alone when left out. */
  stacksNeed?: readonly string[];
  /** Hears what becomes of each resource of a stack, of whatever type. */
  onResource?: (change: ResourceChange) => Promise<void>;
  /** Evaluate the policies of whoever signs; without it a known key may do everything. */
  enforceIam?: boolean;
}

/** The AWS endpoint with its services, and what its owner may do beside the wire. */
export interface Aws {
  endpoint: AwsEndpoint;
  keys: AccessKeys;
  /** The same for whoever checks signatures elsewhere, with what policies say of their owners. */
  keyBook: AccessKeyBook;
  /** Operations of each service, by the name that requests for it are signed with. */
  operations(): Record<string, readonly string[]>;
  /** Puts what a template declares in place, unless it is there from an earlier run. */
  declare(stack: StackModel): void;
  /** Takes over keys, plans and stages of the stack that the gateway serves from now on. */
  takeOver(stack: StackModel): void;
  /** Puts keys, plans and what was changed of stages over the wire in force for a stack that CloudFormation has made. */
  putInForce(stack: StackModel): void;
  /** What was changed of a stage over the wire holds no longer: CloudFormation has made it anew. */
  forgetStage(place: { accountId: string; region: string }, apiId: string, stage: string): void;
  /** What their owner may do to the secrets beside the wire. */
  secrets: SeededSecrets;
  /** The same elsewhere. */
  secretsAt(accountId: string, region: string): SeededSecrets;
  /** KMS whatever the account and region. */
  kms: Sealing;
  /** KMS for other services of the emulator. */
  keyService: KeyService;
  /** Whether a role is there, and its trust policy lets a service take it on. */
  trusts(roleArn: string, service: string): boolean;
  /** CodeDeploy, as CloudFormation uses it for aliases. */
  aliasDeployments: AliasDeployments;
  /** Deployments under way, once functions can be called: another service's part is to start and stop them. */
  deployments: Service;
  /** S3 for other services of the emulator. */
  objects: ObjectReader;
  /** CloudFormation's operations: start it when everything that resources are made with can be used. */
  stacks: Service;
  /** Verified senders, and the messages that were caught. */
  mail: Mailroom;
}

/** Makes the endpoint; nothing listens until its `start`. */
export function createAws(options: AwsOptions): Aws {
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
    onTurn: (account, where) => codeDeploy.runs.rings(account, where),
  };
  const alarms = new AlarmClock(watchWorld);
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
  const keys = new AccessKeys();
  keys.add(rootKey(accountId));
  keys.addSource((id) => directory.accessKey(id));
  keys.addSource((id) => sessions.find(id));

  const codeDeploy = createCodeDeploy({
    book: book('codedeploy', emptyCodeDeploy),
    clock,
    ids,
    functions: options.functions,
    objects: objectReader(buckets),
    ringing: ({ accountId: account, region: where }, names) => {
      const { alarms: present } = watchWorld.book.at(account, where);
      return names.filter((name) => present[name]?.state === 'ALARM');
    },
    trusts: (roleArn) => isTrusted(directory, roleArn, 'codedeploy.amazonaws.com'),
    allows: (roleArn, action, resource) =>
      !options.enforceIam || roleAllows(directory, roleArn, { action, resource }),
  });

  const mail = new Mailroom(options.onMail ?? (() => undefined));
  const ssmWorld = { book: book('ssm', (): SsmState => ({ parameters: {} })), sealing, clock };
  const s3 = new S3Api({ store: buckets, sealing, clock, ids });
  const objects = objectReader(buckets);
  const handlers: ResourceHandlers = {
    ...ownResources({
      iam: iamWorld,
      directory,
      kms: kmsWorld,
      secrets: secretsWorld,
      logs: logsWorld,
      watch: watchWorld,
      ssm: ssmWorld,
      s3,
      buckets,
    }),
    ...codeDeploy.resources,
    ...apiGatewayResources(apiGatewayWorld),
    ...options.resourceHandlers,
  };
  const cloudFormation = createCloudFormation({
    book: book('cloudformation', emptyCloudFormation),
    clock,
    ids,
    handlers: () => handlers,
    onResource: options.onResource,
    objects,
    hasRole: (account, arn) =>
      arn.split(':')[4] === account && isTrusted(directory, arn, 'cloudformation.amazonaws.com'),
  });
  const apis = [
    createApiGateway(apiGatewayWorld),
    cloudFormation.api,
    createCloudWatch(watchWorld),
    codeDeploy.api,
    createLogs(logsWorld),
    createIam(iamWorld, directory),
    createKms(kmsWorld),
    createSsm(ssmWorld),
    s3,
    createSecretsManager(secretsWorld),
    createSts({ sessions, directory, clock }),
    createSes({ mailroom: mail, clock, ids }),
    ...(options.apis ?? []),
  ];
  let unobserve: (() => void) | undefined;
  const endpoint = new AwsEndpoint({
    ...options,
    keys,
    apis,
    ...(options.enforceIam && { authorize: authorizer(directory) }),
    prepare: async () => {
      const { events } = options;
      if (events)
        unobserve = observe(events, {
          home: { accountId, region },
          watch: (account, where) => new Watch(watchWorld, account, where),
          archive: (account, where) => new Archive(logsWorld, account, where),
          stacks: () => options.gateways?.().map((gateway) => gateway.stack()) ?? [],
        });
      alarms.start();
      resumeSchedules(secretsWorld);
      await apiGatewayBook.save(accountId, region);
      await Promise.all([kmsBook.save(accountId, region), iamBook.save(accountId, GLOBAL)]);
      await buckets.sweep();
      await Promise.all(buckets.all().map((bucket) => buckets.save(bucket)));
      await vault.save();
    },
    finish: async () => {
      unobserve?.();
      unobserve = undefined;
      await cloudFormation.engine.stop();
      await codeDeploy.runs.stop();
      await Promise.all([rotations.stop(), alarms.stop(), saveAll(logsBook)]);
    },
  });
  const seeded = new SeededSecrets(vault);
  return {
    endpoint,
    operations: () =>
      Object.fromEntries(apis.map(({ signingName, operationNames = [] }) => [signingName, operationNames])),
    declare: (stack) =>
      declareStack(stack, {
        ring: new KeyRing(kmsWorld, accountId, region),
        directory,
        buckets,
        archive: new Archive(logsWorld, accountId, region),
        secrets: seeded,
      }),
    keys,
    keyBook: keyBook(keys, directory),
    takeOver: (stack) => takeOver(new ControlPlane(apiGatewayWorld, accountId, region), stack),
    putInForce: (stack) =>
      putInForce(new ControlPlane(apiGatewayWorld, stack.accountId, stack.region), stack),
    forgetStage: (place, apiId, stage) =>
      forgetStage(new ControlPlane(apiGatewayWorld, place.accountId, place.region), apiId, stage),
    secrets: seeded,
    secretsAt: (account, where) => new SeededSecrets(new Vault(secretsWorld, account, where)),
    kms: sealing,
    keyService: keyService(sealing, options),
    trusts: (roleArn, service) => isTrusted(directory, roleArn, service),
    aliasDeployments: codeDeploy.aliases,
    deployments: codeDeploy.service,
    objects,
    stacks: stackService(cloudFormation.engine, options.stacksNeed ?? ['aws']),
    mail,
  };
}

async function saveAll<T>(book: StateBook<T>): Promise<void> {
  await Promise.all(book.known().map(({ accountId, region }) => book.save(accountId, region)));
}
