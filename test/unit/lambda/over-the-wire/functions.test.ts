import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  DeleteProvisionedConcurrencyConfigCommand,
  GetFunctionCommand,
  GetProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  ListProvisionedConcurrencyConfigsCommand,
  ListTagsCommand,
  PutFunctionConcurrencyCommand,
  PutProvisionedConcurrencyConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { code, functionLab, wish } from '../../../helpers/function-lab.js';
import { zip } from '../../../helpers/zip.js';

const own = functionLab();

describe('a function made over the wire', () => {
  it('is pending, then runs', async () => {
    const made = await own.create('fresh', { Timeout: 7, Description: 'new', Tags: { team: 'blue' } });
    expect(made).toMatchObject({
      FunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:fresh',
      State: 'Pending',
      StateReasonCode: 'Creating',
      Version: '$LATEST',
      Timeout: 7,
    });
    expect(await own.say('fresh')).toBe('first word');
    const { Configuration, Code, Tags } = await own.client.send(
      new GetFunctionCommand({ FunctionName: 'fresh' }),
    );
    expect(Configuration).toMatchObject({
      State: 'Active',
      LastUpdateStatus: 'Successful',
      Description: 'new',
    });
    expect(Code).toMatchObject({ RepositoryType: 'S3', Location: expect.stringMatching(/^file:.*\.zip$/) });
    expect(Tags).toEqual({ team: 'blue' });
  });

  it('takes its code from a bucket', async () => {
    const s3 = own.cloud.client(S3Client);
    await s3.send(new CreateBucketCommand({ Bucket: 'packages' }));
    await s3.send(new PutObjectCommand({ Bucket: 'packages', Key: 'a.zip', Body: code('bucket') }));
    await own.create('stored', { Code: { S3Bucket: 'packages', S3Key: 'a.zip' } });
    expect(await own.say('stored')).toBe('bucket word');
  });

  it('runs a finished file as it lies in the package, lines and all', async () => {
    const ZipFile = zip({
      'index.js': `// a line\n\n  exports.handler = async () => new Error('here').stack.split('\\n')[1];`,
    });
    await own.create('finished', { Code: { ZipFile } });
    expect(await own.say('finished')).toMatch(/[\\/]index\.js:3:33\)?$/);
  });

  it('is refused in Lambda’s words', async () => {
    const refused = (more: Partial<CreateFunctionCommandInput>) =>
      own.client.send(new CreateFunctionCommand(wish('refused', more)));
    const role = 'The role defined for the function cannot be assumed by Lambda.';
    await expect(refused({ Role: 'arn:aws:iam::123456789012:role/rides' })).rejects.toThrow(role);
    await expect(refused({ Role: 'arn:aws:iam::123456789012:role/nobody' })).rejects.toThrow(role);
    await expect(refused({ Role: 'me' })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(refused({ Handler: undefined })).rejects.toThrow(/^Runtime and Handler are mandatory/);
    await expect(refused({ Runtime: 'python3.13' })).rejects.toThrow(/at 'runtime' failed/);
    await expect(refused({ Timeout: 901 })).rejects.toThrow(/less than or equal to 900/);
    await expect(refused({ Code: {} })).rejects.toThrow('Please provide a source for function code.');
    await expect(refused({ Layers: ['arn:aws:lambda:x'] })).rejects.toThrow(/Layers is not emulated/);
    await own.create('twice');
    await expect(own.client.send(new CreateFunctionCommand(wish('twice')))).rejects.toMatchObject({
      name: 'ResourceConflictException',
      message: 'Function already exist: twice',
    });
  });

  it('belongs to its account and region', async () => {
    await own.create('local');
    const elsewhere = own.cloud.client(LambdaClient, { region: 'us-east-1' });
    const { Functions } = await elsewhere.send(new ListFunctionsCommand());
    expect(Functions).toEqual([]);
    const FunctionName = 'arn:aws:lambda:eu-central-1:123456789012:function:local';
    await expect(elsewhere.send(new GetFunctionCommand({ FunctionName }))).rejects.toThrow(
      "Functions from 'eu-central-1' are not reachable in this region ('us-east-1')",
    );
    const other = own.cloud.client(LambdaClient, { accessKeyId: '999999999999' });
    await expect(other.send(new GetFunctionCommand({ FunctionName: 'local' }))).rejects.toThrow(
      /^Function not found: arn:aws:lambda:eu-central-1:999999999999:function:local/,
    );
  });
});

describe('what hangs on a function', () => {
  it('tags, reserved and provisioned concurrency', async () => {
    const FunctionName = 'tagged';
    await own.create(FunctionName, { Publish: true });
    const Resource = 'arn:aws:lambda:eu-central-1:123456789012:function:tagged';
    await own.client.send(new TagResourceCommand({ Resource, Tags: { a: '1', b: '2' } }));
    await own.client.send(new UntagResourceCommand({ Resource, TagKeys: ['a'] }));
    expect((await own.client.send(new ListTagsCommand({ Resource }))).Tags).toEqual({ b: '2' });
    await expect(own.client.send(new ListTagsCommand({ Resource: `${Resource}:1` }))).rejects.toThrow(
      /^Tags on function aliases and versions are not supported/,
    );
    await expect(
      own.client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 950 })),
    ).rejects.toThrow(/below its minimum value of \[100\]/);
    const one = { FunctionName, Qualifier: '1' };
    await expect(own.client.send(new GetProvisionedConcurrencyConfigCommand(one))).rejects.toMatchObject({
      name: 'ProvisionedConcurrencyConfigNotFoundException',
    });
    await own.client.send(
      new PutProvisionedConcurrencyConfigCommand({ ...one, ProvisionedConcurrentExecutions: 1 }),
    );
    expect(await own.client.send(new GetProvisionedConcurrencyConfigCommand(one))).toMatchObject({
      Status: 'READY',
      RequestedProvisionedConcurrentExecutions: 1,
    });
    const { ProvisionedConcurrencyConfigs } = await own.client.send(
      new ListProvisionedConcurrencyConfigsCommand({ FunctionName }),
    );
    expect(ProvisionedConcurrencyConfigs).toHaveLength(1);
    await own.client.send(new DeleteProvisionedConcurrencyConfigCommand(one));
  });
});

it('a function elsewhere has its variables under a key of its own region', async () => {
  const region = 'us-east-1';
  const { KeyMetadata } = await own.cloud.client(KMSClient, { region }).send(new CreateKeyCommand({}));
  const elsewhere = own.cloud.client(LambdaClient, { region });
  const FunctionName = 'sealed';
  await elsewhere.send(new CreateFunctionCommand(wish(FunctionName, { KMSKeyArn: KeyMetadata?.Arn })));
  await waitUntilFunctionActiveV2({ client: elsewhere, maxWaitTime: 20, minDelay: 1 }, { FunctionName });
  const { Payload } = await elsewhere.send(new InvokeCommand({ FunctionName }));
  expect(Buffer.from(Payload ?? []).toString()).toBe('"first word"');
});
