import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  ReplicateSecretToRegionsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Aws, createAws } from '../../../emulator/aws/index.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';
import { Secret } from '../../../src/core/secret.js';

const MINUTE = 60_000;
const ARN = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:platform/signing-a1B2c3';
let folder: string;
let aws: Aws;
let clock: MovableClock;
const clients: SecretsManagerClient[] = [];

async function start(): Promise<void> {
  aws = createAws({
    host: '127.0.0.1',
    port: 0,
    accountId: '123456789012',
    region: 'eu-central-1',
    stateDir: folder,
    clock,
    ids: createIds('test'),
  });
  await aws.endpoint.start();
  aws.secrets.declare({ name: 'platform/signing', arn: ARN, value: new Secret('one') });
  await aws.secrets.flush();
}

function client(secretAccessKey = 'test', accessKeyId = 'test'): SecretsManagerClient {
  const made = new SecretsManagerClient({
    endpoint: aws.endpoint.url,
    region: 'eu-central-1',
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
  clients.push(made);
  return made;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arcube-aws-'));
  clock = new MovableClock();
  await start();
});
afterEach(async () => {
  for (const one of clients.splice(0)) one.destroy();
  await aws.endpoint.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('Secrets Manager through the real SDK', () => {
  const SecretId = 'platform/signing';

  it('reads by name, by ARN and by ARN without its suffix', async () => {
    const byName = await client().send(new GetSecretValueCommand({ SecretId }));
    expect(byName).toMatchObject({ Name: SecretId, SecretString: 'one', VersionStages: ['AWSCURRENT'] });
    expect(byName.ARN).toMatch(
      /^arn:aws:secretsmanager:eu-central-1:123456789012:secret:platform\/signing-\w{6}$/,
    );
    for (const id of [byName.ARN, byName.ARN?.slice(0, -7)])
      expect(await client().send(new GetSecretValueCommand({ SecretId: id }))).toMatchObject({
        SecretString: 'one',
      });
    expect(byName.CreatedDate?.getTime()).toBeCloseTo(clock.now(), -4);
  });

  it('moves the staging labels with each new version, once per token', async () => {
    const put = { SecretId, SecretString: 'two', ClientRequestToken: 'a'.repeat(32) };
    const first = await client().send(new PutSecretValueCommand(put));
    expect(await client().send(new PutSecretValueCommand(put))).toMatchObject({ VersionId: first.VersionId });
    const previous = await client().send(
      new GetSecretValueCommand({ SecretId, VersionStage: 'AWSPREVIOUS' }),
    );
    expect(previous.SecretString).toBe('one');
    await expect(
      client().send(new PutSecretValueCommand({ ...put, SecretString: 'x' })),
    ).rejects.toMatchObject({
      name: 'ResourceExistsException',
    });
    await client().send(
      new PutSecretValueCommand({
        SecretId,
        SecretBinary: Buffer.from([0, 255]),
        VersionStages: ['AWSPENDING'],
      }),
    );
    const pending = await client().send(new GetSecretValueCommand({ SecretId, VersionStage: 'AWSPENDING' }));
    expect(pending.SecretBinary).toEqual(new Uint8Array([0, 255]));
    const { VersionIdsToStages } = await client().send(new DescribeSecretCommand({ SecretId }));
    expect(
      Object.values(VersionIdsToStages ?? {})
        .flat()
        .sort(),
    ).toEqual(['AWSCURRENT', 'AWSPENDING', 'AWSPREVIOUS']);
  });

  it('keeps secrets over a restart, for their owner only', async () => {
    const SecretString = 'not to be read on the disk';
    await client().send(new PutSecretValueCommand({ SecretId, SecretString }));
    await aws.endpoint.stop();
    await start();
    expect(await client().send(new GetSecretValueCommand({ SecretId }))).toMatchObject({ SecretString });
    const file = join(folder, 'aws', 'secretsmanager', '123456789012', 'eu-central-1.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).not.toContain(SecretString);
  });

  it('lists in pages, without values', async () => {
    await aws.secrets.put('b', new Secret('hidden'));
    expect(aws.secrets.get('b')?.reveal()).toBe('hidden');
    const first = await client().send(new ListSecretsCommand({ MaxResults: 1 }));
    expect(first.SecretList?.map((secret) => secret.Name)).toEqual([SecretId]);
    const second = await client().send(
      new ListSecretsCommand({ MaxResults: 1, NextToken: first.NextToken ?? '' }),
    );
    expect(second.SecretList?.map((secret) => secret.Name)).toEqual(['b']);
    expect(second.NextToken).toBeUndefined();
    expect(JSON.stringify([first, second])).not.toContain('hidden');
  });

  it('answers unknown secrets, labels and operations as the service does', async () => {
    const get = (input: { SecretId: string; VersionStage?: string }) =>
      client().send(new GetSecretValueCommand(input));
    await expect(get({ SecretId: 'nope' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
    });
    await expect(get({ SecretId, VersionStage: 'AWSPENDING' })).rejects.toMatchObject({
      message: "Secrets Manager can't find the specified secret value for staging label: AWSPENDING",
    });
    await expect(
      client().send(new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: [] })),
    ).rejects.toMatchObject({
      name: 'UnknownOperationException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('checks who asks', async () => {
    const ask = (secretKey: string, key?: string) => client(secretKey, key).send(new ListSecretsCommand({}));
    await expect(ask('wrong')).rejects.toMatchObject({ name: 'InvalidSignatureException' });
    await expect(ask('test', 'AKIAUNKNOWN')).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    clock.advance(30 * MINUTE);
    await expect(ask('test')).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringMatching(/^Signature expired: /),
    });
  });
});

describe('the endpoint without an SDK', () => {
  it('asks for a signature', async () => {
    const json = await fetch(aws.endpoint.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'secretsmanager.ListSecrets' },
    });
    expect(json.status).toBe(400);
    expect(await json.json()).toEqual({
      __type: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
    const query = await fetch(aws.endpoint.url, {
      method: 'POST',
      body: new URLSearchParams({ Action: 'GetCallerIdentity' }),
    });
    expect(query.status).toBe(403);
    expect(await query.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  });

  it('refuses a body larger than any service takes', async () => {
    const body = Buffer.alloc(13 * 1024 * 1024);
    const answer = await fetch(aws.endpoint.url, { method: 'POST', body });
    expect(answer.status).toBe(413);
  });

  it('stops twice, and before it has started', async () => {
    await aws.endpoint.stop();
    await aws.endpoint.stop();
    await expect(fetch(aws.endpoint.url)).rejects.toThrow();
  });
});
