import type { ResourceHandlers } from '../kernel/cloudformation.js';
import { AccessKeys, rootKey } from './access-keys.js';
import { declareStack } from './declare-stack.js';
import { AwsEndpoint } from './endpoint.js';
import { observe } from './observe.js';
import type { Aws, AwsOptions } from './options.js';
import { ControlPlane } from './services/apigateway/control-plane.js';
import { createApiGateway } from './services/apigateway/index.js';
import { apiGatewayResources } from './services/apigateway/resources/index.js';
import { forgetStage, putInForce, takeOver } from './services/apigateway/take-over.js';
import { createCloudFormation } from './services/cloudformation/index.js';
import { stackService } from './services/cloudformation/service.js';
import { emptyCloudFormation } from './services/cloudformation/stored.js';
import { createCloudWatch } from './services/cloudwatch/index.js';
import { AlarmClock, Watch } from './services/cloudwatch/watch.js';
import { createCodeDeploy } from './services/codedeploy/index.js';
import { emptyCodeDeploy } from './services/codedeploy/stored.js';
import { authorizer } from './services/iam/authorization.js';
import { createIam } from './services/iam/index.js';
import { keyBook } from './services/iam/key-book.js';
import { isTrusted, roleAllows } from './services/iam/service-trust.js';
import { createKms } from './services/kms/index.js';
import { KeyRing } from './services/kms/key-ring.js';
import { keyService } from './services/kms/key-service.js';
import { Archive } from './services/logs/archive.js';
import { createLogs } from './services/logs/index.js';
import { S3Api } from './services/s3/index.js';
import { objectReader } from './services/s3/object-reader.js';
import { createSecretsManager } from './services/secretsmanager/index.js';
import { resumeSchedules } from './services/secretsmanager/schedules.js';
import { SeededSecrets } from './services/secretsmanager/seed.js';
import { Vault } from './services/secretsmanager/vault.js';
import { createSes } from './services/sesv2/index.js';
import { Mailroom } from './services/sesv2/mailroom.js';
import { createSsm } from './services/ssm/index.js';
import { createSts } from './services/sts/index.js';
import { ownResources } from './stack-resources/index.js';
import { GLOBAL, type StateBook } from './state/state-book.js';
import { worldsOf } from './worlds.js';

export type { AccessKey } from './access-keys.js';
export type { Aws, AwsOptions } from './options.js';
export type { KmsPages } from './services/kms/sealing.js';
export type { RotationFunctions } from './services/secretsmanager/rotations.js';

/** Makes the endpoint; nothing listens until its `start`. */
export function createAws(options: AwsOptions): Aws {
  const { clock, ids, accountId, region } = options;
  const worlds = worldsOf(options, (account, where) => codeDeploy.runs.rings(account, where));
  const { book, buckets, directory, rotations, sealing, sessions, vault } = worlds;
  const alarms = new AlarmClock(worlds.watch);
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
      const { alarms: present } = worlds.watch.book.at(account, where);
      return names.filter((name) => present[name]?.state === 'ALARM');
    },
    trusts: (roleArn) => isTrusted(directory, roleArn, 'codedeploy.amazonaws.com'),
    allows: (roleArn, action, resource) =>
      !options.enforceIam || roleAllows(directory, roleArn, { action, resource }),
  });

  const mail = new Mailroom(options.onMail ?? (() => undefined));
  const s3 = new S3Api({ store: buckets, sealing, clock, ids });
  const objects = objectReader(buckets);
  const handlers: ResourceHandlers = {
    ...ownResources({
      iam: worlds.iam,
      directory,
      kms: worlds.kms,
      secrets: worlds.secrets,
      logs: worlds.logs,
      watch: worlds.watch,
      ssm: worlds.ssm,
      s3,
      buckets,
    }),
    ...codeDeploy.resources,
    ...apiGatewayResources(worlds.apiGateway),
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
    createApiGateway(worlds.apiGateway),
    cloudFormation.api,
    createCloudWatch(worlds.watch),
    codeDeploy.api,
    createLogs(worlds.logs),
    createIam(worlds.iam, directory),
    createKms(worlds.kms),
    createSsm(worlds.ssm),
    s3,
    createSecretsManager(worlds.secrets),
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
          watch: (account, where) => new Watch(worlds.watch, account, where),
          archive: (account, where) => new Archive(worlds.logs, account, where),
          stacks: () => options.gateways?.().map((gateway) => gateway.stack()) ?? [],
        });
      alarms.start();
      resumeSchedules(worlds.secrets);
      await worlds.apiGateway.book.save(accountId, region);
      await Promise.all([worlds.kms.book.save(accountId, region), worlds.iam.book.save(accountId, GLOBAL)]);
      await buckets.sweep();
      await Promise.all(buckets.all().map((bucket) => buckets.save(bucket)));
      await vault.save();
    },
    finish: async () => {
      unobserve?.();
      unobserve = undefined;
      await cloudFormation.engine.stop();
      await codeDeploy.runs.stop();
      await Promise.all([rotations.stop(), alarms.stop(), saveAll(worlds.logs.book)]);
    },
  });
  const seeded = new SeededSecrets(vault);
  return {
    endpoint,
    operations: () =>
      Object.fromEntries(apis.map(({ signingName, operationNames = [] }) => [signingName, operationNames])),
    declare: (stack) =>
      declareStack(stack, {
        ring: new KeyRing(worlds.kms, accountId, region),
        directory,
        buckets,
        archive: new Archive(worlds.logs, accountId, region),
        secrets: seeded,
      }),
    keys,
    keyBook: keyBook(keys, directory),
    takeOver: (stack) => takeOver(new ControlPlane(worlds.apiGateway, accountId, region), stack),
    putInForce: (stack) =>
      putInForce(new ControlPlane(worlds.apiGateway, stack.accountId, stack.region), stack),
    forgetStage: (place, apiId, stage) =>
      forgetStage(new ControlPlane(worlds.apiGateway, place.accountId, place.region), apiId, stage),
    secrets: seeded,
    secretsAt: (account, where) => new SeededSecrets(new Vault(worlds.secrets, account, where)),
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
