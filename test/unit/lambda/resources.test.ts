import {
  GetAliasCommand,
  GetFunctionCommand,
  GetPolicyCommand,
  InvokeCommand,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLambdaResources } from '../../../emulator/lambda/index.js';
import { LambdaCloud } from '../../helpers/lambda-cloud.js';
import { ResourceRequests } from '../../helpers/resource-requests.js';
import { zip } from '../../helpers/zip.js';

const FUNCTION = 'AWS::Lambda::Function';
const VERSION = 'AWS::Lambda::Version';
const ALIAS = 'AWS::Lambda::Alias';
const PERMISSION = 'AWS::Lambda::Permission';
const ARN = 'arn:aws:lambda:eu-central-1:123456789012:function';

const cloud = new LambdaCloud(undefined, { trusts: (role) => role.endsWith('/runs') });
const stack = new ResourceRequests(() => createLambdaResources(cloud.lambda));
let client: LambdaClient;

beforeAll(async () => {
  await cloud.start();
  client = cloud.client(LambdaClient);
  const s3 = cloud.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket: 'code' }));
  for (const word of ['one', 'two']) {
    const Body = zip({ 'index.js': `exports.handler = async () => '${word}' + (process.env.WORD ?? '');` });
    await s3.send(new PutObjectCommand({ Bucket: 'code', Key: `${word}.zip`, Body }));
  }
}, 30_000);
afterAll(() => cloud.stop());

const properties = (Key: string, more: object = {}) => ({
  Runtime: 'nodejs22.x',
  Handler: 'index.handler',
  Role: 'arn:aws:iam::123456789012:role/runs',
  Code: { S3Bucket: 'code', S3Key: `${Key}.zip` },
  ...more,
});

async function say(FunctionName: string): Promise<unknown> {
  const { Payload } = await client.send(new InvokeCommand({ FunctionName }));
  return JSON.parse(Buffer.from(Payload ?? []).toString());
}

describe('a function of a stack', () => {
  it('is active when it is made, follows its properties, and goes', async () => {
    const first = properties('one', {
      Timeout: '9',
      Environment: { Variables: { WORD: '!' } },
      Tags: [{ Key: 'team', Value: 'blue' }],
      ReservedConcurrentExecutions: 5,
    });
    const { physicalId, attributes } = await stack.create(FUNCTION, 'Orders', first);
    expect(physicalId).toMatch(/^shop-Orders-/);
    expect(attributes).toEqual({ Arn: `${ARN}:${physicalId}` });
    expect(stack.initiated).toContain(physicalId);
    expect(await say(physicalId)).toBe('one!');
    const made = await client.send(new GetFunctionCommand({ FunctionName: physicalId }));
    expect(made).toMatchObject({
      Configuration: { Timeout: 9, State: 'Active' },
      Concurrency: { ReservedConcurrentExecutions: 5 },
      Tags: { team: 'blue', stage: 'test', 'aws:cloudformation:logical-id': 'Orders' },
    });
    expect(await stack.read(FUNCTION, physicalId, first)).toMatchObject({
      Timeout: 9,
      Environment: { Variables: { WORD: '!' } },
      Tags: expect.arrayContaining([{ Key: 'team', Value: 'blue' }]),
    });

    const second = properties('two', { MemorySize: 256 });
    await stack.update(FUNCTION, physicalId, [first, second]);
    expect(await say(physicalId)).toBe('two');
    const after = await client.send(new GetFunctionCommand({ FunctionName: physicalId }));
    expect(after.Configuration).toMatchObject({ Timeout: 3, MemorySize: 256 });
    expect(after.Concurrency).toBeUndefined();

    await stack.delete(FUNCTION, physicalId, second);
    await stack.delete(FUNCTION, physicalId, second);
    expect(await stack.read(FUNCTION, physicalId, second)).toBeUndefined();
  });

  it('may have its code in the template', async () => {
    const inline = (word: string) =>
      properties('one', { Code: { ZipFile: `exports.handler = async () => '${word}';` } });
    const { physicalId } = await stack.create(FUNCTION, 'Inline', inline('a'));
    await stack.update(FUNCTION, physicalId, [inline('a'), inline('b')]);
    expect(await say(physicalId)).toBe('b');
  });

  it('is refused as Lambda refuses it', async () => {
    await expect(
      stack.create(FUNCTION, 'Bad', properties('one', { Role: 'arn:aws:iam::123456789012:role/other' })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: 'The role defined for the function cannot be assumed by Lambda.',
    });
    await expect(stack.create(FUNCTION, 'Bad', properties('none'))).rejects.toThrow(/NoSuchKey/);
  });
});

describe('versions, aliases and permissions of a stack', () => {
  it('publish, route and permit', async () => {
    const first = properties('one', { FunctionName: 'shop-live' });
    await stack.create(FUNCTION, 'Live', first);
    const version = { FunctionName: 'shop-live' };
    const one = await stack.create(VERSION, 'One', version);
    expect(one).toEqual({
      physicalId: `${ARN}:shop-live:1`,
      attributes: { Version: '1', FunctionArn: `${ARN}:shop-live:1` },
    });
    await expect(stack.create(VERSION, 'Again', version)).rejects.toThrow(
      'A version for this Lambda function exists ( 1 ). Modify the function to create a new version.',
    );
    const toOne = { FunctionName: 'shop-live', Name: 'live', FunctionVersion: '1' };
    const alias = await stack.create(ALIAS, 'Alias', toOne);
    expect(alias.physicalId).toBe(`${ARN}:shop-live:live`);
    const grant = {
      FunctionName: alias.physicalId,
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
    };
    const permission = await stack.create(PERMISSION, 'Grant', grant);

    await stack.update(FUNCTION, 'shop-live', [first, properties('two', { FunctionName: 'shop-live' })]);
    const two = await stack.create(VERSION, 'Two', version);
    const toTwo = {
      ...toOne,
      FunctionVersion: two.attributes.Version,
      RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: '1', FunctionWeight: 0.25 }] },
    };
    await stack.update(ALIAS, alias.physicalId, [toOne, toTwo]);
    const live = { FunctionName: 'shop-live', Name: 'live' };
    expect(await client.send(new GetAliasCommand(live))).toMatchObject({
      FunctionVersion: '2',
      RoutingConfig: { AdditionalVersionWeights: { '1': 0.25 } },
    });
    expect(await stack.read(ALIAS, alias.physicalId, toTwo)).toEqual({ ...toTwo, Description: '' });
    await expect(stack.delete(VERSION, one.physicalId, version)).rejects.toThrow(/aliases reference it/);
    await stack.update(ALIAS, alias.physicalId, [toTwo, { ...toOne, FunctionVersion: '2' }]);
    await stack.delete(VERSION, one.physicalId, version);
    expect(await say(`${ARN}:shop-live:live`)).toBe('two');

    const policy = { FunctionName: 'shop-live', Qualifier: 'live' };
    expect((await client.send(new GetPolicyCommand(policy))).Policy).toContain(permission.physicalId);
    await stack.delete(PERMISSION, permission.physicalId, grant);
    await expect(client.send(new GetPolicyCommand(policy))).rejects.toThrow(/does not exist/);
    await stack.delete(FUNCTION, 'shop-live', first);
    await stack.delete(ALIAS, alias.physicalId, toOne);
    await stack.delete(VERSION, two.physicalId, version);
    await stack.delete(PERMISSION, permission.physicalId, grant);
  });
});
