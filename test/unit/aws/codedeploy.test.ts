import { CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import {
  BatchGetDeploymentsCommand,
  BatchGetDeploymentTargetsCommand,
  CodeDeployClient,
  ContinueDeploymentCommand,
  CreateApplicationCommand,
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  CreateDeploymentConfigCommand,
  CreateDeploymentGroupCommand,
  type CreateDeploymentGroupCommandInput,
  DeleteApplicationCommand,
  DeleteDeploymentConfigCommand,
  DeleteDeploymentGroupCommand,
  GetApplicationCommand,
  GetDeploymentCommand,
  GetDeploymentConfigCommand,
  GetDeploymentGroupCommand,
  GetDeploymentTargetCommand,
  ListApplicationsCommand,
  ListDeploymentConfigsCommand,
  ListDeploymentGroupsCommand,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
  PutLifecycleEventHookExecutionStatusCommand,
  StopDeploymentCommand,
  UpdateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAlias, updateAlias } from '../../../emulator/lambda/control/aliases.js';
import { makeFunction } from '../../../emulator/lambda/control/create.js';
import { publishVersion } from '../../../emulator/lambda/control/versions.js';
import type { FunctionEntry } from '../../../emulator/lambda/registry.js';
import { ACCOUNT, REGION } from '../../helpers/aws.js';
import { LambdaCloud } from '../../helpers/lambda-cloud.js';

const ROLE = `arn:aws:iam::${ACCOUNT}:role`;
const GROUP = { applicationName: 'shop', deploymentGroupName: 'orders' };
const MINUTE = 60_000;
const NO_HOOKS = {};

const cloud = new LambdaCloud('canary');
let client: CodeDeployClient;
let watch: CloudWatchClient;

/** A function of two versions, its alias at the first. */
async function publish(name: string): Promise<void> {
  const inline = (word: string) => ({
    inline: `exports.handler = async (event) => { console.log('heard ' + JSON.stringify(event)); return '${word}'; };`,
  });
  const { lambda } = cloud;
  const body = {
    FunctionName: name,
    Role: `${ROLE}/functions`,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
  };
  const scope = { accountId: ACCOUNT, region: REGION };
  const entry = await makeFunction(lambda, scope, body, inline('old'));
  await entry.latest.code;
  await publishVersion(lambda, entry, {});
  await createAlias(lambda, entry, { Name: 'live', FunctionVersion: '1' });
  const definition = { ...entry.latest.definition, code: inline('new') };
  lambda.functions.change(entry, { definition, code: lambda.functions.load(definition), codeSha256: 'new' });
  await publishVersion(lambda, entry, {});
}

function entryOf(name: string): FunctionEntry {
  return cloud.lambda.functions.registry.resolve(name).entry;
}

const aliasOf = (name = 'orders') => {
  const { version, additionalVersionWeights } = entryOf(name).aliases.get('live') ?? {};
  return { version, weights: additionalVersionWeights };
};

const OLD = { version: '1', weights: {} };
const NEW = { version: '2', weights: {} };
const TENTH = { version: '1', weights: { '2': 0.1 } };

beforeAll(async () => {
  await cloud.start();
  connect();
  const iam = cloud.client(IAMClient);
  for (const [RoleName, Service] of [
    ['functions', 'lambda.amazonaws.com'],
    ['deploys', 'codedeploy.amazonaws.com'],
  ]) {
    const Statement = [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  }
  await publish('orders');
  await publish('hook');
}, 30_000);
afterAll(() => cloud.stop());

function connect(): void {
  client = cloud.client(CodeDeployClient);
  watch = cloud.client(CloudWatchClient);
}

beforeEach(async () => {
  connect(); // the clock has moved: signatures go by it
  await client.send(new DeleteApplicationCommand({ applicationName: 'shop' }));
  await client.send(new CreateApplicationCommand({ applicationName: 'shop', computePlatform: 'Lambda' }));
  await updateAlias(cloud.lambda, entryOf('orders'), 'live', {
    FunctionVersion: '1',
    RoutingConfig: { AdditionalVersionWeights: {} },
  });
});

const CANARY = 'CodeDeployDefault.LambdaCanary10Percent5Minutes';

function group(more: Partial<CreateDeploymentGroupCommandInput> = {}) {
  return client.send(
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
  );
}

function spec(Hooks: Record<string, string> = NO_HOOKS, more: object = {}): string {
  const Properties = { Name: 'orders', Alias: 'live', CurrentVersion: '1', TargetVersion: '2', ...more };
  return JSON.stringify({
    version: 0.0,
    Resources: [{ orders: { Type: 'AWS::Lambda::Function', Properties } }],
    Hooks: Object.entries(Hooks).map(([name, fn]) => ({ [name]: fn })),
  });
}

async function deploy(content = spec(), more: Partial<CreateDeploymentCommandInput> = {}): Promise<string> {
  const { deploymentId = '' } = await client.send(
    new CreateDeploymentCommand({
      ...GROUP,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
      ...more,
    }),
  );
  return deploymentId;
}

async function info(deploymentId: string) {
  const { deploymentInfo } = await client.send(new GetDeploymentCommand({ deploymentId }));
  return deploymentInfo ?? {};
}

async function target(deploymentId: string) {
  const targetId = 'orders:live';
  const { deploymentTarget } = await client.send(new GetDeploymentTargetCommand({ deploymentId, targetId }));
  return deploymentTarget?.lambdaTarget ?? {};
}

/** Statuses of the three lifecycle events. */
async function events(deploymentId: string) {
  return (await target(deploymentId)).lifecycleEvents?.map(({ status }) => status);
}

function status(id: string) {
  return expect.poll(async () => (await info(id)).status, { timeout: 5000, interval: 20 });
}

/** Lets the emulator's time pass; clients sign by it. */
function pass(ms: number): void {
  cloud.clock.advance(ms);
  connect();
}

/** The events that hooks were called with, from their log. */
function heard(): { DeploymentId: string; LifecycleEventHookExecutionId: string }[] {
  return lines.flatMap((line) => {
    const [, json] = /heard (\{"DeploymentId.*\})/.exec(line) ?? [];
    return json === undefined ? [] : [JSON.parse(json)];
  });
}
const lines: string[] = [];
cloud.events.on('log', ({ text }) => lines.push(text));

async function hookOf(deploymentId: string, nth = 0) {
  const mine = () => heard().filter((one) => one.DeploymentId === deploymentId);
  await expect.poll(() => mine().length, { timeout: 5000, interval: 20 }).toBeGreaterThan(nth);
  return mine()[nth]?.LifecycleEventHookExecutionId ?? '';
}

function answer(deploymentId: string, lifecycleEventHookExecutionId: string, ok: boolean) {
  return client.send(
    new PutLifecycleEventHookExecutionStatusCommand({
      deploymentId,
      lifecycleEventHookExecutionId,
      status: ok ? 'Succeeded' : 'Failed',
    }),
  );
}

describe('applications, groups and configurations', () => {
  it('are made, read, changed and deleted', async () => {
    const { application } = await client.send(new GetApplicationCommand({ applicationName: 'shop' }));
    expect(application).toMatchObject({ applicationName: 'shop', computePlatform: 'Lambda' });
    expect((await client.send(new ListApplicationsCommand({}))).applications).toEqual(['shop']);
    await group();
    const { deploymentGroupInfo } = await client.send(new GetDeploymentGroupCommand(GROUP));
    expect(deploymentGroupInfo).toMatchObject({
      ...GROUP,
      deploymentConfigName: CANARY,
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      autoRollbackConfiguration: { enabled: true },
    });
    await client.send(
      new UpdateDeploymentGroupCommand({
        applicationName: 'shop',
        currentDeploymentGroupName: 'orders',
        newDeploymentGroupName: 'trips',
        alarmConfiguration: { enabled: true, alarms: [{ name: 'errors' }] },
      }),
    );
    const { deploymentGroups } = await client.send(
      new ListDeploymentGroupsCommand({ applicationName: 'shop' }),
    );
    expect(deploymentGroups).toEqual(['trips']);
    const trips = { applicationName: 'shop', deploymentGroupName: 'trips' };
    expect((await client.send(new GetDeploymentGroupCommand(trips))).deploymentGroupInfo).toMatchObject({
      deploymentConfigName: CANARY,
      alarmConfiguration: { alarms: [{ name: 'errors' }] },
    });
    await client.send(new DeleteDeploymentGroupCommand(trips));
    await expect(client.send(new GetDeploymentGroupCommand(trips))).rejects.toMatchObject({
      name: 'DeploymentGroupDoesNotExistException',
      message: 'No Deployment Group found for name: trips',
    });
  });

  it('bring AWS’s configurations, and take one’s own', async () => {
    const { deploymentConfigsList } = await client.send(new ListDeploymentConfigsCommand({}));
    expect(deploymentConfigsList).toHaveLength(9);
    const read = async (deploymentConfigName: string) =>
      (await client.send(new GetDeploymentConfigCommand({ deploymentConfigName }))).deploymentConfigInfo;
    expect(
      (await read('CodeDeployDefault.LambdaLinear10PercentEvery3Minutes'))?.trafficRoutingConfig,
    ).toEqual({
      type: 'TimeBasedLinear',
      timeBasedLinear: { linearPercentage: 10, linearInterval: 3 },
    });
    const deploymentConfigName = 'Careful';
    const trafficRoutingConfig = {
      type: 'TimeBasedCanary' as const,
      timeBasedCanary: { canaryPercentage: 25, canaryInterval: 2 },
    };
    const own = { deploymentConfigName, computePlatform: 'Lambda' as const, trafficRoutingConfig };
    await client.send(new CreateDeploymentConfigCommand(own));
    expect(await read('Careful')).toMatchObject({ trafficRoutingConfig, computePlatform: 'Lambda' });
    await expect(client.send(new CreateDeploymentConfigCommand(own))).rejects.toMatchObject({
      name: 'DeploymentConfigAlreadyExistsException',
    });
    await group({ deploymentConfigName });
    await expect(
      client.send(new DeleteDeploymentConfigCommand({ deploymentConfigName })),
    ).rejects.toMatchObject({ name: 'DeploymentConfigInUseException' });
    await client.send(new DeleteDeploymentGroupCommand(GROUP));
    await client.send(new DeleteDeploymentConfigCommand({ deploymentConfigName }));
    await expect(read('Careful')).rejects.toMatchObject({ name: 'DeploymentConfigDoesNotExistException' });
  });

  it('are refused by CodeDeploy’s own exceptions', async () => {
    const refused = (more: Partial<CreateDeploymentGroupCommandInput>) => expect(group(more)).rejects;
    await refused({ serviceRoleArn: `${ROLE}/functions` }).toMatchObject({
      name: 'InvalidRoleException',
      message: `AWS CodeDeploy does not have the permissions required to assume the role ${ROLE}/functions.`,
    });
    await refused({ deploymentConfigName: 'None' }).toMatchObject({
      name: 'DeploymentConfigDoesNotExistException',
    });
    await refused({ autoRollbackConfiguration: { enabled: true } }).toMatchObject({
      name: 'InvalidAutoRollbackConfigException',
    });
    await refused({ deploymentStyle: { deploymentType: 'IN_PLACE' } }).toMatchObject({
      name: 'InvalidDeploymentStyleException',
    });
    await refused({ applicationName: 'none' }).toMatchObject({
      name: 'ApplicationDoesNotExistException',
      message: 'No application found for name: none',
    });
    await expect(
      client.send(new CreateApplicationCommand({ applicationName: 'shop', computePlatform: 'Lambda' })),
    ).rejects.toMatchObject({ name: 'ApplicationAlreadyExistsException' });
    await expect(
      client.send(new CreateApplicationCommand({ applicationName: 'ec2', computePlatform: 'Server' })),
    ).rejects.toMatchObject({ name: 'InvalidComputePlatformException' });
  });
});

describe('a deployment', () => {
  it('of a canary sends a tenth first, exactly as drawn, and the rest when its time has come', async () => {
    await group();
    const id = await deploy();
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    cloud.draws.length = 0;
    const executed: Record<string, number> = {};
    for (let i = 0; i < 1500; i++) {
      const { executedVersion } = await cloud.lambda.invoke({ functionName: 'orders:live', payload: '{}' });
      executed[executedVersion] = (executed[executedVersion] ?? 0) + 1;
    }
    const toNew = cloud.draws.filter((drawn) => drawn < 0.1).length;
    expect(executed).toEqual({ '1': 1500 - toNew, '2': toNew });
    expect(toNew / 1500).toBeCloseTo(0.1, 1);
    expect(await target(id)).toMatchObject({
      status: 'InProgress',
      lambdaFunctionInfo: { currentVersion: '1', targetVersion: '2', targetVersionWeight: 10 },
    });
    pass(5 * MINUTE - 2000);
    expect(aliasOf()).toEqual(TENTH);
    pass(3000);
    await status(id).toBe('Succeeded');
    expect(aliasOf()).toEqual(NEW);
    expect(await events(id)).toEqual(['Skipped', 'Succeeded', 'Skipped']);
    expect(await info(id)).toMatchObject({
      creator: 'user',
      computePlatform: 'Lambda',
      deploymentOverview: { Succeeded: 1 },
    });
    const { deploymentGroupInfo } = await client.send(new GetDeploymentGroupCommand(GROUP));
    expect(deploymentGroupInfo?.lastSuccessfulDeployment?.deploymentId).toBe(id);
  });

  it('all at once, and linear in equal steps', async () => {
    await group({ deploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' });
    await status(await deploy()).toBe('Succeeded');
    expect(aliasOf()).toEqual(NEW);
    await updateAlias(cloud.lambda, entryOf('orders'), 'live', { FunctionVersion: '1' });
    const deploymentConfigName = 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute';
    const id = await deploy(spec(), { deploymentConfigName });
    for (let step = 1; step < 10; step++) {
      await expect.poll(() => aliasOf()).toEqual({ version: '1', weights: { '2': step / 10 } });
      pass(MINUTE);
    }
    await status(id).toBe('Succeeded');
    expect(aliasOf()).toEqual(NEW);
  });

  it('takes its AppSpec as YAML, from a text or a bucket', async () => {
    await group({ deploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' });
    const yaml = (more = '') => `
version: 0.0
resources:
  - orders:
      type: AWS::Lambda::Function
      properties:
        name: orders
        alias: live
        currentversion: 1
        targetversion: 2${more}
`;
    const asText = { revision: { revisionType: 'String' as const, string: { content: yaml() } } };
    await status(await deploy('', asText)).toBe('Succeeded');
    await updateAlias(cloud.lambda, entryOf('orders'), 'live', { FunctionVersion: '1' });
    const s3 = cloud.client(S3Client);
    await s3.send(new CreateBucketCommand({ Bucket: 'specs' }));
    await s3.send(new PutObjectCommand({ Bucket: 'specs', Key: 'a.yaml', Body: yaml() }));
    const s3Location = { bucket: 'specs', key: 'a.yaml', bundleType: 'YAML' as const };
    const id = await deploy('', { revision: { revisionType: 'S3', s3Location } });
    await status(id).toBe('Succeeded');
    const broken = [
      spec({ BeforeInstall: 'hook' }),
      spec(NO_HOOKS, { Alias: undefined }),
      '{"version":0}',
      'a: [',
    ];
    for (const content of broken)
      await expect(deploy(content)).rejects.toMatchObject({ name: 'InvalidRevisionException' });
    const sha256 = '0'.repeat(64);
    const wrong = { revisionType: 'AppSpecContent' as const, appSpecContent: { content: spec(), sha256 } };
    await expect(deploy('', { revision: wrong })).rejects.toMatchObject({ name: 'InvalidRevisionException' });
  });

  it('fails when the alias is elsewhere, or a version is not there', async () => {
    await group();
    const other = await deploy(spec(NO_HOOKS, { CurrentVersion: '2', TargetVersion: '1' }));
    await status(other).toBe('Failed');
    expect((await info(other)).errorInformation).toEqual({
      code: 'INVALID_LAMBDA_CONFIGURATION',
      message:
        'The deployment failed because the AppSpec file that specifies the AWS Lambda deployment configuration is missing or has an invalid configuration. The Lambda function alias version does not match the current version in AppSpec file.',
    });
    const none = await deployWhenFree(spec(NO_HOOKS, { TargetVersion: '9' }));
    await status(none).toBe('Failed');
    expect((await info(none)).errorInformation?.code).toBe('INVALID_LAMBDA_CONFIGURATION');
    const nowhere = await deployWhenFree(spec(NO_HOOKS, { Name: 'nowhere' }));
    await status(nowhere).toBe('Failed');
    expect((await info(nowhere)).errorInformation?.code).toBe('INVALID_LAMBDA_FUNCTION');
  });

  it('is the only one of its group', async () => {
    await group();
    const id = await deploy();
    await expect(deploy()).rejects.toMatchObject({
      name: 'DeploymentLimitExceededException',
      message: `The Deployment Group 'orders' already has an active Deployment '${id}'`,
    });
    expect(await list()).toContain(id);
    expect(await list({ includeOnlyStatuses: ['Succeeded'] })).not.toContain(id);
    const batch = await client.send(new BatchGetDeploymentsCommand({ deploymentIds: [id] }));
    expect(batch.deploymentsInfo?.[0]?.deploymentId).toBe(id);
    const targets = { deploymentId: id };
    expect((await client.send(new ListDeploymentTargetsCommand(targets))).targetIds).toEqual(['orders:live']);
    const asked = { ...targets, targetIds: ['orders:live'] };
    const all = await client.send(new BatchGetDeploymentTargetsCommand(asked));
    expect(all.deploymentTargets?.[0]?.deploymentTargetType).toBe('LambdaTarget');
    await expect(client.send(new ContinueDeploymentCommand(targets))).rejects.toMatchObject({
      name: 'UnsupportedActionForDeploymentTypeException',
    });
    await expect(info('d-ABCDEFGHI')).rejects.toMatchObject({
      name: 'DeploymentDoesNotExistException',
      message: 'The deployment d-ABCDEFGHI could not be found',
    });
    await client.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: false }));
  });
});

async function list(more: object = {}): Promise<string[]> {
  const { deployments = [] } = await client.send(new ListDeploymentsCommand({ ...GROUP, ...more }));
  return deployments;
}

async function deployWhenFree(
  content: string,
  more: Partial<CreateDeploymentCommandInput> = {},
): Promise<string> {
  await expect
    .poll(async () => (await list({ includeOnlyStatuses: ['InProgress', 'Created'] })).length)
    .toBe(0);
  return deploy(content, more);
}

describe('hooks', () => {
  it('let traffic through when they say so, before and after', async () => {
    await group();
    const id = await deploy(spec({ BeforeAllowTraffic: 'hook', AfterAllowTraffic: 'hook' }));
    const before = await hookOf(id);
    expect(aliasOf()).toEqual(OLD);
    expect(await events(id)).toEqual(['InProgress', 'Pending', 'Pending']);
    await expect(answer(id, 'nonsense', true)).rejects.toMatchObject({
      name: 'InvalidLifecycleEventHookExecutionIdException',
    });
    await answer(id, before, true);
    await expect(answer(id, before, true)).rejects.toMatchObject({
      name: 'LifecycleEventAlreadyCompletedException',
    });
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    pass(5 * MINUTE);
    await answer(id, await hookOf(id, 1), true);
    await status(id).toBe('Succeeded');
    expect(await events(id)).toEqual(['Succeeded', 'Succeeded', 'Succeeded']);
    expect(aliasOf()).toEqual(NEW);
  });

  it('that say no before traffic leave all as it was', async () => {
    await group();
    const id = await deploy(
      spec({ BeforeAllowTraffic: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:hook` }),
    );
    await answer(id, await hookOf(id), false);
    await status(id).toBe('Failed');
    const failed = await info(id);
    expect(failed.errorInformation?.code).toBe('HOOK_EXECUTION_FAILURE');
    expect(await events(id)).toEqual(['Failed', 'Skipped', 'Skipped']);
    await status(failed.rollbackInfo?.rollbackDeploymentId ?? '').toBe('Succeeded');
    expect(aliasOf()).toEqual(OLD);
  });

  it('that say no after traffic take it back', async () => {
    await group({ deploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' });
    const id = await deploy(spec({ AfterAllowTraffic: 'hook' }));
    const execution = await hookOf(id);
    expect(aliasOf()).toEqual(NEW);
    await answer(id, execution, false);
    await status(id).toBe('Failed');
    const { rollbackDeploymentId = '' } = (await info(id)).rollbackInfo ?? {};
    await status(rollbackDeploymentId).toBe('Succeeded');
    expect(await info(rollbackDeploymentId)).toMatchObject({
      creator: 'codeDeployRollback',
      rollbackInfo: { rollbackTriggeringDeploymentId: id },
    });
    expect(aliasOf()).toEqual(OLD);
  });

  it('have an hour to answer, and fail when they cannot be called', async () => {
    await group();
    const id = await deploy(spec({ BeforeAllowTraffic: 'hook' }));
    await hookOf(id);
    pass(59 * MINUTE);
    expect((await info(id)).status).toBe('InProgress');
    pass(MINUTE + 1000);
    await status(id).toBe('Failed');
    expect((await info(id)).errorInformation?.code).toBe('TIMEOUT');
    expect((await target(id)).lifecycleEvents?.[0]?.diagnostics?.errorCode).toBe('ScriptTimedOut');
    const nobody = await deployWhenFree(spec({ BeforeAllowTraffic: 'nobody' }));
    await status(nobody).toBe('Failed');
    expect((await info(nobody)).errorInformation?.message).toMatch(
      /could not be invoked: Function not found/,
    );
  });
});

describe('alarms', () => {
  const alarms = { enabled: true, alarms: [{ name: 'errors' }] };

  beforeEach(async () => {
    await watch.send(
      new PutMetricAlarmCommand({
        AlarmName: 'errors',
        Namespace: 'AWS/Lambda',
        MetricName: 'Errors',
        Dimensions: [
          { Name: 'FunctionName', Value: 'orders' },
          { Name: 'Resource', Value: 'orders:live' },
          { Name: 'ExecutedVersion', Value: '2' },
        ],
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 0,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
      }),
    );
  });

  it('on the new version alone stop a canary, and its traffic returns', async () => {
    await group({ alarmConfiguration: alarms });
    const id = await deploy();
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    cloud.lambda.faults.set('orders:2', { errorRate: 1 });
    for (let i = 0; i < 60; i++) await cloud.lambda.invoke({ functionName: 'orders:live', payload: '{}' });
    cloud.lambda.faults.clear();
    pass(MINUTE);
    await status(id).toBe('Stopped');
    const stopped = await info(id);
    expect(stopped.errorInformation).toEqual({
      code: 'ALARM_ACTIVE',
      message:
        'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <errors>',
    });
    await status(stopped.rollbackInfo?.rollbackDeploymentId ?? '').toBe('Succeeded');
    expect(aliasOf()).toEqual(OLD);
  });

  it('that ring already let nothing begin, unless they are not asked', async () => {
    await group({ alarmConfiguration: alarms });
    const ring = { AlarmName: 'errors', StateValue: 'ALARM' as const, StateReason: 'a test' };
    await watch.send(new SetAlarmStateCommand(ring));
    const id = await deploy();
    await status(id).toBe('Stopped');
    expect(aliasOf()).toEqual(OLD);
    const overrideAlarmConfiguration = { enabled: false, alarms: [] };
    const second = await deployWhenFree(spec(), { overrideAlarmConfiguration });
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    await client.send(new StopDeploymentCommand({ deploymentId: second, autoRollbackEnabled: false }));
  });
});

describe('a stop', () => {
  it('leaves traffic as it is, or takes it back', async () => {
    await group({ autoRollbackConfiguration: { enabled: false } });
    const id = await deploy();
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    const { status: answered } = await client.send(new StopDeploymentCommand({ deploymentId: id }));
    expect(answered).toBe('Succeeded');
    expect(await info(id)).toMatchObject({ status: 'Stopped', errorInformation: { code: 'MANUAL_STOP' } });
    expect(aliasOf()).toEqual(TENTH);
    await expect(client.send(new StopDeploymentCommand({ deploymentId: id }))).rejects.toMatchObject({
      name: 'DeploymentAlreadyCompletedException',
    });
    const again = await deploy();
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    await client.send(new StopDeploymentCommand({ deploymentId: again, autoRollbackEnabled: true }));
    const { rollbackDeploymentId = '' } = (await info(again)).rollbackInfo ?? {};
    await status(rollbackDeploymentId).toBe('Succeeded');
    expect(aliasOf()).toEqual(OLD);
  });
});

describe('a restart', () => {
  it('in mid-canary goes on, late where it must', async () => {
    await group();
    const id = await deploy();
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    await cloud.restart(() => cloud.clock.advance(2 * MINUTE));
    connect();
    expect(aliasOf()).toEqual(TENTH);
    expect((await info(id)).status).toBe('InProgress');
    await cloud.restart(() => cloud.clock.advance(4 * MINUTE));
    connect();
    await status(id).toBe('Succeeded');
    expect(aliasOf()).toEqual(NEW);
  });

  it('asks a hook again that had not answered', async () => {
    await group();
    const id = await deploy(spec({ BeforeAllowTraffic: 'hook' }));
    const first = await hookOf(id);
    await cloud.restart();
    connect();
    const second = await hookOf(id, 1);
    expect(second).not.toBe(first);
    await answer(id, second, true);
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    await client.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: false }));
  });
});
