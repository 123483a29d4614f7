import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  DeleteParametersCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  RemoveTagsFromResourceCommand,
  SSMClient,
  UnlabelParameterVersionCommand,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACCOUNT, AwsHarness, REGION } from '../../helpers/aws.js';

const aws = new AwsHarness();
let ssm: SSMClient;

beforeAll(async () => {
  await aws.start();
  ssm = aws.client(SSMClient);
});
afterAll(() => aws.stop());

const put = (Name: string, Value: string, more: object = {}) =>
  ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', ...more }));

it('keeps versions and labels', async () => {
  const Name = '/app/url';
  expect(await put(Name, 'one', { Description: 'where' })).toMatchObject({ Version: 1, Tier: 'Standard' });
  await expect(put(Name, 'two')).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
  expect((await put(Name, 'two', { Overwrite: true })).Version).toBe(2);
  const get = async (name: string) => (await ssm.send(new GetParameterCommand({ Name: name }))).Parameter;
  expect(await get(Name)).toMatchObject({
    Value: 'two',
    Version: 2,
    ARN: `arn:aws:ssm:${REGION}:${ACCOUNT}:parameter${Name}`,
  });
  expect(await get(`${Name}:1`)).toMatchObject({ Value: 'one', Selector: ':1' });
  await ssm.send(new LabelParameterVersionCommand({ Name, ParameterVersion: 1, Labels: ['live'] }));
  expect((await get(`${Name}:live`))?.Value).toBe('one');
  await ssm.send(new LabelParameterVersionCommand({ Name, ParameterVersion: 2, Labels: ['live'] }));
  expect((await get(`${Name}:live`))?.Value).toBe('two');
  const gone = await ssm.send(
    new UnlabelParameterVersionCommand({ Name, ParameterVersion: 2, Labels: ['live', 'no'] }),
  );
  expect(gone).toMatchObject({ RemovedLabels: ['live'], InvalidLabels: ['no'] });
  await expect(get(`${Name}:live`)).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
  const history = await ssm.send(new GetParameterHistoryCommand({ Name }));
  expect(history.Parameters?.map(({ Value }) => Value)).toEqual(['one', 'two']);
});

it('encrypts what is secure, under KMS', async () => {
  await put('/app/secret', 'hidden', { Type: 'SecureString' });
  const closed = await ssm.send(new GetParameterCommand({ Name: '/app/secret' }));
  expect(closed.Parameter?.Value).not.toContain('hidden');
  const open = await ssm.send(new GetParameterCommand({ Name: '/app/secret', WithDecryption: true }));
  expect(open.Parameter).toMatchObject({ Value: 'hidden', Type: 'SecureString' });
  await expect(put('/app/lost', 'x', { Type: 'SecureString', KeyId: 'alias/none' })).rejects.toMatchObject({
    name: 'InvalidKeyId',
  });
  await aws.restart();
  ssm = aws.client(SSMClient);
  const kept = await ssm.send(new GetParameterCommand({ Name: '/app/secret', WithDecryption: true }));
  expect(kept.Parameter?.Value).toBe('hidden');
});

it('finds by list, path and filter', async () => {
  for (const Name of ['/tree/a', '/tree/b', '/tree/sub/c']) await put(Name, Name);
  const byPath = async (Recursive: boolean) => {
    const { Parameters } = await ssm.send(new GetParametersByPathCommand({ Path: '/tree', Recursive }));
    return Parameters?.map(({ Name }) => Name);
  };
  expect(await byPath(false)).toEqual(['/tree/a', '/tree/b']);
  expect(await byPath(true)).toEqual(['/tree/a', '/tree/b', '/tree/sub/c']);
  const some = await ssm.send(new GetParametersCommand({ Names: ['/tree/a', '/none'] }));
  expect([some.Parameters?.length, some.InvalidParameters]).toEqual([1, ['/none']]);
  const described = await ssm.send(
    new DescribeParametersCommand({
      ParameterFilters: [{ Key: 'Name', Option: 'BeginsWith', Values: ['/tree/s'] }],
    }),
  );
  expect(described.Parameters?.map(({ Name }) => Name)).toEqual(['/tree/sub/c']);
});

it('tags, checks and deletes', async () => {
  await put('plain', 'ab', { AllowedPattern: '^[a-z]+$' });
  await expect(put('plain', '1', { Overwrite: true })).rejects.toMatchObject({
    name: 'ParameterPatternMismatchException',
  });
  await expect(put('/aws/x', '1')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  const resource = { ResourceType: 'Parameter' as const, ResourceId: 'plain' };
  await ssm.send(
    new AddTagsToResourceCommand({
      ...resource,
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    }),
  );
  await ssm.send(new RemoveTagsFromResourceCommand({ ...resource, TagKeys: ['a'] }));
  expect((await ssm.send(new ListTagsForResourceCommand(resource))).TagList).toEqual([
    { Key: 'b', Value: '2' },
  ]);
  await ssm.send(new DeleteParameterCommand({ Name: 'plain' }));
  await expect(ssm.send(new DeleteParameterCommand({ Name: 'plain' }))).rejects.toMatchObject({
    name: 'ParameterNotFound',
  });
  const { DeletedParameters } = await ssm.send(new DeleteParametersCommand({ Names: ['/tree/a', 'plain'] }));
  expect(DeletedParameters).toEqual(['/tree/a']);
});
