import { ExecuteChangeSetCommand } from '@aws-sdk/client-cloudformation';
import { describe, expect, it } from 'vitest';
import { destroy, planDestroy } from '../../../../src/lib/deploy/destroy/destroy.js';
import { prepareAll } from '../../../../src/lib/deploy/plan/deploy-plan.js';
import { findRecovery, recover } from '../../../../src/lib/deploy/recover/recover.js';
import { refusal, watching } from '../../../helpers/deploy/apply-lab.js';
import { collision, failureLab, functionAnd } from '../../../helpers/deploy/failure-lab.js';

const own = failureLab();

const failsAfterFn = (name: string): string => `  Second:
    Type: AWS::SSM::Parameter
    DependsOn: Fn
    Properties: { Type: String, Name: ${name}, Value: x }
`;

describe('a stack that is stuck', () => {
  it('after a rollback that failed is gone on with, past the resource that cannot be brought back', async () => {
    await own.occupy('/taken/four');
    own.lab.writeCode('1');
    own.lab.write('first', functionAnd(''));
    await own.lab.deploy();
    const [region] = own.lab.target.regions;
    const [old] = own.lab.deploys.state(own.lastId()).regions[0]?.part.content.functions ?? [];
    await region.bucket.remove(old?.key ?? '');
    own.lab.writeCode('2');
    own.lab.write('second', functionAnd(failsAfterFn('/taken/four')));
    const failed = await refusal(own.lab.deploy());
    expect(failed.problem.what).toContain('UPDATE_ROLLBACK_FAILED');
    expect(failed.problem.todo).toContain('arcube deploy recover --stage dev --region eu-central-1');
    const stuck = await refusal(own.lab.deploy());
    expect(stuck).toMatchObject({
      code: 'STACK_STUCK',
      problem: { why: expect.stringMatching(/^Fn: .*NoSuchKey/) },
    });
    expect(stuck.problem.todo).toContain('arcube deploy recover --stage dev');

    const tools = { ...watching, template: own.lab.target.template };
    const recovery = await findRecovery(region);
    expect(recovery.way).toBe('continue');
    expect(recovery.stack.statusReason).toMatch(/^Fn: .*NoSuchKey/);
    const again = await refusal(recover(recovery, { ...tools, skip: [] }));
    expect(again.code).toBe('RECOVER_FAILED');
    expect(again.problem.todo).toContain('deploy recover --stage dev --region eu-central-1 --skip Fn');
    const strange = await refusal(recover(recovery, { ...tools, skip: ['Nothing'] }));
    expect(strange).toMatchObject({
      code: 'AWS_REFUSED',
      problem: { why: expect.stringContaining('Nothing') },
    });
    expect(await recover(recovery, { ...tools, skip: ['Fn'] })).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect((await refusal(findRecovery(region))).code).toBe('RECOVER_NOTHING');
  });

  it('after an update that failed with rollback turned off is taken back', async () => {
    await own.lab.deploy();
    await own.occupy('/taken/five');
    own.lab.write('second', collision('/taken/five'));
    const { regions } = await prepareAll(own.lab.target, { purpose: 'deploy', drift: false });
    const ChangeSetName = regions[0]?.changeSet.id;
    const command = new ExecuteChangeSetCommand({ ChangeSetName, DisableRollback: true });
    await own.cloudFormation((client) => client.send(command));
    const [region] = own.lab.target.regions;
    const { stackName } = region.settings;
    await expect
      .poll(async () => (await region.stacks.describe(stackName))?.status, { timeout: 20_000 })
      .toBe('UPDATE_FAILED');
    expect((await refusal(own.lab.deploy())).problem.what).toContain('with rollback turned off');
    const recovery = await findRecovery(region);
    expect(recovery.way).toBe('rollback');
    const tools = { ...watching, template: own.lab.target.template };
    expect((await refusal(recover(recovery, { ...tools, skip: ['Second'] }))).code).toBe('RECOVER_NO_SKIP');
    expect(await recover(recovery, { ...tools, skip: [] })).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(await own.lab.value()).toBe('first');
  });
});

describe('nothing is deleted', () => {
  it('of a stack whose template cannot be read: what it retains is unknown', async () => {
    const proxy = await own.throughProxy();
    await own.lab.deploy();
    proxy.judge = ({ operation }) => (operation === 'GetTemplate' ? 'denied' : undefined);
    const error = await refusal(planDestroy(own.lab.target.regions[0]));
    expect(error).toMatchObject({
      code: 'AWS_DENIED',
      problem: { todo: expect.stringContaining('"Action":"cloudformation:GetTemplate"') },
    });
    expect(await own.lab.value()).toBe('first');
    await proxy.close();
  });

  it('that was not listed: a stack that has changed since is left alone', async () => {
    await own.lab.deploy();
    const plan = await planDestroy(own.lab.target.regions[0]);
    own.lab.write(
      'second',
      '  Later: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: y } }\n',
    );
    await own.lab.deploy();
    const error = await refusal(destroy(plan, { ...watching, template: own.lab.target.template }));
    expect(error).toMatchObject({
      code: 'DESTROY_OUTDATED',
      problem: { todo: expect.stringContaining('arcube destroy --stage dev --region eu-central-1') },
    });
    expect(await own.lab.value()).toBe('second');
  });

  it('of a stack that is not the stage’s own', async () => {
    await own.lab.deploy();
    const [region] = own.lab.target.regions;
    const other = { ...region, settings: { ...region.settings, stage: 'staging' as const } };
    expect((await refusal(planDestroy(other))).code).toBe('STACK_NOT_OURS');
    expect((await refusal(findRecovery(other))).code).toBe('STACK_NOT_OURS');
  });
});
