import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteChangeSetCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChangeSets } from '../../../src/lib/aws/change-sets.js';
import { cancelDeploy } from '../../../src/lib/deploy/apply/cancel.js';
import { stackReports } from '../../../src/lib/deploy/apply/report.js';
import { destroy, planDestroy } from '../../../src/lib/deploy/destroy/destroy.js';
import { prepareAll } from '../../../src/lib/deploy/plan/deploy-plan.js';
import { findRecovery, recover } from '../../../src/lib/deploy/recover/recover.js';
import {
  Crash,
  type DeployLab,
  deployLab,
  dieAt,
  labEndpoint,
  refusal,
  watching,
} from '../../helpers/deploy/apply-lab.js';
import { byName } from '../../helpers/deploy/endpoint.js';
import type { TestEndpoint } from '../../helpers/rotation/endpoint.js';
import { type FaultProxy, faultProxy } from '../../helpers/rotation/fault-proxy.js';

// moto carries out what it can and rolls nothing back: failures are tried on the emulator's endpoint alone
const REGIONS = ['eu-central-1', 'us-east-1', 'eu-west-1'];
let endpoint: TestEndpoint;
let lab: DeployLab;
beforeAll(async () => {
  endpoint = await labEndpoint(REGIONS);
}, 60_000);
afterAll(() => endpoint.stop());
beforeEach(async () => {
  lab = await deployLab(endpoint.url, REGIONS.slice(0, 1));
});
afterEach(() => lab.close());

/** A parameter of a name that something outside of any stack has. */
const collision = (name: string): string => `  Second:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Name: ${name}, Value: x }
  Third:
    Type: AWS::SSM::Parameter
    DependsOn: Second
    Properties: { Type: String, Value: y }
`;

async function occupy(Name: string, region = 'eu-central-1'): Promise<void> {
  const ssm = new SSMClient({ region, endpoint: endpoint.url });
  await ssm.send(new PutParameterCommand({ Name, Value: 'mine', Type: 'String' }));
  ssm.destroy();
}

describe('an update that fails', () => {
  it('is rolled back; the first cause is told with its line in the template, what helps, and the next command', async () => {
    await lab.deploy();
    await occupy('/taken/one');
    lab.write('second', collision('/taken/one'));
    const error = await refusal(lab.deploy());
    expect(error.code).toBe('DEPLOY_FAILED');
    expect(error.problem.what).toContain('Second (AWS::SSM::Parameter');
    expect(error.problem.what).toMatch(/template\.yaml:10:\d+/);
    expect(error.problem.what).toContain('UPDATE_ROLLBACK_COMPLETE');
    expect(error.problem.why).toMatch(/already exists/i);
    expect(error.problem.todo).toContain('give Second another name');
    expect(error.problem.todo).toContain('arcube deploy --stage dev --region eu-central-1');
    expect(await lab.value()).toBe('first');
    const failed = (await lab.releases()).at(-1);
    expect(failed?.record?.result).toBe('failed');
    expect(failed?.record?.failure?.logicalId).toBe('Second');
    const [report] = await stackReports(lab.target);
    expect(report?.failure?.logicalId).toBe('Second');
    lab.write('third');
    expect((await lab.deploy())?.outcome).toBe('done');
    expect(await lab.value()).toBe('third');
  });
});

describe('a first deployment that fails', () => {
  it('leaves a stack that is deleted by recovering, with what stays named', async () => {
    await occupy('/taken/two');
    lab.write('first', collision('/taken/two'));
    const error = await refusal(lab.deploy());
    expect(error.problem.what).toContain('ROLLBACK_COMPLETE');
    expect(error.problem.todo).toContain('arcube deploy recover --stage dev --region eu-central-1');
    lab.write('first');
    const stuck = await refusal(lab.deploy());
    expect(stuck.code).toBe('STACK_ROLLED_BACK');
    expect(stuck.problem.todo).toContain('arcube deploy recover');
    const [region] = lab.target.regions;
    const recovery = await findRecovery(region);
    expect(recovery).toMatchObject({ way: 'delete', deleted: [], left: [{ logicalId: 'Kept' }] });
    await recover(recovery, { ...watching, skip: [], template: lab.target.template });
    expect((await lab.deploy())?.outcome).toBe('done');
    expect(await lab.value()).toBe('first');
  });
});

describe('several regions', () => {
  it('are deployed to in their order, and those after a failure are left alone and named', async () => {
    await lab.close();
    lab = await deployLab(endpoint.url, REGIONS);
    await lab.deploy();
    await occupy('/taken/three', 'us-east-1');
    lab.write('second', collision('/taken/three'));
    const error = await refusal(lab.deploy());
    expect(error.problem.what).toContain('in us-east-1');
    expect(error.problem.what).toContain('Not touched: eu-west-1.');
    expect(await Promise.all(REGIONS.map((region) => lab.value(region)))).toEqual([
      'second',
      'first',
      'first',
    ]);
    expect((await lab.releases('eu-west-1')).length).toBe(1);
  });
});

/** CloudFormation, past the proxy. */
async function cloudFormation<T>(work: (client: CloudFormationClient) => Promise<T>): Promise<T> {
  const client = new CloudFormationClient({ region: 'eu-central-1', endpoint: endpoint.url });
  return work(client).finally(() => client.destroy());
}

/** A lab whose calls can be spoilt. */
async function throughProxy(): Promise<FaultProxy> {
  await lab.close();
  const proxy = await faultProxy(endpoint.url.replace('localhost', '127.0.0.1'));
  lab = await deployLab(byName(proxy.url));
  return proxy;
}

const executions = ({ calls }: FaultProxy): number =>
  calls.filter(({ operation }) => operation === 'ExecuteChangeSet').length;
const changeSetOf = (id: string): string => lab.deploys.state(id).regions[0]?.part.changeSetId ?? 'none';
const lastId = (): string => lab.deploys.ids().at(-1) ?? 'none';

describe('a change set is executed once', () => {
  let proxy: FaultProxy;
  beforeEach(async () => {
    proxy = await throughProxy();
    return () => proxy.close();
  });

  it('when the answer is lost: it is seen that it had begun', async () => {
    let lost = 0;
    proxy.judge = ({ operation }) => (operation === 'ExecuteChangeSet' && lost++ === 0 ? 'lost' : undefined);
    expect((await lab.deploy())?.outcome).toBe('done');
    expect(executions(proxy)).toBe(1);
    expect(lab.deploys.state(lastId()).regions[0]?.done.get('execute')).toBe('had begun');
  });

  it('when the answer is lost and the change set is gone with it: its events tell', async () => {
    let lost = false;
    proxy.judge = ({ operation }) => {
      if (operation === 'DescribeChangeSet' && lost) return { code: 'ChangeSetNotFound', message: 'gone' };
      if (operation !== 'ExecuteChangeSet' || lost) return undefined;
      lost = true;
      return 'lost';
    };
    expect((await lab.deploy())?.outcome).toBe('done');
    expect(executions(proxy)).toBe(1);
    expect(await lab.value()).toBe('first');
  });

  it('when another process was quicker: CloudFormation’s refusal is looked into', async () => {
    proxy.judge = async ({ operation }) => {
      if (operation !== 'ExecuteChangeSet') return undefined;
      const ChangeSetName = changeSetOf(lastId());
      await cloudFormation((client) => client.send(new ExecuteChangeSetCommand({ ChangeSetName })));
      return undefined;
    };
    expect((await lab.deploy())?.outcome).toBe('done');
    expect(lab.deploys.state(lastId()).regions[0]?.done.get('execute')).toBe('had begun');
  });

  it('and not at all once it is outdated: the deploy is given up by cancelling it', async () => {
    const boundary = async (): Promise<void> => {
      const ChangeSetName = changeSetOf(lastId());
      await cloudFormation((client) => client.send(new DeleteChangeSetCommand({ ChangeSetName })));
    };
    proxy.judge = async ({ operation }) => {
      if (operation === 'DescribeChangeSet' && lab.deploys.ids().length > 0) await boundary();
      return undefined;
    };
    const error = await refusal(lab.deploy());
    expect([error.code, error.problem.exitCode]).toEqual(['DEPLOY_OUTDATED', 7]);
    expect(error.problem.todo).toContain(`arcube deploy cancel ${lastId()}`);
    expect(executions(proxy)).toBe(0);
    await cancelDeploy(lab.target, lab.deploys, lastId());
    expect((await refusal(lab.resume(lastId()))).code).toBe('DEPLOY_CANCELLED');
    expect((await refusal(cancelDeploy(lab.target, lab.deploys, lastId()))).code).toBe('DEPLOY_ENDED');
  });

  it('when the network is gone for a while: following it waits', async () => {
    let cut = 0;
    proxy.judge = ({ operation }) =>
      executions(proxy) > 0 && operation !== 'ExecuteChangeSet' && cut++ < 15 ? 'cut' : undefined;
    expect((await lab.deploy())?.outcome).toBe('done');
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
    const error = await refusal(lab.deploy());
    expect([error.code, error.problem.exitCode]).toEqual(['AWS_UNREACHABLE', 6]);
    expect(error.problem.what).toContain('CloudFormation is at it');
    expect(error.problem.todo).toContain(`arcube deploy resume ${lastId()}`);
    proxy.judge = () => undefined;
    expect((await lab.resume(lastId())).outcome).toBe('done');
    expect(executions(proxy)).toBe(1);
  });

  it('and not any more once it is cancelled, however near it was', async () => {
    await expect(lab.deploy(dieAt('intent execute eu-central-1'))).rejects.toThrow(Crash);
    await cancelDeploy(lab.target, lab.deploys, lastId());
    const error = await refusal(lab.resume(lastId()));
    expect([error.code, error.problem.what]).toEqual([
      'DEPLOY_CANCELLED',
      expect.stringContaining('Not touched: eu-central-1.'),
    ]);
    expect(executions(proxy)).toBe(0);
    expect((await lab.deploy())?.outcome).toBe('done');
  });
});

describe('Ctrl-C', () => {
  it('before a change set is made, and while CloudFormation makes it: nothing is left', async () => {
    const proxy = await throughProxy();
    for (const moment of ['DescribeStacks', 'CreateChangeSet']) {
      const stop = new AbortController();
      proxy.judge = ({ operation }) => void (operation === moment && stop.abort());
      const options = { purpose: 'deploy', drift: false, signal: stop.signal } as const;
      const error = await refusal(prepareAll(lab.target, options));
      expect([error.code, error.problem.exitCode]).toEqual(['DEPLOY_STOPPED', 130]);
      expect(await lab.target.regions[0].stacks.describe(lab.target.regions[0].settings.stackName)).toBe(
        undefined,
      );
    }
    await proxy.close();
  });

  it('while CloudFormation still makes a change set, which it does not delete before: nothing is left', async () => {
    const proxy = await throughProxy();
    const stop = new AbortController();
    let looks = 0;
    const describe = ChangeSets.prototype.describe;
    const look = vi.spyOn(ChangeSets.prototype, 'describe').mockImplementation(async function (
      this: ChangeSets,
      id,
    ) {
      const facts = await describe.call(this, id);
      if (++looks === 2) stop.abort();
      return looks < 4 ? { ...facts, status: 'CREATE_IN_PROGRESS' } : facts;
    });
    const tooEarly = 'Cannot delete ChangeSet in status CREATE_IN_PROGRESS';
    proxy.judge = ({ operation }) =>
      operation === 'DeleteChangeSet' && looks < 4
        ? { code: 'InvalidChangeSetStatus', message: tooEarly }
        : undefined;
    const options = { purpose: 'deploy', drift: false, signal: stop.signal } as const;
    const error = await refusal(prepareAll(lab.target, options)).finally(() => look.mockRestore());
    expect(error.code).toBe('DEPLOY_STOPPED');
    const { stacks, settings } = lab.target.regions[0];
    expect(await stacks.describe(settings.stackName)).toBe(undefined);
    await proxy.close();
  });

  it.each(['done upload', 'done execute', 'intent settle', 'acted verify'])(
    'at “%s”: says what state it is in and how to go on, which works',
    async (point) => {
      const stop = new AbortController();
      const boundary = (passed: string): void => void (passed.startsWith(point) && stop.abort());
      const error = await refusal(lab.deploy({ signal: stop.signal, boundary }));
      expect([error.code, error.problem.exitCode]).toEqual(['DEPLOY_INTERRUPTED', 7]);
      expect(error.problem.todo).toContain(`arcube deploy resume ${lastId()}`);
      expect(error.problem.todo).toContain(`arcube deploy cancel ${lastId()}`);
      expect((await lab.resume(lastId())).outcome).toBe('done');
    },
  );
});

/** A function whose old code is gone from the bucket, and an update of it that fails. */
const functionAnd = (more: string): string => `  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  Fn:
    Type: AWS::Lambda::Function
    Properties: { Code: fn, Handler: index.handler, Runtime: nodejs22.x, Role: !GetAtt Role.Arn }
${more}`;
const failsAfterFn = (name: string): string => `  Second:
    Type: AWS::SSM::Parameter
    DependsOn: Fn
    Properties: { Type: String, Name: ${name}, Value: x }
`;

/** A canary whose deployments are another stack's: cancelling finds none of its own to stop. */
const canaryOf = (version: string): string => `  Version${version}:
    Type: AWS::Lambda::Version
    Properties: { FunctionName: !Ref Fn }
  Alias:
    Type: AWS::Lambda::Alias
    UpdatePolicy: { CodeDeployLambdaAliasUpdate: { ApplicationName: shared, DeploymentGroupName: shared } }
    Properties: { FunctionName: !Ref Fn, Name: live, FunctionVersion: !GetAtt Version${version}.Version }
`;
const SHARED = JSON.stringify({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'codedeploy.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
      },
    },
    Application: {
      Type: 'AWS::CodeDeploy::Application',
      Properties: { ApplicationName: 'shared', ComputePlatform: 'Lambda' },
    },
    Group: {
      Type: 'AWS::CodeDeploy::DeploymentGroup',
      Properties: {
        ApplicationName: { Ref: 'Application' },
        DeploymentGroupName: 'shared',
        ServiceRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
        DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
      },
    },
  },
});

it('a change set that executes is cancelled by CloudFormation; whoever follows it is told why it ended', async () => {
  const input = { StackName: 'shared', TemplateBody: SHARED, Capabilities: ['CAPABILITY_IAM' as const] };
  await cloudFormation((client) => client.send(new CreateStackCommand(input)));
  const [region] = lab.target.regions;
  await expect
    .poll(async () => (await region.stacks.describe('shared'))?.status, { timeout: 20_000 })
    .toBe('CREATE_COMPLETE');
  lab.writeCode('1');
  lab.write('first', functionAnd(canaryOf('A')));
  await lab.deploy();
  lab.writeCode('2');
  lab.write('second', functionAnd(canaryOf('B')));
  const ended = refusal(lab.deploy());
  const isShifting = async (): Promise<boolean> =>
    (await region.stacks.resources(region.settings.stackName)).some(
      ({ logicalId, status }) => logicalId === 'Alias' && status === 'UPDATE_IN_PROGRESS',
    );
  await expect.poll(isShifting, { timeout: 30_000 }).toBe(true);
  await cancelDeploy(lab.target, lab.deploys, lastId());
  const error = await ended;
  expect([error.code, error.problem.exitCode]).toEqual(['DEPLOY_CANCELLED', 8]);
  expect(error.problem.what).toContain('UPDATE_ROLLBACK_COMPLETE');
  expect(await lab.value()).toBe('first');
  expect(lab.deploys.state(lastId()).outcome).toBe('cancelled');
});

describe('a stack that is stuck', () => {
  it('after a rollback that failed is gone on with, past the resource that cannot be brought back', async () => {
    await occupy('/taken/four');
    lab.writeCode('1');
    lab.write('first', functionAnd(''));
    await lab.deploy();
    const [region] = lab.target.regions;
    const [old] = lab.deploys.state(lastId()).regions[0]?.part.content.functions ?? [];
    await region.bucket.remove(old?.key ?? '');
    lab.writeCode('2');
    lab.write('second', functionAnd(failsAfterFn('/taken/four')));
    const failed = await refusal(lab.deploy());
    expect(failed.problem.what).toContain('UPDATE_ROLLBACK_FAILED');
    expect(failed.problem.todo).toContain('arcube deploy recover --stage dev --region eu-central-1');
    const stuck = await refusal(lab.deploy());
    expect(stuck).toMatchObject({
      code: 'STACK_STUCK',
      problem: { why: expect.stringMatching(/^Fn: .*NoSuchKey/) },
    });
    expect(stuck.problem.todo).toContain('arcube deploy recover --stage dev');

    const tools = { ...watching, template: lab.target.template };
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
    await lab.deploy();
    await occupy('/taken/five');
    lab.write('second', collision('/taken/five'));
    const { regions } = await prepareAll(lab.target, { purpose: 'deploy', drift: false });
    const ChangeSetName = regions[0]?.changeSet.id;
    const command = new ExecuteChangeSetCommand({ ChangeSetName, DisableRollback: true });
    await cloudFormation((client) => client.send(command));
    const [region] = lab.target.regions;
    const { stackName } = region.settings;
    await expect
      .poll(async () => (await region.stacks.describe(stackName))?.status, { timeout: 20_000 })
      .toBe('UPDATE_FAILED');
    expect((await refusal(lab.deploy())).problem.what).toContain('with rollback turned off');
    const recovery = await findRecovery(region);
    expect(recovery.way).toBe('rollback');
    const tools = { ...watching, template: lab.target.template };
    expect((await refusal(recover(recovery, { ...tools, skip: ['Second'] }))).code).toBe('RECOVER_NO_SKIP');
    expect(await recover(recovery, { ...tools, skip: [] })).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(await lab.value()).toBe('first');
  });
});

describe('nothing is deleted', () => {
  it('of a stack whose template cannot be read: what it retains is unknown', async () => {
    const proxy = await throughProxy();
    await lab.deploy();
    proxy.judge = ({ operation }) => (operation === 'GetTemplate' ? 'denied' : undefined);
    const error = await refusal(planDestroy(lab.target.regions[0]));
    expect(error).toMatchObject({
      code: 'AWS_DENIED',
      problem: { todo: expect.stringContaining('"Action":"cloudformation:GetTemplate"') },
    });
    expect(await lab.value()).toBe('first');
    await proxy.close();
  });

  it('that was not listed: a stack that has changed since is left alone', async () => {
    await lab.deploy();
    const plan = await planDestroy(lab.target.regions[0]);
    lab.write('second', '  Later: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: y } }\n');
    await lab.deploy();
    const error = await refusal(destroy(plan, { ...watching, template: lab.target.template }));
    expect(error).toMatchObject({
      code: 'DESTROY_OUTDATED',
      problem: { todo: expect.stringContaining('arcube destroy --stage dev --region eu-central-1') },
    });
    expect(await lab.value()).toBe('second');
  });

  it('of a stack that is not the stage’s own', async () => {
    await lab.deploy();
    const [region] = lab.target.regions;
    const other = { ...region, settings: { ...region.settings, stage: 'staging' as const } };
    expect((await refusal(planDestroy(other))).code).toBe('STACK_NOT_OURS');
    expect((await refusal(findRecovery(other))).code).toBe('STACK_NOT_OURS');
  });
});
