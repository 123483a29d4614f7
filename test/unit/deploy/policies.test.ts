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

/** IAM's name for what a command of the SDK asks for, where it is not `service:Command`. */
const ACTIONS: Record<string, string> = {
  'lambda:Invoke': 'lambda:InvokeFunction',
  'sesv2:SendEmail': 'ses:SendEmail',
  'secrets-manager:GetSecretValue': 'secretsmanager:GetSecretValue',
};
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

/** The role's name is in the function's `Role`, which is `!GetAtt XRole.Arn` in this template. */
function grantedTo(logicalId: string): Set<string> {
  const resources = template.Resources as Record<
    string,
    { Properties: { Role?: { 'Fn::GetAtt': string[] } } }
  >;
  const [id] = resources[logicalId]?.Properties.Role?.['Fn::GetAtt'] ?? [];
  const role = roles.find((one) => one.id === id);
  if (!role) throw new Error(`${logicalId} has no role in the template`);
  return new Set(role.statements.flatMap(actionsOf));
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
  const commands = [...text.matchAll(/\bnew (\w+)Command\(/g)].map(([, command]) => `${client}:${command}`);
  return commands.map((command) => ACTIONS[command] ?? command);
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

  it('bind every pattern in a key’s ARN to an alias', () => {
    const anyKey = roles
      .flatMap(({ statements }) => statements)
      .filter(({ Resource }) => JSON.stringify(Resource).includes(':key/*'));
    expect(anyKey.length).toBeGreaterThan(0);
    for (const { Condition } of anyKey)
      expect(Condition).toHaveProperty(['ForAnyValue:StringEquals', 'kms:ResourceAliases']);
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
