import {
  CreateAliasCommand,
  DeleteAliasCommand,
  DeleteFunctionConcurrencyCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListAliasesCommand,
  ListFunctionsCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aws, createAws } from '../../../emulator/aws/index.js';
import { createLambdaApi } from '../../../emulator/lambda/index.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';
import { type LambdaLab, lambdaLab } from '../../helpers/lambda.js';
import { zip } from '../../helpers/zip.js';

const ARN = 'arn:aws:lambda:eu-central-1:123456789012:function:echo';
const SOURCE = `export const handler = async (event, context) => {
  console.log('heard', event);
  if (event.fail) throw new Error('as asked');
  return { event, version: context.functionVersion, client: context.clientContext, word: process.env.WORD, left: context.getRemainingTimeInMillis() };
}`;

let lab: LambdaLab;
let aws: Aws;
let client: LambdaClient;
let clock: MovableClock;

beforeAll(async () => {
  lab = await lambdaLab({ echo: SOURCE, other: 'export const handler = async () => 1' });
  clock = new MovableClock();
  const ids = createIds();
  aws = createAws({
    host: '127.0.0.1',
    port: 0,
    accountId: '123456789012',
    region: 'eu-central-1',
    clock,
    ids,
    apis: [createLambdaApi(lab.service)],
  });
  await aws.endpoint.start();
  client = new LambdaClient({
    endpoint: aws.endpoint.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client?.destroy();
  await aws?.endpoint.stop();
  clock?.stop();
  await lab?.[Symbol.asyncDispose]();
});

const invoke = async (more: Partial<ConstructorParameters<typeof InvokeCommand>[0]> = {}) => {
  const answer = await client.send(new InvokeCommand({ FunctionName: 'echo', ...more }));
  const text = Buffer.from(answer.Payload ?? []).toString();
  return { ...answer, text, value: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>) };
};

describe('Invoke', () => {
  it('answers what the handler answers', async () => {
    const ClientContext = Buffer.from('{"custom":{"a":1}}').toString('base64');
    const { StatusCode, ExecutedVersion, FunctionError, value } = await invoke({
      Payload: '{"a":1}',
      ClientContext,
    });
    expect({ StatusCode, ExecutedVersion, FunctionError }).toEqual({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
    });
    expect(value).toMatchObject({ event: { a: 1 }, version: '$LATEST', client: { custom: { a: 1 } } });
    expect((await invoke()).value).toMatchObject({ event: {} });
  });

  it('marks a failing handler, and gives the end of the log', async () => {
    const { StatusCode, FunctionError, LogResult, value } = await invoke({
      Payload: '{"fail":1}',
      LogType: 'Tail',
    });
    expect({ StatusCode, FunctionError }).toEqual({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(value).toMatchObject({ errorType: 'Error', errorMessage: 'as asked' });
    const tail = Buffer.from(LogResult ?? '', 'base64').toString();
    expect(tail).toMatch(
      /^START RequestId: .*\n.*\tINFO\theard \{ fail: 1 \}\n.*Invoke Error[\s\S]*END RequestId[\s\S]*REPORT/,
    );
  });

  it('may be for later, or only tried', async () => {
    const before = lab.lines.length;
    expect(await invoke({ InvocationType: 'Event', Payload: '{"later":1}' })).toMatchObject({
      StatusCode: 202,
      text: '',
    });
    await expect
      .poll(() => lab.lines.slice(before).some(({ text }) => text.includes('heard { later: 1 }')))
      .toBe(true);
    expect(await invoke({ InvocationType: 'DryRun' })).toMatchObject({ StatusCode: 204, text: '' });
  });

  it('refuses in Lambda’s words', async () => {
    await expect(invoke({ FunctionName: 'nowhere' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `Function not found: ${ARN.replace('echo', 'nowhere')}:$LATEST`,
    });
    await expect(invoke({ Payload: '{"a":' })).rejects.toMatchObject({
      name: 'InvalidRequestContentException',
      message: expect.stringMatching(/^Could not parse request body into json:/),
    });
    await expect(
      invoke({ InvocationType: 'Event', Payload: JSON.stringify('x'.repeat(1_048_576)) }),
    ).rejects.toMatchObject({
      name: 'RequestTooLargeException',
    });
  });

  it('is throttled with the reason', async () => {
    await client.send(
      new PutFunctionConcurrencyCommand({ FunctionName: 'echo', ReservedConcurrentExecutions: 0 }),
    );
    await expect(invoke()).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    });
    const concurrency = await client.send(new GetFunctionConcurrencyCommand({ FunctionName: 'echo' }));
    expect(concurrency.ReservedConcurrentExecutions).toBe(0);
    await client.send(new DeleteFunctionConcurrencyCommand({ FunctionName: 'echo' }));
    expect((await invoke()).StatusCode).toBe(200);
  });
});

describe('functions', () => {
  it('are described and listed', async () => {
    const configuration = await client.send(new GetFunctionConfigurationCommand({ FunctionName: ARN }));
    expect(configuration).toMatchObject({
      FunctionName: 'echo',
      FunctionArn: ARN,
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      MemorySize: 128,
      Timeout: 3,
      Version: '$LATEST',
      State: 'Active',
      LastUpdateStatus: 'Successful',
      CodeSha256: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      LastModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/),
    });
    const { Configuration } = await client.send(new GetFunctionCommand({ FunctionName: 'echo' }));
    expect(Configuration?.RevisionId).toBe(configuration.RevisionId);
    const first = await client.send(new ListFunctionsCommand({ MaxItems: 1 }));
    const rest = await client.send(
      new ListFunctionsCommand({ ...(first.NextMarker && { Marker: first.NextMarker }) }),
    );
    expect(
      [...(first.Functions ?? []), ...(rest.Functions ?? [])].map(({ FunctionName }) => FunctionName),
    ).toEqual(['echo', 'other']);
  });

  it('change their settings for the next event, within Lambda’s limits', async () => {
    const change = (more: object) =>
      client.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'echo', ...more }));
    expect(await change({ Timeout: 60, Environment: { Variables: { WORD: 'new' } } })).toMatchObject({
      Timeout: 60,
    });
    const { value } = await invoke();
    expect(value).toMatchObject({ word: 'new' });
    expect(value?.left).toBeGreaterThan(50_000);
    await expect(change({ Timeout: 901 })).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: expect.stringContaining('less than or equal to 900'),
    });
    await expect(change({ Environment: { Variables: { AWS_REGION: 'x' } } })).rejects.toThrow(
      /reserved keys .*: AWS_REGION$/,
    );
    await expect(change({ Environment: { Variables: { BIG: 'x'.repeat(4096) } } })).rejects.toThrow(
      /exceeded the 4KB limit/,
    );
    await expect(change({ Timeout: 5, RevisionId: 'another' })).rejects.toMatchObject({
      name: 'PreconditionFailedException',
    });
  });
});

describe('versions and aliases', () => {
  it('a version is frozen, an alias shares traffic among two', async () => {
    const publish = () => client.send(new PublishVersionCommand({ FunctionName: 'echo', Description: 'd' }));
    expect(await publish()).toMatchObject({ Version: '1', FunctionArn: `${ARN}:1`, Description: 'd' });
    expect(await publish()).toMatchObject({ Version: '1' });
    const ZipFile = zip({
      'index.js': 'exports.handler = async (event, { functionVersion }) => "zipped " + functionVersion;',
    });
    const updated = await client.send(
      new UpdateFunctionCodeCommand({ FunctionName: 'echo', ZipFile, Publish: true }),
    );
    expect(updated).toMatchObject({ Version: '2', CodeSize: ZipFile.length });
    expect((await invoke()).value).toBe('zipped $LATEST');
    expect((await invoke({ Qualifier: '1' })).value).toMatchObject({ version: '1' });
    expect((await invoke({ FunctionName: `${ARN}:2` })).value).toBe('zipped 2');
    const { Versions } = await client.send(new ListVersionsByFunctionCommand({ FunctionName: 'echo' }));
    expect(Versions?.map(({ Version }) => Version)).toEqual(['$LATEST', '1', '2']);

    const name = { FunctionName: 'echo', Name: 'live' };
    await client.send(new CreateAliasCommand({ ...name, FunctionVersion: '1' }));
    expect((await invoke({ Qualifier: 'live' })).ExecutedVersion).toBe('1');
    const RoutingConfig = { AdditionalVersionWeights: { '2': 0.5 } };
    expect(await client.send(new UpdateAliasCommand({ ...name, RoutingConfig }))).toMatchObject({
      RoutingConfig,
      AliasArn: `${ARN}:live`,
    });
    const seen = new Set<string | undefined>();
    for (let i = 0; i < 40; i++) seen.add((await invoke({ Qualifier: 'live' })).ExecutedVersion);
    expect(seen).toEqual(new Set(['1', '2']));
    expect(await client.send(new GetAliasCommand(name))).toMatchObject({
      FunctionVersion: '1',
      RoutingConfig,
    });
    const { Aliases } = await client.send(new ListAliasesCommand({ FunctionName: 'echo' }));
    expect(Aliases?.map(({ Name }) => Name)).toEqual(['live']);
  });

  it('refuses what AWS refuses', async () => {
    const alias = { FunctionName: 'echo', Name: 'live', FunctionVersion: '1' };
    await expect(client.send(new CreateAliasCommand(alias))).rejects.toMatchObject({
      name: 'ResourceConflictException',
    });
    await expect(client.send(new CreateAliasCommand({ ...alias, Name: '7' }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(
      client.send(new UpdateAliasCommand({ ...alias, FunctionVersion: '9' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const toLatest = { AdditionalVersionWeights: { $LATEST: 0.5 } };
    await expect(client.send(new UpdateAliasCommand({ ...alias, RoutingConfig: toLatest }))).rejects.toThrow(
      /^\$LATEST is not supported/,
    );
    await expect(invoke({ Qualifier: 'gone' })).rejects.toMatchObject({
      message: `Function not found: ${ARN}:gone`,
    });
    const damaged = Buffer.from('this is no archive, but long enough to be looked at');
    await expect(
      client.send(new UpdateFunctionCodeCommand({ FunctionName: 'echo', ZipFile: damaged })),
    ).rejects.toThrow(/^Could not unzip uploaded file/);
    const outside = zip({ '../../outside.js': 'x' });
    await expect(
      client.send(new UpdateFunctionCodeCommand({ FunctionName: 'echo', ZipFile: outside })),
    ).rejects.toThrow(/^Could not unzip uploaded file/);
    await client.send(new DeleteAliasCommand({ FunctionName: 'echo', Name: 'live' }));
    await expect(
      client.send(new GetAliasCommand({ FunctionName: 'echo', Name: 'live' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
