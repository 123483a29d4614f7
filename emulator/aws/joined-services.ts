import type { ObjectReader } from '../kernel/objects.js';
import type { AwsOptions } from './options.js';
import { createApiGateway } from './services/apigateway/index.js';
import { apiGatewayResources } from './services/apigateway/resources/index.js';
import { createCloudFormation } from './services/cloudformation/index.js';
import { emptyCloudFormation } from './services/cloudformation/stored.js';
import { createCloudWatch } from './services/cloudwatch/index.js';
import { createCodeDeploy } from './services/codedeploy/index.js';
import { emptyCodeDeploy } from './services/codedeploy/stored.js';
import { createIam } from './services/iam/index.js';
import { isTrusted, roleAllows } from './services/iam/service-trust.js';
import { createKms } from './services/kms/index.js';
import { createLogs } from './services/logs/index.js';
import { S3Api } from './services/s3/index.js';
import { objectReader } from './services/s3/object-reader.js';
import { createSecretsManager } from './services/secretsmanager/index.js';
import { createSes } from './services/sesv2/index.js';
import { Mailroom } from './services/sesv2/mailroom.js';
import { createSsm } from './services/ssm/index.js';
import { createSts } from './services/sts/index.js';
import { ownResources } from './stack-resources/index.js';
import type { Worlds } from './worlds.js';

/** The services of an endpoint, each joined to those it asks. */
export type Services = ReturnType<typeof servicesOf>;

/** Makes the services on their state; nothing runs yet. */
export function servicesOf(options: AwsOptions, worlds: Worlds) {
  const { clock, ids } = options;
  const { buckets, directory, sealing, sessions } = worlds;
  const mail = new Mailroom(options.onMail ?? (() => undefined));
  const s3 = new S3Api({ store: buckets, sealing, clock, ids });
  const objects = objectReader(buckets);
  const codeDeploy = codeDeployOf(options, worlds, objects);
  const cloudFormation = cloudFormationOf(options, worlds, { objects, s3, codeDeploy });
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
  return { apis, mail, objects, codeDeploy, cloudFormation };
}

function codeDeployOf(options: AwsOptions, { book, directory, watch }: Worlds, objects: ObjectReader) {
  const { clock, ids, functions, enforceIam } = options;
  return createCodeDeploy({
    book: book('codedeploy', emptyCodeDeploy),
    clock,
    ids,
    functions,
    objects,
    ringing: ({ accountId, region }, names) => {
      const { alarms } = watch.book.at(accountId, region);
      return names.filter((name) => alarms[name]?.state === 'ALARM');
    },
    trusts: (roleArn) => isTrusted(directory, roleArn, 'codedeploy.amazonaws.com'),
    allows: (roleArn, action, resource) =>
      !enforceIam || roleAllows(directory, roleArn, { action, resource }),
  });
}

function cloudFormationOf(
  { clock, ids, onResource, resourceHandlers }: AwsOptions,
  worlds: Worlds,
  {
    objects,
    s3,
    codeDeploy,
  }: { objects: ObjectReader; s3: S3Api; codeDeploy: ReturnType<typeof codeDeployOf> },
) {
  const handlers = {
    ...ownResources({ ...worlds, s3 }),
    ...codeDeploy.resources,
    ...apiGatewayResources(worlds.apiGateway),
    ...resourceHandlers,
  };
  return createCloudFormation({
    book: worlds.book('cloudformation', emptyCloudFormation),
    clock,
    ids,
    handlers: () => handlers,
    onResource,
    objects,
    hasRole: (account, arn) =>
      arn.split(':')[4] === account && isTrusted(worlds.directory, arn, 'cloudformation.amazonaws.com'),
  });
}
