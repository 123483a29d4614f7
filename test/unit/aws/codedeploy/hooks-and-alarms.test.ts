import { PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, REGION } from '../../../helpers/aws.js';
import { codeDeployLab, MINUTE, NEW, OLD, spec, TENTH } from '../../../helpers/codedeploy.js';

const lab = codeDeployLab();
const { aliasOf, group, deploy, info, target, events, reaches, pass, hookOf, answer, deployWhenFree, cloud } =
  lab;

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
    await reaches(id, 'Succeeded');
    expect(await events(id)).toEqual(['Succeeded', 'Succeeded', 'Succeeded']);
    expect(aliasOf()).toEqual(NEW);
  });

  it('that say no before traffic leave all as it was', async () => {
    await group();
    const id = await deploy(
      spec({ BeforeAllowTraffic: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:hook` }),
    );
    await answer(id, await hookOf(id), false);
    await reaches(id, 'Failed');
    const failed = await info(id);
    expect(failed.errorInformation?.code).toBe('HOOK_EXECUTION_FAILURE');
    expect(await events(id)).toEqual(['Failed', 'Skipped', 'Skipped']);
    await reaches(failed.rollbackInfo?.rollbackDeploymentId ?? '', 'Succeeded');
    expect(aliasOf()).toEqual(OLD);
  });

  it('that say no after traffic take it back', async () => {
    await group({ deploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' });
    const id = await deploy(spec({ AfterAllowTraffic: 'hook' }));
    const execution = await hookOf(id);
    expect(aliasOf()).toEqual(NEW);
    await answer(id, execution, false);
    await reaches(id, 'Failed');
    const { rollbackDeploymentId = '' } = (await info(id)).rollbackInfo ?? {};
    await reaches(rollbackDeploymentId, 'Succeeded');
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
    await reaches(id, 'Failed');
    expect((await info(id)).errorInformation?.code).toBe('TIMEOUT');
    expect((await target(id)).lifecycleEvents?.[0]?.diagnostics?.errorCode).toBe('ScriptTimedOut');
    const nobody = await deployWhenFree(spec({ BeforeAllowTraffic: 'nobody' }));
    await reaches(nobody, 'Failed');
    expect((await info(nobody)).errorInformation?.message).toMatch(
      /could not be invoked: Function not found/,
    );
  });
});

describe('alarms', () => {
  const alarms = { enabled: true, alarms: [{ name: 'errors' }] };

  beforeEach(async () => {
    await lab.watch.send(
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
    await reaches(id, 'Stopped');
    const stopped = await info(id);
    expect(stopped.errorInformation).toEqual({
      code: 'ALARM_ACTIVE',
      message:
        'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <errors>',
    });
    await reaches(stopped.rollbackInfo?.rollbackDeploymentId ?? '', 'Succeeded');
    expect(aliasOf()).toEqual(OLD);
  });

  it('that ring already let nothing begin, unless they are not asked', async () => {
    await group({ alarmConfiguration: alarms });
    const ring = { AlarmName: 'errors', StateValue: 'ALARM' as const, StateReason: 'a test' };
    await lab.watch.send(new SetAlarmStateCommand(ring));
    const id = await deploy();
    await reaches(id, 'Stopped');
    expect(aliasOf()).toEqual(OLD);
    const overrideAlarmConfiguration = { enabled: false, alarms: [] };
    const second = await deployWhenFree(spec(), { overrideAlarmConfiguration });
    await expect.poll(() => aliasOf()).toEqual(TENTH);
    await lab.client.send(new StopDeploymentCommand({ deploymentId: second, autoRollbackEnabled: false }));
  });
});
