import { CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { describe, expect, it, vi } from 'vitest';
import { ChangeSets } from '../../../../src/lib/aws/change-sets.js';
import { cancelDeploy } from '../../../../src/lib/deploy/apply/cancel.js';
import { prepareAll } from '../../../../src/lib/deploy/plan/deploy-plan.js';
import { refusal } from '../../../helpers/deploy/apply-lab.js';
import { failureLab, functionAnd } from '../../../helpers/deploy/failure-lab.js';

const own = failureLab();

describe('Ctrl-C', () => {
  it('before a change set is made, and while CloudFormation makes it: nothing is left', async () => {
    const proxy = await own.throughProxy();
    for (const moment of ['DescribeStacks', 'CreateChangeSet']) {
      const stop = new AbortController();
      proxy.judge = ({ operation }) => void (operation === moment && stop.abort());
      const options = { purpose: 'deploy', drift: false, signal: stop.signal } as const;
      const error = await refusal(prepareAll(own.lab.target, options));
      expect([error.code, error.problem.exitCode]).toEqual(['DEPLOY_STOPPED', 130]);
      expect(
        await own.lab.target.regions[0].stacks.describe(own.lab.target.regions[0].settings.stackName),
      ).toBe(undefined);
    }
    await proxy.close();
  });

  it('while CloudFormation still makes a change set, which it does not delete before: nothing is left', async () => {
    const proxy = await own.throughProxy();
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
    const error = await refusal(prepareAll(own.lab.target, options)).finally(() => look.mockRestore());
    expect(error.code).toBe('DEPLOY_STOPPED');
    const { stacks, settings } = own.lab.target.regions[0];
    expect(await stacks.describe(settings.stackName)).toBe(undefined);
    await proxy.close();
  });

  it.each(['done upload', 'done execute', 'intent settle', 'acted verify'])(
    'at “%s”: says what state it is in and how to go on, which works',
    async (point) => {
      const stop = new AbortController();
      const boundary = (passed: string): void => void (passed.startsWith(point) && stop.abort());
      const error = await refusal(own.lab.deploy({ signal: stop.signal, boundary }));
      expect([error.code, error.problem.exitCode]).toEqual(['DEPLOY_INTERRUPTED', 7]);
      expect(error.problem.todo).toContain(`arcube deploy resume ${own.lastId()}`);
      expect(error.problem.todo).toContain(`arcube deploy cancel ${own.lastId()}`);
      expect((await own.lab.resume(own.lastId())).outcome).toBe('done');
    },
  );
});

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
  await own.cloudFormation((client) => client.send(new CreateStackCommand(input)));
  const [region] = own.lab.target.regions;
  await expect
    .poll(async () => (await region.stacks.describe('shared'))?.status, { timeout: 20_000 })
    .toBe('CREATE_COMPLETE');
  own.lab.writeCode('1');
  own.lab.write('first', functionAnd(canaryOf('A')));
  await own.lab.deploy();
  own.lab.writeCode('2');
  own.lab.write('second', functionAnd(canaryOf('B')));
  const ended = refusal(own.lab.deploy());
  const isShifting = async (): Promise<boolean> =>
    (await region.stacks.resources(region.settings.stackName)).some(
      ({ logicalId, status }) => logicalId === 'Alias' && status === 'UPDATE_IN_PROGRESS',
    );
  await expect.poll(isShifting, { timeout: 30_000 }).toBe(true);
  await cancelDeploy(own.lab.target, own.lab.deploys, own.lastId());
  const error = await ended;
  expect([error.code, error.problem.exitCode]).toEqual(['DEPLOY_CANCELLED', 8]);
  expect(error.problem.what).toContain('UPDATE_ROLLBACK_COMPLETE');
  expect(await own.lab.value()).toBe('first');
  expect(own.lab.deploys.state(own.lastId()).outcome).toBe('cancelled');
});
