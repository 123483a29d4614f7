import { AccessKeys, rootKey } from './access-keys.js';
import { declareStack } from './declare-stack.js';
import { AwsEndpoint } from './endpoint.js';
import { lifeOf } from './endpoint-life.js';
import { type Services, servicesOf } from './joined-services.js';
import type { Aws, AwsOptions } from './options.js';
import { ControlPlane } from './services/apigateway/control-plane.js';
import { forgetStage, putInForce, takeOver } from './services/apigateway/take-over.js';
import { stackService } from './services/cloudformation/service.js';
import { authorizer } from './services/iam/authorization.js';
import { keyBook } from './services/iam/key-book.js';
import { isTrusted } from './services/iam/service-trust.js';
import { KeyRing } from './services/kms/key-ring.js';
import { keyService } from './services/kms/key-service.js';
import { Archive } from './services/logs/archive.js';
import { SeededSecrets } from './services/secretsmanager/seed.js';
import { Vault } from './services/secretsmanager/vault.js';
import { type Worlds, worldsOf } from './worlds.js';

export type { AccessKey } from './access-keys.js';
export type { Aws, AwsOptions } from './options.js';
export type { KmsPages } from './services/kms/sealing.js';
export type { RotationFunctions } from './services/secretsmanager/rotations.js';

/** Makes the endpoint; nothing listens until its `start`. */
export function createAws(options: AwsOptions): Aws {
  const worlds: Worlds = worldsOf(options, (account, where) => codeDeploy.runs.rings(account, where));
  const services: Services = servicesOf(options, worlds);
  const { apis, codeDeploy, cloudFormation, mail, objects } = services;
  const { directory, sealing } = worlds;
  const keys = keysOf(options, worlds);
  const endpoint = new AwsEndpoint({
    ...options,
    ...lifeOf(options, worlds, services),
    keys,
    apis,
    ...(options.enforceIam && { authorize: authorizer(directory) }),
  });
  return {
    endpoint,
    operations: () =>
      Object.fromEntries(apis.map(({ signingName, operationNames = [] }) => [signingName, operationNames])),
    keys,
    keyBook: keyBook(keys, directory),
    ...servedStacks(options, worlds),
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

/** Whose signatures are known: root's, those of IAM's users, and of sessions. */
function keysOf({ accountId }: AwsOptions, { directory, sessions }: Worlds): AccessKeys {
  const keys = new AccessKeys();
  keys.add(rootKey(accountId));
  keys.addSource((id) => directory.accessKey(id));
  keys.addSource((id) => sessions.find(id));
  return keys;
}

/** What the owner does for the stacks that it serves. */
function servedStacks(
  { accountId, region }: AwsOptions,
  worlds: Worlds,
): Pick<Aws, 'declare' | 'takeOver' | 'putInForce' | 'forgetStage' | 'secrets' | 'secretsAt'> {
  const { directory, buckets } = worlds;
  const secrets = new SeededSecrets(worlds.vault);
  const planeOf = (place: { accountId: string; region: string }) =>
    new ControlPlane(worlds.apiGateway, place.accountId, place.region);
  return {
    declare: (stack) =>
      declareStack(stack, {
        ring: new KeyRing(worlds.kms, accountId, region),
        directory,
        buckets,
        archive: new Archive(worlds.logs, accountId, region),
        secrets,
      }),
    takeOver: (stack) => takeOver(planeOf({ accountId, region }), stack),
    putInForce: (stack) => putInForce(planeOf(stack), stack),
    forgetStage: (place, apiId, stage) => forgetStage(planeOf(place), apiId, stage),
    secrets,
    secretsAt: (account, where) => new SeededSecrets(new Vault(worlds.secrets, account, where)),
  };
}
