import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  DeleteFunctionCommand,
  DeleteFunctionEventInvokeConfigCommand,
  DeleteProvisionedConcurrencyConfigCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  GetPolicyCommand,
  GetProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionEventInvokeConfigsCommand,
  ListFunctionsCommand,
  ListProvisionedConcurrencyConfigsCommand,
  ListTagsCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  PutProvisionedConcurrencyConfigCommand,
  RemovePermissionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LambdaCloud } from '../../helpers/lambda-cloud.js';
import { zip } from '../../helpers/zip.js';

const cloud = new LambdaCloud();
let client: LambdaClient;

const code = (word: string) =>
  zip({ 'index.js': `exports.handler = async () => '${word} ' + process.env.WORD;` });

beforeAll(async () => {
  await cloud.start();
  client = cloud.client(LambdaClient);
  const iam = cloud.client(IAMClient);
  const trust = (Service: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
    });
  for (const [RoleName, service] of [
    ['runs', 'lambda.amazonaws.com'],
    ['rides', 'apigateway.amazonaws.com'],
  ] as const)
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust(service) }));
}, 30_000);
afterAll(() => cloud.stop());

function wish(
  FunctionName: string,
  more: Partial<CreateFunctionCommandInput> = {},
): CreateFunctionCommandInput {
  return {
    FunctionName,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::123456789012:role/runs',
    Code: { ZipFile: code('first') },
    Environment: { Variables: { WORD: 'word' } },
    ...more,
  };
}

async function create(name: string, more: Partial<CreateFunctionCommandInput> = {}) {
  const made = await client.send(new CreateFunctionCommand(wish(name, more)));
  await waitUntilFunctionActiveV2({ client, maxWaitTime: 20, minDelay: 1 }, { FunctionName: name });
  return made;
}

async function say(FunctionName: string, Qualifier?: string): Promise<unknown> {
  const { Payload } = await client.send(
    new InvokeCommand({ FunctionName, ...(Qualifier !== undefined && { Qualifier }) }),
  );
  return JSON.parse(Buffer.from(Payload ?? []).toString());
}

describe('a function made over the wire', () => {
  it('is pending, then runs', async () => {
    const made = await create('fresh', { Timeout: 7, Description: 'new', Tags: { team: 'blue' } });
    expect(made).toMatchObject({
      FunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:fresh',
      State: 'Pending',
      StateReasonCode: 'Creating',
      Version: '$LATEST',
      Timeout: 7,
    });
    expect(await say('fresh')).toBe('first word');
    const { Configuration, Code, Tags } = await client.send(
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
    const s3 = cloud.client(S3Client);
    await s3.send(new CreateBucketCommand({ Bucket: 'packages' }));
    await s3.send(new PutObjectCommand({ Bucket: 'packages', Key: 'a.zip', Body: code('bucket') }));
    await create('stored', { Code: { S3Bucket: 'packages', S3Key: 'a.zip' } });
    expect(await say('stored')).toBe('bucket word');
  });

  it('runs a finished file as it lies in the package, lines and all', async () => {
    const ZipFile = zip({
      'index.js': `// a line\n\n  exports.handler = async () => new Error('here').stack.split('\\n')[1];`,
    });
    await create('finished', { Code: { ZipFile } });
    expect(await say('finished')).toMatch(/[\\/]index\.js:3:33\)?$/);
  });

  it('is refused in Lambda’s words', async () => {
    const refused = (more: Partial<CreateFunctionCommandInput>) =>
      client.send(new CreateFunctionCommand(wish('refused', more)));
    const role = 'The role defined for the function cannot be assumed by Lambda.';
    await expect(refused({ Role: 'arn:aws:iam::123456789012:role/rides' })).rejects.toThrow(role);
    await expect(refused({ Role: 'arn:aws:iam::123456789012:role/nobody' })).rejects.toThrow(role);
    await expect(refused({ Role: 'me' })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(refused({ Handler: undefined })).rejects.toThrow(/^Runtime and Handler are mandatory/);
    await expect(refused({ Runtime: 'python3.13' })).rejects.toThrow(/at 'runtime' failed/);
    await expect(refused({ Timeout: 901 })).rejects.toThrow(/less than or equal to 900/);
    await expect(refused({ Code: {} })).rejects.toThrow('Please provide a source for function code.');
    await expect(refused({ Layers: ['arn:aws:lambda:x'] })).rejects.toThrow(/Layers is not emulated/);
    await create('twice');
    await expect(client.send(new CreateFunctionCommand(wish('twice')))).rejects.toMatchObject({
      name: 'ResourceConflictException',
      message: 'Function already exist: twice',
    });
  });

  it('belongs to its account and region', async () => {
    await create('local');
    const elsewhere = cloud.client(LambdaClient, { region: 'us-east-1' });
    const { Functions } = await elsewhere.send(new ListFunctionsCommand());
    expect(Functions).toEqual([]);
    const FunctionName = 'arn:aws:lambda:eu-central-1:123456789012:function:local';
    await expect(elsewhere.send(new GetFunctionCommand({ FunctionName }))).rejects.toThrow(
      "Functions from 'eu-central-1' are not reachable in this region ('us-east-1')",
    );
    const other = cloud.client(LambdaClient, { accessKeyId: '999999999999' });
    await expect(other.send(new GetFunctionCommand({ FunctionName: 'local' }))).rejects.toThrow(
      /^Function not found: arn:aws:lambda:eu-central-1:999999999999:function:local/,
    );
  });
});

describe('versions', () => {
  it('freeze code and configuration', async () => {
    const FunctionName = 'frozen';
    const { CodeSha256 } = await create(FunctionName, { Publish: true });
    const WORD = 'other';
    await client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: { WORD } } }),
    );
    await client.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: code('second') }));
    const two = await client.send(new PublishVersionCommand({ FunctionName, Description: 'two' }));
    expect(two).toMatchObject({ Version: '2', Description: 'two', State: 'Active' });
    expect([await say(FunctionName, '1'), await say(FunctionName, '2')]).toEqual([
      'first word',
      'second other',
    ]);
    const again = await client.send(new PublishVersionCommand({ FunctionName }));
    expect(again.Version).toBe('2');
    await expect(client.send(new PublishVersionCommand({ FunctionName, CodeSha256 }))).rejects.toThrow(
      /is different from current CodeSHA256 in \$LATEST/,
    );
    await expect(
      client.send(new PublishVersionCommand({ FunctionName, RevisionId: two.RevisionId })),
    ).rejects.toMatchObject({ name: 'PreconditionFailedException' });
    const one = await client.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier: '1' }));
    expect(one).toMatchObject({ CodeSha256, Environment: { Variables: { WORD: 'word' } } });
  });

  it('say where they log to, be it that only the format was given', async () => {
    const made = await create('logs', { LoggingConfig: { LogFormat: 'JSON' } });
    expect(made.LoggingConfig).toEqual({ LogFormat: 'JSON', LogGroup: '/aws/lambda/logs' });
    const LoggingConfig = { LogGroup: '/of/its/own' };
    const moved = await client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'logs', LoggingConfig }),
    );
    expect(moved.LoggingConfig).toEqual({ LogFormat: 'Text', ...LoggingConfig });
  });

  it('end one by one, unless an alias needs them, and their numbers are not given again', async () => {
    const FunctionName = 'pruned';
    await create(FunctionName, { Publish: true });
    const alias = { FunctionName, Name: 'live', FunctionVersion: '1' };
    await client.send(new CreateAliasCommand(alias));
    const remove = (Qualifier?: string) =>
      client.send(new DeleteFunctionCommand({ FunctionName, ...(Qualifier && { Qualifier }) }));
    await expect(remove('1')).rejects.toMatchObject({
      name: 'ResourceConflictException',
      message: 'Unable to delete version because the following aliases reference it: [live]',
    });
    await expect(remove('$LATEST')).rejects.toThrow(/cannot be deleted without deleting the function/);
    await expect(remove('live')).rejects.toThrow('Deletion of aliases is not currently supported.');
    await remove('99');
    await client.send(new UpdateAliasCommand({ ...alias, FunctionVersion: '$LATEST' }));
    await remove('1');
    await expect(say(FunctionName, '1')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect((await client.send(new PublishVersionCommand({ FunctionName }))).Version).toBe('2');
    await remove();
    await expect(say(FunctionName)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('resource policies', () => {
  it('are made of statements', async () => {
    const FunctionName = 'guarded';
    await create(FunctionName, { Publish: true });
    const Qualifier = '1';
    const permission = {
      FunctionName,
      StatementId: 'gateway',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: 'arn:aws:execute-api:eu-central-1:123456789012:abc/*/GET/a',
    };
    await expect(client.send(new GetPolicyCommand({ FunctionName }))).rejects.toThrow(
      'The resource you requested does not exist.',
    );
    const { Statement } = await client.send(new AddPermissionCommand(permission));
    const statement = {
      Sid: 'gateway',
      Effect: 'Allow',
      Principal: { Service: 'apigateway.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: 'arn:aws:lambda:eu-central-1:123456789012:function:guarded',
      Condition: { ArnLike: { 'AWS:SourceArn': permission.SourceArn } },
    };
    expect(JSON.parse(Statement ?? '')).toEqual(statement);
    const { Policy } = await client.send(new GetPolicyCommand({ FunctionName }));
    expect(JSON.parse(Policy ?? '')).toEqual({
      Version: '2012-10-17',
      Id: 'default',
      Statement: [statement],
    });
    await expect(client.send(new AddPermissionCommand(permission))).rejects.toThrow(
      /^The statement id \(gateway\) provided already exists/,
    );
    await expect(
      client.send(new AddPermissionCommand({ ...permission, Principal: 'who ever' })),
    ).rejects.toThrow(/^The provided principal was invalid/);

    const by = {
      service: 'apigateway.amazonaws.com',
      sourceArn: 'arn:aws:execute-api:eu-central-1:123456789012:abc/prod/GET/a',
    };
    const functionName = statement.Resource;
    const call = (name: string, sourceArn = by.sourceArn) =>
      cloud.lambda.invoke({ functionName: name, payload: '{}', by: { ...by, sourceArn } });
    expect((await call(functionName)).payload).toBe('"first word"');
    await expect(call(`${functionName}:1`)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await expect(call(functionName, by.sourceArn.replace('GET', 'PUT'))).rejects.toMatchObject({
      statusCode: 403,
    });
    await client.send(new AddPermissionCommand({ ...permission, Qualifier }));
    expect((await call(`${functionName}:1`)).payload).toBe('"first word"');
    await client.send(new RemovePermissionCommand({ FunctionName, Qualifier, StatementId: 'gateway' }));
    await expect(call(`${functionName}:1`)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await expect(
      client.send(new RemovePermissionCommand({ FunctionName, StatementId: 'nobody' })),
    ).rejects.toThrow('Statement nobody is not found in resource policy.');
  });
});

describe('what hangs on a function', () => {
  it('tags, reserved and provisioned concurrency', async () => {
    const FunctionName = 'tagged';
    await create(FunctionName, { Publish: true });
    const Resource = 'arn:aws:lambda:eu-central-1:123456789012:function:tagged';
    await client.send(new TagResourceCommand({ Resource, Tags: { a: '1', b: '2' } }));
    await client.send(new UntagResourceCommand({ Resource, TagKeys: ['a'] }));
    expect((await client.send(new ListTagsCommand({ Resource }))).Tags).toEqual({ b: '2' });
    await expect(client.send(new ListTagsCommand({ Resource: `${Resource}:1` }))).rejects.toThrow(
      /^Tags on function aliases and versions are not supported/,
    );
    await expect(
      client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 950 })),
    ).rejects.toThrow(/below its minimum value of \[100\]/);
    const one = { FunctionName, Qualifier: '1' };
    await expect(client.send(new GetProvisionedConcurrencyConfigCommand(one))).rejects.toMatchObject({
      name: 'ProvisionedConcurrencyConfigNotFoundException',
    });
    await client.send(
      new PutProvisionedConcurrencyConfigCommand({ ...one, ProvisionedConcurrentExecutions: 1 }),
    );
    expect(await client.send(new GetProvisionedConcurrencyConfigCommand(one))).toMatchObject({
      Status: 'READY',
      RequestedProvisionedConcurrentExecutions: 1,
    });
    const { ProvisionedConcurrencyConfigs } = await client.send(
      new ListProvisionedConcurrencyConfigsCommand({ FunctionName }),
    );
    expect(ProvisionedConcurrencyConfigs).toHaveLength(1);
    await client.send(new DeleteProvisionedConcurrencyConfigCommand(one));
  });
});

describe('events that nobody waits for', () => {
  it('are tried again after one minute and two more, or as often as was set', async () => {
    const FunctionName = 'failing';
    const ZipFile = zip({
      'index.js': "exports.handler = async () => { console.log('tried'); throw new Error('no'); };",
    });
    await create(FunctionName, { Code: { ZipFile } });
    let tries = 0;
    const lost: string[] = [];
    cloud.events.on('log', ({ text, functionName }) => {
      if (functionName !== FunctionName) return;
      if (text.includes('tried')) tries++;
      if (text.includes('event lost')) lost.push(text);
    });
    const send = () => client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event' }));
    await send();
    await expect.poll(() => tries).toBe(1);
    for (const [minutes, after] of [
      [1, 2],
      [2, 3],
    ] as const) {
      await new Promise((resolve) => setImmediate(resolve)); // the failure is known, and its timer set
      cloud.clock.advance(minutes * 60_000);
      await expect.poll(() => tries).toBe(after);
    }
    await expect
      .poll(() => lost)
      .toEqual(['arcube: asynchronous event lost: its function failed every time (failing:$LATEST)']);
    client = cloud.client(LambdaClient); // the clock has moved: signatures go by it
    const ask = { FunctionName, MaximumRetryAttempts: 0 };
    expect(await client.send(new PutFunctionEventInvokeConfigCommand(ask))).toMatchObject({
      MaximumRetryAttempts: 0,
      FunctionArn: expect.stringMatching(/failing:\$LATEST$/),
    });
    await send();
    await expect.poll(() => lost.length).toBe(2);
    expect(tries).toBe(4);
    await expect(
      client.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 3 })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
    const { FunctionEventInvokeConfigs } = await client.send(
      new ListFunctionEventInvokeConfigsCommand({ FunctionName }),
    );
    expect(FunctionEventInvokeConfigs).toHaveLength(1);
    await client.send(new DeleteFunctionEventInvokeConfigCommand({ FunctionName }));
    await expect(
      client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a restart', () => {
  it('finds functions, versions, aliases and policies as they were', async () => {
    const FunctionName = 'kept';
    await create(FunctionName, { Publish: true, Tags: { a: 'b' } });
    await client.send(
      new UpdateFunctionCodeCommand({ FunctionName, ZipFile: code('second'), Publish: true }),
    );
    const RoutingConfig = { AdditionalVersionWeights: { '2': 0.25 } };
    const alias = { FunctionName, Name: 'live' };
    await client.send(new CreateAliasCommand({ ...alias, FunctionVersion: '1', RoutingConfig }));
    const StatementId = 'events';
    await client.send(
      new AddPermissionCommand({
        FunctionName,
        StatementId,
        Action: 'lambda:InvokeFunction',
        Principal: 'events.amazonaws.com',
      }),
    );
    await cloud.restart();
    client = cloud.client(LambdaClient);
    const { Versions } = await client.send(new ListVersionsByFunctionCommand({ FunctionName }));
    expect(Versions?.map(({ Version }) => Version)).toEqual(['$LATEST', '1', '2']);
    expect([await say(FunctionName, '1'), await say(FunctionName)]).toEqual(['first word', 'second word']);
    expect(await client.send(new GetAliasCommand(alias))).toMatchObject({
      FunctionVersion: '1',
      RoutingConfig,
    });
    expect((await client.send(new GetPolicyCommand({ FunctionName }))).Policy).toContain(StatementId);
    expect((await client.send(new PublishVersionCommand({ FunctionName }))).Version).toBe('2');
    await client.send(new DeleteFunctionCommand({ FunctionName }));
    await cloud.restart();
    client = cloud.client(LambdaClient);
    await expect(say(FunctionName)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

it('a function elsewhere has its variables under a key of its own region', async () => {
  const region = 'us-east-1';
  const { KeyMetadata } = await cloud.client(KMSClient, { region }).send(new CreateKeyCommand({}));
  const elsewhere = cloud.client(LambdaClient, { region });
  const FunctionName = 'sealed';
  await elsewhere.send(new CreateFunctionCommand(wish(FunctionName, { KMSKeyArn: KeyMetadata?.Arn })));
  await waitUntilFunctionActiveV2({ client: elsewhere, maxWaitTime: 20, minDelay: 1 }, { FunctionName });
  const { Payload } = await elsewhere.send(new InvokeCommand({ FunctionName }));
  expect(Buffer.from(Payload ?? []).toString()).toBe('"first word"');
});
