import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  CreateDeploymentGroupCommand,
  type CreateDeploymentGroupCommandInput,
  DeleteApplicationCommand,
  type DeploymentInfo,
  type DeploymentStatus,
  GetDeploymentCommand,
  GetDeploymentTargetCommand,
  type LambdaTarget,
  ListDeploymentsCommand,
  PutLifecycleEventHookExecutionStatusCommand,
} from '@aws-sdk/client-codedeploy';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createAlias, updateAlias } from '../../emulator/lambda/control/aliases.js';
import { makeFunction } from '../../emulator/lambda/control/create.js';
import { publishVersion } from '../../emulator/lambda/control/versions.js';
import type { FunctionEntry } from '../../emulator/lambda/registry.js';
import { ACCOUNT, REGION } from './aws.js';
import { LambdaCloud } from './lambda-cloud.js';

export const ROLE = `arn:aws:iam::${ACCOUNT}:role`;
export const GROUP = { applicationName: 'shop', deploymentGroupName: 'orders' };
export const CANARY = 'CodeDeployDefault.LambdaCanary10Percent5Minutes';
export const MINUTE = 60_000;
export const NO_HOOKS = {};

/** What the alias may look like: all at the old version, all at the new one, a tenth at the new one. */
export const OLD = { version: '1', weights: {} };
export const NEW = { version: '2', weights: {} };
export const TENTH = { version: '1', weights: { '2': 0.1 } };

const PATIENCE = { timeout: 5000, interval: 20 };

/** An AppSpec that shifts the alias `live` of `orders` from version 1 to version 2. */
export function spec(Hooks: Record<string, string> = NO_HOOKS, more: object = {}): string {
  const Properties = { Name: 'orders', Alias: 'live', CurrentVersion: '1', TargetVersion: '2', ...more };
  return JSON.stringify({
    version: 0.0,
    Resources: [{ orders: { Type: 'AWS::Lambda::Function', Properties } }],
    Hooks: Object.entries(Hooks).map(([name, fn]) => ({ [name]: fn })),
  });
}

/**
 * A cloud with two functions, `orders` and `hook`, and the application `shop`, made anew for each test of the file that
 * calls this. What it answers can be taken apart; `client` and `watch` cannot: they change when the clock moves.
 */
export function codeDeployLab() {
  const cloud = new LambdaCloud('canary');
  const lines: string[] = [];
  cloud.events.on('log', ({ text }) => lines.push(text));
  let client!: CodeDeployClient;
  let watch!: CloudWatchClient;

  /** The clock has moved: signatures go by it. */
  const connect = (): void => {
    client = cloud.client(CodeDeployClient);
    watch = cloud.client(CloudWatchClient);
  };
  const entryOf = (name: string): FunctionEntry => cloud.lambda.functions.registry.resolve(name).entry;

  beforeAll(async () => {
    await cloud.start();
    connect();
    await makeRoles(cloud);
    await publish(cloud, 'orders');
    await publish(cloud, 'hook');
  }, 30_000);
  afterAll(() => cloud.stop());
  beforeEach(async () => {
    connect();
    await client.send(new DeleteApplicationCommand({ applicationName: 'shop' }));
    await client.send(new CreateApplicationCommand({ applicationName: 'shop', computePlatform: 'Lambda' }));
    await updateAlias(cloud.lambda, entryOf('orders'), 'live', {
      FunctionVersion: '1',
      RoutingConfig: { AdditionalVersionWeights: {} },
    });
  });

  return {
    cloud,
    connect,
    entryOf,
    get client() {
      return client;
    },
    get watch() {
      return watch;
    },
    aliasOf: (name = 'orders') => {
      const { version, additionalVersionWeights } = entryOf(name).aliases.get('live') ?? {};
      return { version, weights: additionalVersionWeights };
    },
    /** Lets the emulator's time pass. */
    pass: (ms: number): void => {
      cloud.clock.advance(ms);
      connect();
    },
    ...deploymentsOf(() => client),
    ...hooksOf(() => client, lines),
  };
}

function deploymentsOf(client: () => CodeDeployClient) {
  const info = async (deploymentId: string): Promise<DeploymentInfo> => {
    const { deploymentInfo } = await client().send(new GetDeploymentCommand({ deploymentId }));
    return deploymentInfo ?? {};
  };
  const target = async (deploymentId: string): Promise<LambdaTarget> => {
    const targetId = 'orders:live';
    const { deploymentTarget } = await client().send(
      new GetDeploymentTargetCommand({ deploymentId, targetId }),
    );
    return deploymentTarget?.lambdaTarget ?? {};
  };
  const list = async (more: object = {}): Promise<string[]> => {
    const { deployments = [] } = await client().send(new ListDeploymentsCommand({ ...GROUP, ...more }));
    return deployments;
  };
  const deploy = async (content = spec(), more: Partial<CreateDeploymentCommandInput> = {}) => {
    const revision = { revisionType: 'AppSpecContent' as const, appSpecContent: { content } };
    const { deploymentId = '' } = await client().send(
      new CreateDeploymentCommand({ ...GROUP, revision, ...more }),
    );
    return deploymentId;
  };
  return {
    info,
    target,
    list,
    deploy,
    /** Statuses of the three lifecycle events. */
    events: async (deploymentId: string) =>
      (await target(deploymentId)).lifecycleEvents?.map(({ status }) => status),
    reaches: async (id: string, status: DeploymentStatus): Promise<void> =>
      expect.poll(async () => (await info(id)).status, PATIENCE).toBe(status),
    /** Deploys once nothing else of the group is under way. */
    deployWhenFree: async (content: string, more: Partial<CreateDeploymentCommandInput> = {}) => {
      const busy = async () => (await list({ includeOnlyStatuses: ['InProgress', 'Created'] })).length;
      await expect.poll(busy, PATIENCE).toBe(0);
      return deploy(content, more);
    },
    group: (more: Partial<CreateDeploymentGroupCommandInput> = {}) =>
      client().send(
        new CreateDeploymentGroupCommand({
          ...GROUP,
          serviceRoleArn: `${ROLE}/deploys`,
          deploymentConfigName: CANARY,
          autoRollbackConfiguration: {
            enabled: true,
            events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
          },
          ...more,
        }),
      ),
  };
}

function hooksOf(client: () => CodeDeployClient, lines: readonly string[]) {
  /** The events that hooks were called with, from their log. */
  const heard = (): { DeploymentId: string; LifecycleEventHookExecutionId: string }[] =>
    lines.flatMap((line) => {
      const [, json] = /heard (\{"DeploymentId.*\})/.exec(line) ?? [];
      return json === undefined ? [] : [JSON.parse(json)];
    });
  return {
    /** The execution id that the nth call of a deployment's hooks was given. */
    hookOf: async (deploymentId: string, nth = 0): Promise<string> => {
      const mine = () => heard().filter((one) => one.DeploymentId === deploymentId);
      await expect.poll(() => mine().length, PATIENCE).toBeGreaterThan(nth);
      return mine()[nth]?.LifecycleEventHookExecutionId ?? '';
    },
    answer: (deploymentId: string, lifecycleEventHookExecutionId: string, ok: boolean) =>
      client().send(
        new PutLifecycleEventHookExecutionStatusCommand({
          deploymentId,
          lifecycleEventHookExecutionId,
          status: ok ? 'Succeeded' : 'Failed',
        }),
      ),
  };
}

/** A function of two versions, its alias at the first. */
async function publish({ lambda }: LambdaCloud, name: string): Promise<void> {
  const inline = (word: string) => ({
    inline: `exports.handler = async (event) => { console.log('heard ' + JSON.stringify(event)); return '${word}'; };`,
  });
  const body = {
    FunctionName: name,
    Role: `${ROLE}/functions`,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
  };
  const entry = await makeFunction(lambda, { accountId: ACCOUNT, region: REGION }, body, inline('old'));
  await entry.latest.code;
  await publishVersion(lambda, entry, {});
  await createAlias(lambda, entry, { Name: 'live', FunctionVersion: '1' });
  const definition = { ...entry.latest.definition, code: inline('new') };
  lambda.functions.change(entry, { definition, code: lambda.functions.load(definition), codeSha256: 'new' });
  await publishVersion(lambda, entry, {});
}

async function makeRoles(cloud: LambdaCloud): Promise<void> {
  const iam = cloud.client(IAMClient);
  for (const [RoleName, Service] of [
    ['functions', 'lambda.amazonaws.com'],
    ['deploys', 'codedeploy.amazonaws.com'],
  ]) {
    const Statement = [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  }
}
