import {
  CancelUpdateStackCommand,
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackEventsCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import {
  CodeDeployClient,
  GetDeploymentCommand,
  ListDeploymentsCommand,
  PutLifecycleEventHookExecutionStatusCommand,
  UpdateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import {
  GetAliasCommand,
  LambdaClient,
  ListVersionsByFunctionCommand,
  UpdateAliasCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type StackLab, stackLab } from '../../../helpers/cloudformation/lab.js';
import { LambdaCloud } from '../../../helpers/lambda-cloud.js';

const MINUTE = 60_000;
const cloud = new LambdaCloud();
let lab: StackLab;
let codedeploy: CodeDeployClient;
let lambda: LambdaClient;

const lines: string[] = [];
cloud.events.on('log', ({ text }) => lines.push(text));

const role = (Service: string) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
    },
  },
});

const fn = (FunctionName: string, ZipFile: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: { 'Fn::GetAtt': ['Runs', 'Arn'] },
    Code: { ZipFile },
  },
});

/** The function in one of its releases, its alias shifted by a canary. */
function template(word: string, { hook = false } = {}): string {
  const version = `Version${word}`;
  const CodeDeployLambdaAliasUpdate = {
    ApplicationName: { Ref: 'Deployments' },
    DeploymentGroupName: { Ref: 'Group' },
    ...(hook && { BeforeAllowTrafficHook: { Ref: 'Hook' } }),
  };
  return JSON.stringify({
    Resources: {
      Runs: role('lambda.amazonaws.com'),
      Deploys: role('codedeploy.amazonaws.com'),
      Hook: fn(
        'shop-hook',
        "exports.handler = async (event) => console.log('heard ' + JSON.stringify(event));",
      ),
      Orders: fn('shop-orders', `exports.handler = async () => '${word}';`),
      [version]: {
        Type: 'AWS::Lambda::Version',
        Properties: { FunctionName: { Ref: 'Orders' } },
      },
      Live: {
        Type: 'AWS::Lambda::Alias',
        UpdatePolicy: { CodeDeployLambdaAliasUpdate },
        Properties: {
          Name: 'live',
          FunctionName: { Ref: 'Orders' },
          FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] },
        },
      },
      Errors: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          AlarmName: 'shop-errors',
          Namespace: 'AWS/Lambda',
          MetricName: 'Errors',
          Dimensions: [{ Name: 'FunctionName', Value: 'shop-orders' }],
          Statistic: 'Sum',
          Period: 60,
          EvaluationPeriods: 1,
          Threshold: 0,
          ComparisonOperator: 'GreaterThanThreshold',
          TreatMissingData: 'notBreaching',
        },
      },
      Deployments: { Type: 'AWS::CodeDeploy::Application', Properties: { ComputePlatform: 'Lambda' } },
      Group: {
        Type: 'AWS::CodeDeploy::DeploymentGroup',
        Properties: {
          ApplicationName: { Ref: 'Deployments' },
          DeploymentGroupName: 'shop-orders',
          ServiceRoleArn: { 'Fn::GetAtt': ['Deploys', 'Arn'] },
          DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
          DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
          AutoRollbackConfiguration: {
            Enabled: true,
            Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
          },
          AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: 'Errors' } }] },
        },
      },
    },
  });
}

const StackName = 'shop';
const Capabilities = ['CAPABILITY_IAM' as const];

function connect(): void {
  lab = stackLab(cloud.client(CloudFormationClient));
  codedeploy = cloud.client(CodeDeployClient);
  lambda = cloud.client(LambdaClient);
}

beforeAll(async () => {
  await cloud.start();
  connect();
  const TemplateBody = template('One');
  await lab.client.send(new CreateStackCommand({ StackName, TemplateBody, Capabilities }));
  expect(await lab.settled(StackName)).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
}, 30_000);
afterAll(() => cloud.stop());
beforeEach(connect);

/** Lets the emulator's time pass; clients sign by it. */
function pass(ms: number): void {
  cloud.clock.advance(ms);
  connect();
}

async function update(word: string, more: { hook?: boolean } = {}): Promise<void> {
  const TemplateBody = template(word, more);
  await lab.client.send(new UpdateStackCommand({ StackName, TemplateBody, Capabilities }));
}

async function alias() {
  const { FunctionVersion, RoutingConfig } = await lambda.send(
    new GetAliasCommand({ FunctionName: 'shop-orders', Name: 'live' }),
  );
  return [FunctionVersion, RoutingConfig?.AdditionalVersionWeights];
}

async function versions() {
  const { Versions } = await lambda.send(new ListVersionsByFunctionCommand({ FunctionName: 'shop-orders' }));
  return Versions?.map(({ Version }) => Version);
}

async function newest() {
  const { deployments: [deploymentId] = [] } = await codedeploy.send(
    new ListDeploymentsCommand({ includeOnlyStatuses: ['InProgress'] }),
  );
  return deploymentId;
}

async function reasonOf(LogicalResourceId: string): Promise<string | undefined> {
  const { StackEvents = [] } = await lab.client.send(new DescribeStackEventsCommand({ StackName }));
  return StackEvents.find(
    (one) => one.LogicalResourceId === LogicalResourceId && one.ResourceStatus === 'UPDATE_FAILED',
  )?.ResourceStatusReason;
}

test('a new stack sets its alias, without a deployment', async () => {
  expect(await alias()).toEqual(['1', undefined]);
  expect((await codedeploy.send(new ListDeploymentsCommand({}))).deployments).toEqual([]);
});

test('what nobody has touched has not drifted', async () => {
  const { client } = lab;
  await client.send(new DetectStackDriftCommand({ StackName }));
  const drifts = async () => {
    const found = await client.send(new DescribeStackResourceDriftsCommand({ StackName }));
    return (found.StackResourceDrifts ?? []).filter((one) => one.StackResourceDriftStatus !== 'NOT_CHECKED');
  };
  await expect.poll(async () => (await drifts()).length).toBeGreaterThan(6);
  expect((await drifts()).filter((one) => one.StackResourceDriftStatus !== 'IN_SYNC')).toEqual([]);
});

test('an update goes through a canary, and the old version goes when all is done', async () => {
  await update('Two');
  await expect.poll(alias).toEqual(['1', { '2': 0.1 }]);
  const deploymentId = await newest();
  const { deploymentInfo } = await codedeploy.send(new GetDeploymentCommand({ deploymentId }));
  expect(deploymentInfo).toMatchObject({ creator: 'CloudFormation', deploymentGroupName: 'shop-orders' });
  pass(5 * MINUTE);
  expect(await lab.settled(StackName)).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
  expect(await alias()).toEqual(['2', undefined]);
  expect(await versions()).toEqual(['$LATEST', '2']);
});

test('what was deployed has not drifted, until somebody changes it', async () => {
  expect(await driftedNow()).toEqual([]);
  const group = { applicationName: await applicationName(), currentDeploymentGroupName: 'shop-orders' };
  const alarmConfiguration = { enabled: false, alarms: [] };
  await codedeploy.send(new UpdateDeploymentGroupCommand({ ...group, alarmConfiguration }));
  const alias = { FunctionName: 'shop-orders', Name: 'live' };
  await lambda.send(new UpdateAliasCommand({ ...alias, FunctionVersion: '$LATEST' }));
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'shop-hook', Handler: 'a.b' }));
  expect(await driftedNow()).toEqual(['Group', 'Hook', 'Live']);
  const watching = { enabled: true, alarms: [{ name: 'shop-errors' }] };
  await codedeploy.send(new UpdateDeploymentGroupCommand({ ...group, alarmConfiguration: watching }));
  await lambda.send(new UpdateAliasCommand({ ...alias, FunctionVersion: '2' }));
  await lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: 'shop-hook', Handler: 'index.handler' }),
  );
});

/** Logical ids of what differs from the template. */
async function driftedNow(): Promise<(string | undefined)[]> {
  const { StackDriftDetectionId } = await lab.client.send(new DetectStackDriftCommand({ StackName }));
  const read = async () =>
    (
      await lab.client.send(
        new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: StackDriftDetectionId ?? '' }),
      )
    ).DetectionStatus;
  await expect.poll(read).toBe('DETECTION_COMPLETE');
  const StackResourceDriftStatusFilters = ['MODIFIED' as const, 'DELETED' as const];
  const { StackResourceDrifts = [] } = await lab.client.send(
    new DescribeStackResourceDriftsCommand({ StackName, StackResourceDriftStatusFilters }),
  );
  return StackResourceDrifts.map(({ LogicalResourceId }) => LogicalResourceId).sort();
}

async function applicationName(): Promise<string | undefined> {
  return (await lab.resources(StackName)).Deployments;
}

test('a hook that says no fails the alias, and the stack returns to where it was', async () => {
  await update('Three', { hook: true });
  await expect.poll(() => lines.some((line) => line.includes('heard {"DeploymentId'))).toBe(true);
  const [, json = '{}'] =
    /heard (\{.*\})/.exec(lines.findLast((line) => line.includes('heard {')) ?? '') ?? [];
  const heard = JSON.parse(json) as { DeploymentId: string; LifecycleEventHookExecutionId: string };
  await codedeploy.send(
    new PutLifecycleEventHookExecutionStatusCommand({
      deploymentId: heard.DeploymentId,
      lifecycleEventHookExecutionId: heard.LifecycleEventHookExecutionId,
      status: 'Failed',
    }),
  );
  expect(await lab.settled(StackName)).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(await reasonOf('Live')).toContain('BeforeAllowTraffic lifecycle event hook reported');
  expect(await reasonOf('Live')).toContain('HOOK_EXECUTION_FAILURE');
  expect(await alias()).toEqual(['2', undefined]);
  expect(await versions()).toEqual(['$LATEST', '2']);
  const { payload } = await cloud.lambda.invoke({ functionName: 'shop-orders', payload: '{}' });
  expect(payload).toBe('"Two"');
});

test('an alarm in mid-canary takes the stack back', async () => {
  await update('Four');
  await expect.poll(alias).toEqual(['2', { '4': 0.1 }]);
  const ring = { AlarmName: 'shop-errors', StateValue: 'ALARM' as const, StateReason: 'a test' };
  await cloud.client(CloudWatchClient).send(new SetAlarmStateCommand(ring));
  expect(await lab.settled(StackName)).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(await reasonOf('Live')).toContain('Activated alarms: <shop-errors>');
  expect(await alias()).toEqual(['2', undefined]);
  pass(MINUTE); // the alarm is looked at again, and is over
});

test('a cancelled update stops its deployment', async () => {
  await update('Five');
  await expect.poll(alias).toEqual(['2', { '5': 0.1 }]);
  const deploymentId = await newest();
  await lab.client.send(new CancelUpdateStackCommand({ StackName }));
  expect(await lab.settled(StackName)).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  const { deploymentInfo } = await codedeploy.send(new GetDeploymentCommand({ deploymentId }));
  expect(deploymentInfo?.status).toBe('Stopped');
  expect(await alias()).toEqual(['2', undefined]);
});

test('an emulator that ends in mid-canary takes the update back with its next start', async () => {
  await update('Six');
  await expect.poll(alias).toEqual(['2', { '6': 0.1 }]);
  await cloud.restart();
  connect();
  expect(await lab.settled(StackName)).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(await alias()).toEqual(['2', undefined]);
  expect(await versions()).toEqual(['$LATEST', '2']);
  await update('Seven');
  await expect.poll(alias).toEqual(['2', { '7': 0.1 }]);
  pass(5 * MINUTE);
  expect(await lab.settled(StackName)).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
});
