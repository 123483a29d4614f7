import {
  BatchGetDeploymentsCommand,
  BatchGetDeploymentTargetsCommand,
  ContinueDeploymentCommand,
  GetDeploymentGroupCommand,
  ListDeploymentTargetsCommand,
  StopDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { updateAlias } from '../../../../emulator/lambda/control/aliases.js';
import {
  codeDeployLab,
  GROUP,
  MINUTE,
  NEW,
  NO_HOOKS,
  OLD,
  spec,
  TENTH,
} from '../../../helpers/codedeploy.js';

const lab = codeDeployLab();
const {
  entryOf,
  aliasOf,
  group,
  deploy,
  info,
  target,
  events,
  reaches,
  pass,
  hookOf,
  answer,
  list,
  deployWhenFree,
  cloud,
} = lab;

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
    await reaches(id, 'Succeeded');
    expect(aliasOf()).toEqual(NEW);
    expect(await events(id)).toEqual(['Skipped', 'Succeeded', 'Skipped']);
    expect(await info(id)).toMatchObject({
      creator: 'user',
      computePlatform: 'Lambda',
      deploymentOverview: { Succeeded: 1 },
    });
    const { deploymentGroupInfo } = await lab.client.send(new GetDeploymentGroupCommand(GROUP));
    expect(deploymentGroupInfo?.lastSuccessfulDeployment?.deploymentId).toBe(id);
  });

  it('all at once, and linear in equal steps', async () => {
    await group({ deploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' });
    await reaches(await deploy(), 'Succeeded');
    expect(aliasOf()).toEqual(NEW);
    await updateAlias(cloud.lambda, entryOf('orders'), 'live', { FunctionVersion: '1' });
    const deploymentConfigName = 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute';
    const id = await deploy(spec(), { deploymentConfigName });
    for (let step = 1; step < 10; step++) {
      await expect.poll(() => aliasOf()).toEqual({ version: '1', weights: { '2': step / 10 } });
      pass(MINUTE);
    }
    await reaches(id, 'Succeeded');
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
    await reaches(await deploy('', asText), 'Succeeded');
    await updateAlias(cloud.lambda, entryOf('orders'), 'live', { FunctionVersion: '1' });
    const s3 = cloud.client(S3Client);
    await s3.send(new CreateBucketCommand({ Bucket: 'specs' }));
    await s3.send(new PutObjectCommand({ Bucket: 'specs', Key: 'a.yaml', Body: yaml() }));
    const s3Location = { bucket: 'specs', key: 'a.yaml', bundleType: 'YAML' as const };
    const id = await deploy('', { revision: { revisionType: 'S3', s3Location } });
    await reaches(id, 'Succeeded');
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
    await reaches(other, 'Failed');
    expect((await info(other)).errorInformation).toEqual({
      code: 'INVALID_LAMBDA_CONFIGURATION',
      message:
        'The deployment failed because the AppSpec file that specifies the AWS Lambda deployment configuration is missing or has an invalid configuration. The Lambda function alias version does not match the current version in AppSpec file.',
    });
    const none = await deployWhenFree(spec(NO_HOOKS, { TargetVersion: '9' }));
    await reaches(none, 'Failed');
    expect((await info(none)).errorInformation?.code).toBe('INVALID_LAMBDA_CONFIGURATION');
    const nowhere = await deployWhenFree(spec(NO_HOOKS, { Name: 'nowhere' }));
    await reaches(nowhere, 'Failed');
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
    const batch = await lab.client.send(new BatchGetDeploymentsCommand({ deploymentIds: [id] }));
    expect(batch.deploymentsInfo?.[0]?.deploymentId).toBe(id);
    const targets = { deploymentId: id };
    expect((await lab.client.send(new ListDeploymentTargetsCommand(targets))).targetIds).toEqual([
      'orders:live',
    ]);
    const asked = { ...targets, targetIds: ['orders:live'] };
    const all = await lab.client.send(new BatchGetDeploymentTargetsCommand(asked));
    expect(all.deploymentTargets?.[0]?.deploymentTargetType).toBe('LambdaTarget');
    await expect(lab.client.send(new ContinueDeploymentCommand(targets))).rejects.toMatchObject({
      name: 'UnsupportedActionForDeploymentTypeException',
    });
    await expect(info('d-ABCDEFGHI')).rejects.toMatchObject({
      name: 'DeploymentDoesNotExistException',
      message: 'The deployment d-ABCDEFGHI could not be found',
    });
    await lab.client.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: false }));
  });
});

describe('a stop', () => {
  it('leaves traffic as it is, or takes it back', async () => {
    await group({ autoRollbackConfiguration: { enabled: false } });
    const id = await deploy();
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    const { status: answered } = await lab.client.send(new StopDeploymentCommand({ deploymentId: id }));
    expect(answered).toBe('Succeeded');
    expect(await info(id)).toMatchObject({ status: 'Stopped', errorInformation: { code: 'MANUAL_STOP' } });
    expect(aliasOf()).toEqual(TENTH);
    await expect(lab.client.send(new StopDeploymentCommand({ deploymentId: id }))).rejects.toMatchObject({
      name: 'DeploymentAlreadyCompletedException',
    });
    const again = await deploy();
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    await lab.client.send(new StopDeploymentCommand({ deploymentId: again, autoRollbackEnabled: true }));
    const { rollbackDeploymentId = '' } = (await info(again)).rollbackInfo ?? {};
    await reaches(rollbackDeploymentId, 'Succeeded');
    expect(aliasOf()).toEqual(OLD);
  });
});

describe('a restart', () => {
  it('in mid-canary goes on, late where it must', async () => {
    await group();
    const id = await deploy();
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    await cloud.restart(() => cloud.clock.advance(2 * MINUTE));
    lab.connect();
    expect(aliasOf()).toEqual(TENTH);
    expect((await info(id)).status).toBe('InProgress');
    await cloud.restart(() => cloud.clock.advance(4 * MINUTE));
    lab.connect();
    await reaches(id, 'Succeeded');
    expect(aliasOf()).toEqual(NEW);
  });

  it('asks a hook again that had not answered', async () => {
    await group();
    const id = await deploy(spec({ BeforeAllowTraffic: 'hook' }));
    const first = await hookOf(id);
    await cloud.restart();
    lab.connect();
    const second = await hookOf(id, 1);
    expect(second).not.toBe(first);
    await answer(id, second, true);
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    await lab.client.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: false }));
  });
});
