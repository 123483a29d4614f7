import { DeleteChangeSetCommand, ExecuteChangeSetCommand } from '@aws-sdk/client-cloudformation';
import { beforeEach, describe, expect, it } from 'vitest';
import { cancelDeploy } from '../../../../src/lib/deploy/apply/cancel.js';
import { Crash, dieAt, refusal } from '../../../helpers/deploy/apply-lab.js';
import { failureLab } from '../../../helpers/deploy/failure-lab.js';
import type { FaultProxy } from '../../../helpers/rotation/fault-proxy.js';

const own = failureLab();

const executions = ({ calls }: FaultProxy): number =>
  calls.filter(({ operation }) => operation === 'ExecuteChangeSet').length;
const changeSetOf = (id: string): string => own.lab.deploys.state(id).regions[0]?.part.changeSetId ?? 'none';

describe('a change set is executed once', () => {
  let proxy: FaultProxy;
  beforeEach(async () => {
    proxy = await own.throughProxy();
    return () => proxy.close();
  });

  it('when the answer is lost: it is seen that it had begun', async () => {
    let lost = 0;
    proxy.judge = ({ operation }) => (operation === 'ExecuteChangeSet' && lost++ === 0 ? 'lost' : undefined);
    expect((await own.lab.deploy())?.outcome).toBe('done');
    expect(executions(proxy)).toBe(1);
    expect(own.lab.deploys.state(own.lastId()).regions[0]?.done.get('execute')).toBe('had begun');
  });

  it('when the answer is lost and the change set is gone with it: its events tell', async () => {
    let lost = false;
    proxy.judge = ({ operation }) => {
      if (operation === 'DescribeChangeSet' && lost) return { code: 'ChangeSetNotFound', message: 'gone' };
      if (operation !== 'ExecuteChangeSet' || lost) return undefined;
      lost = true;
      return 'lost';
    };
    expect((await own.lab.deploy())?.outcome).toBe('done');
    expect(executions(proxy)).toBe(1);
    expect(await own.lab.value()).toBe('first');
  });

  it('when another process was quicker: CloudFormation’s refusal is looked into', async () => {
    proxy.judge = async ({ operation }) => {
      if (operation !== 'ExecuteChangeSet') return undefined;
      const ChangeSetName = changeSetOf(own.lastId());
      await own.cloudFormation((client) => client.send(new ExecuteChangeSetCommand({ ChangeSetName })));
      return undefined;
    };
    expect((await own.lab.deploy())?.outcome).toBe('done');
    expect(own.lab.deploys.state(own.lastId()).regions[0]?.done.get('execute')).toBe('had begun');
  });

  it('and not at all once it is outdated: the deploy is given up by cancelling it', async () => {
    const boundary = async (): Promise<void> => {
      const ChangeSetName = changeSetOf(own.lastId());
      await own.cloudFormation((client) => client.send(new DeleteChangeSetCommand({ ChangeSetName })));
    };
    proxy.judge = async ({ operation }) => {
      if (operation === 'DescribeChangeSet' && own.lab.deploys.ids().length > 0) await boundary();
      return undefined;
    };
    const error = await refusal(own.lab.deploy());
    expect([error.code, error.problem.exitCode]).toEqual(['DEPLOY_OUTDATED', 7]);
    expect(error.problem.todo).toContain(`arcube deploy cancel ${own.lastId()}`);
    expect(executions(proxy)).toBe(0);
    await cancelDeploy(own.lab.target, own.lab.deploys, own.lastId());
    expect((await refusal(own.lab.resume(own.lastId()))).code).toBe('DEPLOY_CANCELLED');
    expect((await refusal(cancelDeploy(own.lab.target, own.lab.deploys, own.lastId()))).code).toBe(
      'DEPLOY_ENDED',
    );
  });

  it('when the network is gone for a while: following it waits', async () => {
    let cut = 0;
    proxy.judge = ({ operation }) =>
      executions(proxy) > 0 && operation !== 'ExecuteChangeSet' && cut++ < 15 ? 'cut' : undefined;
    expect((await own.lab.deploy())?.outcome).toBe('done');
    expect(cut).toBeGreaterThan(15);
    expect(executions(proxy)).toBe(1);
  });

  it('when the network goes for good: the state and the next command are told, and that goes on', async () => {
    let isGone = false;
    proxy.judge = ({ operation }) => {
      if (isGone) return 'cut';
      isGone = operation === 'ExecuteChangeSet';
      return undefined;
    };
    const error = await refusal(own.lab.deploy());
    expect([error.code, error.problem.exitCode]).toEqual(['AWS_UNREACHABLE', 6]);
    expect(error.problem.what).toContain('CloudFormation is at it');
    expect(error.problem.todo).toContain(`arcube deploy resume ${own.lastId()}`);
    proxy.judge = () => undefined;
    expect((await own.lab.resume(own.lastId())).outcome).toBe('done');
    expect(executions(proxy)).toBe(1);
  });

  it('and not any more once it is cancelled, however near it was', async () => {
    await expect(own.lab.deploy(dieAt('intent execute eu-central-1'))).rejects.toThrow(Crash);
    await cancelDeploy(own.lab.target, own.lab.deploys, own.lastId());
    const error = await refusal(own.lab.resume(own.lastId()));
    expect([error.code, error.problem.what]).toEqual([
      'DEPLOY_CANCELLED',
      expect.stringContaining('Not touched: eu-central-1.'),
    ]);
    expect(executions(proxy)).toBe(0);
    expect((await own.lab.deploy())?.outcome).toBe('done');
  });
});
