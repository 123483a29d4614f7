import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleFunction, packageFile } from '../../../src/bundle/index.js';
import { packageRoot } from '../../../src/core/package-root.js';
import { loadTemplate } from '../../../src/core/stack/load.js';
import type { StackModel } from '../../../src/core/stack/model.js';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}
interface Role {
  id: string;
  statements: Statement[];
}

/** IAM's names for SDK clients and commands that have others there. */
const SERVICES: Record<string, string> = { sesv2: 'ses', 'secrets-manager': 'secretsmanager' };
const ACTIONS: Record<string, string> = { 'lambda:Invoke': 'lambda:InvokeFunction' };
/** What a service does in the caller's name: Secrets Manager encrypts a new value ("Permissions for the KMS key"). */
const IMPLIED: Record<string, string[]> = { 'secretsmanager:PutSecretValue': ['kms:GenerateDataKey'] };
/** What Lambda itself does with a function's role: its logs, its traces, its environment's key. */
const OF_LAMBDA = [
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'kms:Decrypt',
];

/** Shared code can make data keys; only a function that is told the key's alias does. */
const OF_PERSONAL_DATA = 'kms:GenerateDataKeyWithoutPlaintext';

let stack: StackModel;
let template: Record<string, unknown>;
let roles: Role[];
beforeAll(() => {
  const file = join(packageRoot(), 'templates/ancillary/template.yaml');
  const where = { accountId: '123456789012', region: 'eu-central-1', stackName: 'arcube' };
  const loaded = loadTemplate({ file, ...where });
  if (!loaded.stack || !loaded.template) throw new Error('the shipped template has faults');
  ({ stack, template } = { stack: loaded.stack, template: loaded.template });
  roles = Object.entries(template.Resources as Record<string, { Type: string; Properties: never }>)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .map(([id, { Properties }]) => {
      const { Policies = [] } = Properties as { Policies?: { PolicyDocument: { Statement: Statement[] } }[] };
      return { id, statements: Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement) };
    });
});

type Sub = Record<string, unknown>;
interface FunctionProperties {
  Role?: { 'Fn::GetAtt': string[] };
  Environment: { Variables: Record<string, unknown> };
}

function propertiesOf(logicalId: string): FunctionProperties {
  const resources = template.Resources as Record<string, { Properties: FunctionProperties }>;
  return resources[logicalId]?.Properties as FunctionProperties;
}

/** The role's name is in the function's `Role`, which is `!GetAtt XRole.Arn` in this template. */
function roleOf(logicalId: string): string | undefined {
  return propertiesOf(logicalId).Role?.['Fn::GetAtt'][0];
}

function statementsOf(logicalId: string): Statement[] {
  const role = roles.find((one) => one.id === roleOf(logicalId));
  if (!role) throw new Error(`${logicalId} has no role in the template`);
  return role.statements;
}

function grantedTo(logicalId: string): Set<string> {
  return new Set(statementsOf(logicalId).flatMap(actionsOf));
}

/** What a role allows an action on: logical ids, and the texts of `Fn::Sub` without `${}` around their first name. */
function resourcesOf(logicalId: string, action: string): string[] {
  const allowed = statementsOf(logicalId).filter((statement) => actionsOf(statement).includes(action));
  return allowed.flatMap(({ Resource }) => [Resource].flat().map(nameIn));
}

/** `{Ref: A}` is `A`, `${A}:live` is `A:live`. */
function nameIn(value: unknown): string {
  const { Ref, 'Fn::Sub': text = '' } = value as { Ref?: string; 'Fn::Sub'?: string };
  return Ref ?? text.replace(/^\$\{([^}]*)\}/, '$1');
}

function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}

/** Actions that a function's own sources ask for: every command of an SDK client in a file that its bundle is made of. */
async function usedActions(fn: Pick<StackModel['functions'][number], 'code' | 'handler'>): Promise<string[]> {
  if (!('folder' in fn.code)) return [];
  const { inputs } = await bundleFunction({ folder: fn.code.folder, handler: fn.handler, observe: true });
  const own = inputs.filter((path) => packageFile(path) === undefined && path.endsWith('.ts'));
  const texts = await Promise.all(own.map((path) => readFile(path, 'utf8')));
  return [...new Set(texts.flatMap(commandsIn))].sort();
}

function commandsIn(text: string): string[] {
  const client = /@aws-sdk\/client-([\w-]+)/.exec(text)?.[1];
  const service = SERVICES[client ?? ''] ?? client;
  const commands = [...text.matchAll(/\bnew (\w+)Command\(/g)].map(([, command]) => `${service}:${command}`);
  return commands.flatMap((command) => [ACTIONS[command] ?? command, ...(IMPLIED[command] ?? [])]);
}

describe('the roles of the shipped stack', () => {
  it('are one for each function', () => {
    const arns = stack.functions.map(({ roleArn }) => roleArn);
    expect(new Set(arns).size).toBe(stack.functions.length);
  });

  it('allow no action by a pattern', () => {
    const patterns = roles.flatMap(({ id, statements }) =>
      statements.flatMap(actionsOf).flatMap((action) => (action.includes('*') ? [`${id}: ${action}`] : [])),
    );
    expect(patterns).toEqual([]);
  });

  it('name resources, but where AWS knows none or a tag has to tell', () => {
    const everywhere = roles.flatMap(({ statements }) =>
      statements.filter(({ Resource }) => [Resource].flat().includes('*')),
    );
    for (const statement of everywhere) {
      // X-Ray has no resources: "Actions defined by AWS X-Ray", Service Authorization Reference.
      if (actionsOf(statement).every((action) => action.startsWith('xray:'))) continue;
      expect(statement).toMatchObject({
        Action: 'kms:Sign',
        Condition: { StringEquals: { 'aws:ResourceTag/arcube:holds': 'signing-key' } },
      });
    }
    expect(everywhere.length).toBeGreaterThan(0);
  });

  it('bind every pattern in a key’s ARN to an alias, or to one secret', () => {
    const anyKey = roles
      .flatMap(({ statements }) => statements)
      .filter(({ Resource }) => JSON.stringify(Resource).includes(':key/*'));
    expect(anyKey.length).toBeGreaterThan(0);
    for (const { Condition } of anyKey) {
      const { StringEquals, ...others } = Condition as Record<string, Record<string, unknown>>;
      if (!StringEquals) expect(others).toHaveProperty(['ForAnyValue:StringEquals', 'kms:ResourceAliases']);
      else expect(Object.keys(StringEquals)).toEqual(['kms:ViaService', 'kms:EncryptionContext:SecretARN']);
    }
  });

  it('have no other pattern than these', () => {
    const patterns = roles.flatMap(({ id, statements }) =>
      statements.flatMap(({ Action, Resource }) =>
        [Resource]
          .flat()
          .map((one) => (typeof one === 'string' ? one : String((one as Sub)['Fn::Sub'] ?? '')))
          .filter((text) => text.length > 1 && text.includes('*') && !text.includes(':key/*'))
          .map((text) => `${id} ${[Action].flat().join(',')} ${text.replace(/^arn:.*AccountId\}:/, '')}`),
      ),
    );
    const versions = stack.functions
      .filter(({ aliases }) => aliases.length > 0)
      .map(({ logicalId }) => `DeploymentHookRole lambda:InvokeFunction \${${logicalId}.Arn}:*`);
    expect(patterns.sort()).toEqual(
      [
        // Tenants come and go without a deployment: their secrets are known by the beginning of their names.
        'TokenRole secretsmanager:GetSecretValue secret:${AWS::StackName}/tenants/clients/*',
        'TokenRole secretsmanager:GetSecretValue secret:${AWS::StackName}/tenants/edge/*',
        'WebhookDeliveryRole secretsmanager:GetSecretValue secret:${AWS::StackName}/tenants/webhooks/*',
        // A tenant's sender is an identity of its own.
        'EmailsRole ses:SendEmail identity/*',
        // A deployment group and an alarm of this stack: their names begin with its name.
        'DeploymentHookRole codedeploy:GetDeployment,codedeploy:PutLifecycleEventHookExecutionStatus deploymentgroup:${AWS::StackName}/*',
        'DeploymentRole cloudwatch:DescribeAlarms alarm:${AWS::StackName}-*',
        // A new version has a new number.
        ...versions,
      ].sort(),
    );
  });

  it('allow secrets and functions that the function is told of, and each of these', () => {
    for (const { logicalId } of stack.functions) {
      const { Environment } = propertiesOf(logicalId);
      const told = Object.entries(Environment.Variables);
      const secrets = told.filter(([name]) => name.endsWith('_SECRET')).map(([, value]) => nameIn(value));
      if (logicalId === 'BundleKeyRotationFunction') secrets.push('BundleKeys'); // it is told by Secrets Manager
      const read = resourcesOf(logicalId, 'secretsmanager:GetSecretValue').filter(
        (name) => !/\/tenants\/[a-z]+\/\*$/.test(name),
      );
      expect([logicalId, ...read.sort()]).toEqual([logicalId, ...secrets.sort()]);
      const functions = told.filter(([name]) => name.endsWith('_FUNCTION')).map(([, value]) => nameIn(value));
      const invoked = resourcesOf(logicalId, 'lambda:InvokeFunction').filter((name) => !name.endsWith(':*'));
      expect([logicalId, ...invoked.map((name) => name.replace('.Arn', '')).sort()]).toEqual([
        logicalId,
        ...functions.sort(),
      ]);
    }
  });

  it('that are no function’s allow what CodeDeploy and API Gateway do with them', () => {
    const others = roles.filter(({ id }) => !stack.functions.some((fn) => roleOf(fn.logicalId) === id));
    expect(
      Object.fromEntries(others.map(({ id, statements }) => [id, statements.flatMap(actionsOf)])),
    ).toEqual({
      // "AWSCodeDeployRoleForLambda" in the AWS Managed Policy Reference has these, on everything, and S3 and SNS, which are not used.
      DeploymentRole: [
        'lambda:GetAlias',
        'lambda:UpdateAlias',
        'lambda:GetProvisionedConcurrencyConfig',
        'lambda:InvokeFunction',
        'cloudwatch:DescribeAlarms',
      ],
      GatewayLogsRole: [], // AWS's own policy for it
    });
  });

  it('allow what each function’s sources ask for, and nothing else', async () => {
    const verdicts = await Promise.all(
      stack.functions.map(async ({ logicalId, ...fn }) => {
        const granted = grantedTo(logicalId);
        const personal = Object.hasOwn(fn.environment, 'PERSONAL_KEY');
        const used = (await usedActions(fn)).filter((action) => personal || action !== OF_PERSONAL_DATA);
        const missing = used.filter((action) => !granted.has(action));
        const idle = [...granted].filter((action) => !used.includes(action) && !OF_LAMBDA.includes(action));
        return { function: logicalId, missing, idle };
      }),
    );
    const wrong = verdicts.filter(({ missing, idle }) => missing.length + idle.length > 0);
    expect(wrong).toEqual([]);
  });
});
