import { describe, expect, it } from 'vitest';
import { code, type DeployLab, HOME, STACK, template } from '../../helpers/deploy/lab.js';
import { useDeployLab } from '../../helpers/deploy/use-lab.js';

/** What changes something; a plan may send its template to the bucket, and nothing else. */
const CHANGING =
  /^(Create|Update|Delete|Execute|Put|Set|Tag)|^(PUT|POST|DELETE) \/(?!arcube-assets-\d+-[\w-]+\/templates\/)/;

let lab: DeployLab;
useDeployLab(
  (made) => {
    lab = made;
  },
  { bootstrapped: false },
);

it('asks for a bootstrap first, which is made once', async () => {
  await expect(lab.plan()).rejects.toMatchObject({ code: 'BOOTSTRAP_MISSING' });
  expect(lab.operations.filter((one) => CHANGING.test(one))).toEqual([]);
  expect(await lab.bootstrap([HOME, 'us-east-1'])).toBe(8);
  lab.forgetCalls();
  expect(await lab.bootstrap([HOME, 'us-east-1'])).toBe(0);
  expect(lab.operations.filter((one) => /^(Execute|PUT)/.test(one))).toEqual([]);
});

it('plans a first deployment and leaves nothing behind', async () => {
  const plan = await lab.plan();
  const [region] = plan.regions;
  expect(plan).toMatchObject({ version: 1, stage: 'dev', changes: true, losesData: false, widens: false });
  expect(region).toMatchObject({ region: HOME, stack: STACK, action: 'create' });
  expect(region?.resources.map(({ logicalId, action }) => [logicalId, action])).toEqual([
    ['Files', 'add'],
    ['Fn', 'add'],
    ['Logs', 'add'],
    ['Role', 'add'],
  ]);
  expect(region?.uploads).toHaveLength(1);
  expect(await lab.changeSets()).toEqual([]);
  const target = await lab.target();
  expect(await target.regions[0].stacks.describe(STACK)).toBeUndefined();
});

it('deploys, and a second time finds nothing to do without a call that changes anything', async () => {
  expect(await lab.deploy()).toBe('CREATE_COMPLETE');
  lab.forgetCalls();
  const plan = await lab.plan();
  expect(plan.changes).toBe(false);
  expect(plan.regions).toMatchObject([{ action: 'none', resources: [], uploads: [], environment: [] }]);
  expect(await lab.deploy()).toBe('CREATE_COMPLETE');
  expect(lab.operations.filter((one) => CHANGING.test(one))).toEqual([]);
});

it('shows what changes: resources, permissions, environment, settings; nothing is touched', async () => {
  const fn = '      MemorySize: 512\n      Environment: { Variables: { DAYS: !Ref Days } }';
  const role = `      Policies:
        - PolicyName: files
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 's3:*', Resource: '*' }] }`;
  lab.write('template.yaml', template({ fn, role, more: '  More: { Type: AWS::S3::Bucket }' }));
  lab.write('fn/index.ts', code(2));
  const plan = await lab.plan();
  const [region] = plan.regions;
  expect(plan).toMatchObject({ changes: true, widens: true, losesData: false, breaks: false });
  const actions = Object.fromEntries((region?.resources ?? []).map((one) => [one.logicalId, one.action]));
  expect(actions).toMatchObject({ More: 'add', Fn: 'change', Role: 'change' });
  expect(region).toMatchObject({
    action: 'update',
    iam: [{ resource: 'Role', property: 'Policies', by: ['statement'], actions: ['s3:*'] }],
    environment: [{ function: 'Fn', variable: 'DAYS', after: '!Ref Days' }],
    configuration: [{ of: 'Fn', name: 'MemorySize', deployed: '128', local: '512' }],
  });
  expect(region?.uploads).toHaveLength(1);
  expect(await lab.changeSets()).toEqual([]);
  expect(await lab.deploy()).toBe('UPDATE_COMPLETE');
});

it('says what a managed policy allows that is given to a role', async () => {
  const policy = 'arn:aws:iam::aws:policy/AdministratorAccess';
  lab.write('template.yaml', template({ role: `      ManagedPolicyArns: [${policy}]` }));
  lab.write('fn/index.ts', code(1));
  const { regions, widens } = await lab.plan();
  expect(widens).toBe(true);
  expect(regions[0]?.iam).toMatchObject([
    {
      resource: 'Role',
      property: 'ManagedPolicyArns',
      policy,
      kind: 'allow',
      actions: ['*'],
      resources: ['*'],
    },
  ]);
});

it('marks the loss of data where a bucket goes', async () => {
  lab.write('template.yaml', template());
  const { losesData, regions } = await lab.plan();
  expect(losesData).toBe(true);
  expect(regions[0]?.resources[0]).toMatchObject({ logicalId: 'More', action: 'remove', losesData: true });
});

it('tells a setting that somebody changed past the stack', async () => {
  const target = await lab.target();
  const [{ stacks, functions, aws }] = target.regions;
  const members = await stacks.resources(STACK);
  const name = members.find(({ logicalId }) => logicalId === 'Fn')?.physicalId as string;
  await functions.setEnvironment(name, { DAYS: 'none' });
  const { LambdaClient, UpdateFunctionConfigurationCommand } = await import('@aws-sdk/client-lambda');
  const client = aws.client(LambdaClient);
  await client.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Timeout: 60 }));
  const [region] = (await lab.plan()).regions;
  expect(region?.configuration).toContainEqual({ of: 'Fn', name: 'Timeout', deployed: '60', local: '3' });
});

describe('two regions', () => {
  it('are planned side by side; when one of them cannot be, the other is left as it was', async () => {
    const regions = [HOME, 'us-east-1'];
    const both = await lab.plan({ regions });
    expect(both.regions.map(({ region, action }) => [region, action])).toEqual([
      [HOME, 'update'],
      ['us-east-1', 'create'],
    ]);
    lab.proxy.judge = ({ operation, region }) =>
      operation === 'CreateChangeSet' && region === 'us-east-1' ? 'denied' : undefined;
    await expect(lab.deploy({ regions })).rejects.toMatchObject({ code: 'AWS_DENIED' });
    expect(await lab.changeSets()).toEqual([]);
    expect(await lab.changeSets('us-east-1')).toEqual([]);
  });
});
