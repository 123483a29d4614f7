import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/core/package-root.js';
import { loadTemplate } from '../../../src/core/stack/load.js';
import type { LambdaFunction, StackResource } from '../../../src/core/stack/model.js';

const FILE = join(packageRoot(), 'templates/ancillary/template.yaml');
const WHERE = { file: FILE, accountId: '123456789012', region: 'eu-central-1', stackName: 'arcube' };
/** Most resources of a stack (CloudFormation's quotas). */
const MOST_RESOURCES = 500;

function load(parameters: Record<string, string> = {}) {
  const { stack, template, diagnostics } = loadTemplate({ ...WHERE, parameters });
  if (!stack || !template) throw new Error('the shipped template has faults');
  return { ...stack, template, diagnostics };
}

const stack = load();
const byId = new Map(stack.resources.map((resource) => [resource.logicalId, resource]));
const ofType = (type: string) => stack.resources.filter((resource) => resource.type === type);
/** Called by AWS's own services in the course of operations: they are no part of what is deployed by canary. */
const OPERATIONS = ['DeploymentHookFunction', 'BundleKeyRotationFunction'];
const live = stack.functions.filter(({ logicalId }) => !OPERATIONS.includes(logicalId));

function the(logicalId: string): StackResource {
  const found = byId.get(logicalId);
  if (!found) throw new Error(`there is no ${logicalId}`);
  return found;
}

it('is read without a remark, and far from the limits of a stack', () => {
  expect(stack.diagnostics).toEqual([]);
  expect(stack.resources.length).toBeLessThan(MOST_RESOURCES / 2);
});

describe.each(stack.functions.map((fn) => [fn.logicalId, fn] as const))('%s', (id, fn) => {
  const { properties } = the(id);

  it('has a role and an encrypted log group of its own, an encrypted environment, and traces', () => {
    const logs = ofType('AWS::Logs::LogGroup').find(
      ({ physicalId }) => physicalId === (properties.LoggingConfig as { LogGroup: string }).LogGroup,
    );
    expect(fn.logGroup).toBe(logs?.physicalId);
    expect(logs?.properties).toMatchObject({ RetentionInDays: '30', KmsKeyId: the('LogsKey').arn });
    const sharing = stack.functions.filter(
      (other) =>
        other.roleArn === fn.roleArn ||
        JSON.stringify(the(other.logicalId).properties.LoggingConfig) ===
          JSON.stringify(properties.LoggingConfig),
    );
    expect(sharing.map(({ logicalId }) => logicalId)).toEqual([id]);
    expect(fn.kmsKeyArn).toBe(the('EnvironmentKey').arn);
    expect(fn.tracing).toBe('Active');
  });

  it('runs in subnets where the stack is told some', () => {
    expect(properties).not.toHaveProperty('VpcConfig');
    const inside = load({ SubnetIds: 'subnet-1,subnet-2', SecurityGroupIds: 'sg-1' });
    const resource = inside.resources.find(({ logicalId }) => logicalId === id);
    expect(resource?.properties.VpcConfig).toEqual({
      SubnetIds: ['subnet-1', 'subnet-2'],
      SecurityGroupIds: ['sg-1'],
    });
    const role = inside.resources.find(({ arn }) => arn === fn.roleArn);
    expect(role?.properties.ManagedPolicyArns).toEqual([
      'arn:aws:iam::aws:policy/service-role/AWSLambdaENIManagementAccess',
    ]);
  });
});

describe.each(live.map((fn) => [fn.logicalId, fn] as const))('a new version of %s', (id, fn) => {
  const alias = stack.resources.find(
    ({ type, arn }) => type === 'AWS::Lambda::Alias' && arn === `${fn.arn}:live`,
  );

  it('goes live by a deployment that a hook and alarms stop', () => {
    const update = alias?.updatePolicy?.CodeDeployLambdaAliasUpdate as Record<string, string>;
    expect(update.ApplicationName).toBe(the('Deployments').physicalId);
    expect(update.BeforeAllowTrafficHook).toBe(the('DeploymentHookFunction').physicalId);
    const group = ofType('AWS::CodeDeploy::DeploymentGroup').find(
      ({ physicalId }) => physicalId === update.DeploymentGroupName,
    );
    if (!group) throw new Error(`${id} has no deployment group`);
    expect(group.properties.AutoRollbackConfiguration).toEqual({
      Enabled: true,
      Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
    });
    const { Alarms, Enabled } = group.properties.AlarmConfiguration as {
      Alarms: object[];
      Enabled: boolean;
    };
    expect(Enabled).toBe(true);
    const alarms = ofType('AWS::CloudWatch::Alarm').map(({ physicalId }) => physicalId);
    expect(Alarms.length).toBeGreaterThan(0);
    for (const alarm of Alarms as { Name: string }[]) expect(alarms).toContain(alarm.Name);
  });

  it('is known to the hook by its deployment group, and tried with something', () => {
    const versions = JSON.parse(hook().environment.VERSIONS ?? '') as Record<string, string>;
    const name = alias?.updatePolicy?.CodeDeployLambdaAliasUpdate as { DeploymentGroupName: string };
    expect(versions[name.DeploymentGroupName.replace('arcube-', '')]).toBe(`${fn.arn}:1`);
  });

  it('is told apart from the one before it', () => {
    if (id === 'AuthorizerFunction') return; // its refusals are errors to Lambda: AuthorizerErrors asks the gateway
    const dimensions = ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties.Dimensions);
    expect(dimensions).toContainEqual([
      { Name: 'FunctionName', Value: fn.name },
      { Name: 'Resource', Value: `${fn.name}:live` },
      { Name: 'ExecutedVersion', Value: '1' },
    ]);
  });
});

function hook(): LambdaFunction {
  return stack.functions.find(({ logicalId }) => logicalId === 'DeploymentHookFunction') as LambdaFunction;
}

it('is called by aliases alone: by the gateway, by schedules, and between its functions', () => {
  const called = [
    ...stack.restApis.flatMap(({ methods, authorizers }) => [
      ...methods.map(({ integration }) => integration.uri),
      ...Object.values(authorizers).map(({ functionArn }) => functionArn),
    ]),
    ...ofType('AWS::Events::Rule').flatMap(({ properties }) =>
      (properties.Targets as { Arn: string }[]).map(({ Arn }) => Arn),
    ),
    ...stack.functions.flatMap(({ environment }) =>
      Object.entries(environment).flatMap(([name, value]) => (name.endsWith('_FUNCTION') ? [value] : [])),
    ),
  ].filter((target) => target !== undefined);
  expect(called.length).toBeGreaterThan(30);
  expect(called.filter((target) => !target.endsWith(':live'))).toEqual([]);
  const permitted = stack.permissions.filter(({ functionArn }) => !functionArn.endsWith(':live'));
  expect(permitted.map(({ principal }) => principal)).toEqual(['secretsmanager.amazonaws.com']);
});

it('has no null anywhere, the API’s document included: CloudFormation refuses a template with one', () => {
  expect(nullsIn(stack.template.Resources, 'Resources')).toEqual([]);
});

function nullsIn(value: unknown, path: string): string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value as object).flatMap(([key, member]) => nullsIn(member, `${path}/${key}`));
}

it('keeps what must not be lost: keys, secrets, logs', () => {
  const kept = ['AWS::KMS::Key', 'AWS::SecretsManager::Secret', 'AWS::Logs::LogGroup'].flatMap(ofType);
  expect(kept.length).toBeGreaterThan(20);
  for (const { logicalId, deletionPolicy, updateReplacePolicy } of kept)
    expect([logicalId, deletionPolicy, updateReplacePolicy]).toEqual([
      logicalId,
      'RetainExceptOnCreate',
      'Retain',
    ]);
});

it('tells a topic of every alarm, where there is one', () => {
  const topic = 'arn:aws:sns:eu-central-1:123456789012:on-call';
  const alarms = load({ AlarmTopicArn: topic }).resources.filter(
    ({ type }) => type === 'AWS::CloudWatch::Alarm',
  );
  for (const { properties } of alarms)
    expect(properties).toMatchObject({ AlarmActions: [topic], OKActions: [topic] });
  expect(ofType('AWS::CloudWatch::Alarm').some(({ properties }) => 'AlarmActions' in properties)).toBe(false);
});

it('can be repaired while alarms ring', () => {
  const groups = load({ DeploymentAlarms: 'ignored' }).resources.filter(
    ({ type }) => type === 'AWS::CodeDeploy::DeploymentGroup',
  );
  for (const { properties } of groups)
    expect(properties.AlarmConfiguration).toMatchObject({ Enabled: false });
});

it('has a dashboard that CloudWatch can read, about things that are there', () => {
  const [dashboard] = ofType('AWS::CloudWatch::Dashboard');
  const { widgets } = JSON.parse(String(dashboard?.properties.DashboardBody)) as {
    widgets: { type: string; width: number; x: number; properties: { alarms?: string[] } }[];
  };
  const alarms = ofType('AWS::CloudWatch::Alarm').map(({ arn }) => arn);
  for (const { x, width, properties } of widgets) {
    expect(x + width).toBeLessThanOrEqual(24);
    for (const alarm of properties.alarms ?? []) expect(alarms).toContain(alarm);
  }
  expect(widgets.length).toBeGreaterThan(5);
});
