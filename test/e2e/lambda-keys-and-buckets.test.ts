import { DisableKeyCommand, EnableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { zip } from '../helpers/zip.js';

let lab: PlatformLab;
let lambda: LambdaClient;
let name = '';
let account: { endpoint: string; region: string; credentials: object; maxAttempts: number };

beforeAll(async () => {
  lab = await platformLab();
  account = {
    endpoint: lab.emulator.urls.aws,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  lambda = new LambdaClient(account as never);
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand());
  name = Functions.find(({ FunctionName }) => FunctionName?.includes('ServiceFunction'))?.FunctionName ?? '';
}, 60_000);
afterAll(() => lab?.stop());

async function invoke(): Promise<unknown> {
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: name, Payload: '{}' }));
  return JSON.parse(Buffer.from(Payload ?? []).toString());
}

test('a function takes its code from a bucket, and says what is missing there', async () => {
  const s3 = new S3Client({ ...account, forcePathStyle: true } as never);
  await s3.send(new CreateBucketCommand({ Bucket: 'code' }));
  const code = 'exports.handler = async () => process.env.WORD ?? "from the bucket";';
  await s3.send(new PutObjectCommand({ Bucket: 'code', Key: 'one.zip', Body: zip({ 'index.js': code }) }));
  await lambda.send(
    new UpdateFunctionCodeCommand({ FunctionName: name, S3Bucket: 'code', S3Key: 'one.zip' }),
  );
  expect(await invoke()).toBe('from the bucket');
  const missing = new UpdateFunctionCodeCommand({ FunctionName: name, S3Bucket: 'code', S3Key: 'two.zip' });
  await expect(lambda.send(missing)).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message: expect.stringContaining('S3 Error Code: NoSuchKey'),
  });
});

test('a disabled key keeps a function from starting, until it is enabled again', async () => {
  const kms = new KMSClient(account as never);
  const { KMSKeyArn: KeyId } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
  expect(KeyId).toMatch(/^arn:aws:kms:eu-central-1:/);
  const Environment = { Variables: { WORD: 'decrypted' } };
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment }));
  await kms.send(new DisableKeyCommand({ KeyId }));
  await expect(invoke()).rejects.toMatchObject({
    name: 'KMSDisabledException',
    $metadata: { httpStatusCode: 502 },
  });
  await kms.send(new EnableKeyCommand({ KeyId }));
  expect(await invoke()).toBe('decrypted');
});
