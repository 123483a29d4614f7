import { CreateKeyCommand, DescribeKeyCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { REGION } from '../../../helpers/aws.js';
import {
  document,
  type Keys,
  outcome,
  policyLab,
  ROOT,
  type Statement,
} from '../../../helpers/policy-lab.js';

const { aws, numbered, user } = policyLab();

/** KMS Developer Guide: "kms:ViaService", "kms:EncryptionContext:context-key", "AWS managed keys". */
describe('a KMS key that a service uses for its caller', () => {
  const secretsManager = `secretsmanager.${REGION}.amazonaws.com`;
  const SERVICES = { Action: ['secretsmanager:*', 'ssm:*', 's3:*'] };
  const USE = ['kms:GenerateDataKey', 'kms:Encrypt', 'kms:Decrypt'];
  const through = (service: string) => ({ StringEquals: { 'kms:ViaService': service } });
  const ACCOUNT_KEY = { Principal: { AWS: ROOT }, Action: 'kms:*' };

  async function key(...statements: Statement[]): Promise<string> {
    const made = new CreateKeyCommand({ Policy: document(ACCOUNT_KEY, ...statements) });
    return (await aws.client(KMSClient).send(made)).KeyMetadata?.Arn as string;
  }
  const keep = (keys: Keys, KmsKeyId?: string) =>
    outcome(
      aws
        .client(SecretsManagerClient, keys)
        .send(new CreateSecretCommand({ Name: numbered('kept'), SecretString: 'x', KmsKeyId })),
    );
  const read = (keys: Keys, SecretId: string) =>
    outcome(aws.client(SecretsManagerClient, keys).send(new GetSecretValueCommand({ SecretId })));
  const DENIED = 'no Access to KMS is not allowed';

  it('has to let the caller use it, through that service if it says so', async () => {
    const arn = await key();
    expect(await keep((await user(document(SERVICES))).keys, arn)).toBe(DENIED);
    const direct = await user(document(SERVICES, { Action: USE }));
    expect(await keep(direct.keys, arn)).toBe('allowed');
    const bound = await user(document(SERVICES, { Action: USE, Condition: through(secretsManager) }));
    expect(await keep(bound.keys, arn)).toBe('allowed');
    const kms = aws.client(KMSClient, bound.keys);
    expect(await outcome(kms.send(new EncryptCommand({ KeyId: arn, Plaintext: Buffer.from('x') })))).toBe(
      'no identity-based policy',
    );
    const elsewhere = await user(
      document(SERVICES, { Action: USE, Condition: through('secretsmanager.us-east-1.amazonaws.com') }),
    );
    expect(await keep(elsewhere.keys, arn)).toBe(DENIED);
  });

  it('may be denied by its own policy but through a service', async () => {
    const arn = await key({
      Effect: 'Deny',
      Principal: '*',
      Action: USE,
      Condition: { StringNotEquals: { 'kms:ViaService': secretsManager } },
    });
    const { keys } = await user(document(SERVICES, { Action: USE }));
    expect(await keep(keys, arn)).toBe('allowed');
    const put = new PutParameterCommand({
      Name: numbered('p'),
      Value: 'x',
      Type: 'SecureString',
      KeyId: arn,
    });
    expect(await outcome(aws.client(SSMClient, keys).send(put))).toBe(
      'explicit deny in resource-based policy',
    );
  });

  it('is asked with the encryption context of what is kept', async () => {
    const arn = await key();
    const owner = aws.client(SecretsManagerClient);
    const [one, other] = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const made = new CreateSecretCommand({ Name: `context-${name}`, SecretString: 'x', KmsKeyId: arn });
        return (await owner.send(made)).ARN as string;
      }),
    );
    const Condition = { StringEquals: { 'kms:EncryptionContext:SecretARN': one } };
    const { keys } = await user(document(SERVICES, { Action: 'kms:Decrypt', Condition }));
    expect(await read(keys, one as string)).toBe('allowed');
    expect(await read(keys, other as string)).toBe(DENIED);
  });

  it('that AWS manages lets in who may use the service, through it alone', async () => {
    const { keys } = await user(document(SERVICES, { Action: 'kms:*' }));
    expect(await keep((await user(document(SERVICES))).keys)).toBe('allowed');
    const kms = aws.client(KMSClient, keys);
    const KeyId = 'alias/aws/secretsmanager';
    expect(await outcome(kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') })))).toBe(
      'no resource-based policy',
    );
    expect(await outcome(kms.send(new DescribeKeyCommand({ KeyId })))).toBe('allowed');
  });

  it('is asked for objects and secure parameters, too', async () => {
    const arn = await key();
    const Bucket = numbered('via');
    const put = (keys: Keys, Key: string) =>
      aws
        .client(S3Client, keys)
        .send(
          new PutObjectCommand({ Bucket, Key, Body: 'x', ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn }),
        );
    const get = (keys: Keys) =>
      outcome(aws.client(S3Client, keys).send(new GetObjectCommand({ Bucket, Key: 'k' })));
    const copy = (keys: Keys) =>
      outcome(
        aws
          .client(S3Client, keys)
          .send(new CopyObjectCommand({ Bucket, Key: 'c', CopySource: `${Bucket}/k` })),
      );
    await aws.client(S3Client).send(new CreateBucketCommand({ Bucket }));
    await aws.client(S3Client).send(
      new PutObjectCommand({
        Bucket,
        Key: 'k',
        Body: 'x',
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: arn,
      }),
    );
    const Condition = { StringLike: { 'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${Bucket}/*` } };
    const writer = await user(document(SERVICES, { Action: 'kms:GenerateDataKey', Condition }));
    const reader = await user(document(SERVICES, { Action: 'kms:Decrypt', Condition }));
    expect(await outcome(put(writer.keys, 'w'))).toBe('allowed');
    expect(await outcome(put(reader.keys, 'r'))).toBe('no identity-based policy');
    expect([await get(reader.keys), await copy(reader.keys)]).toEqual(['allowed', 'allowed']);
    expect([await get(writer.keys), await copy(writer.keys)]).toEqual(
      Array(2).fill('no identity-based policy'),
    );
    const Name = numbered('secure');
    const kept = { Name, Value: 'x', Type: 'SecureString', KeyId: arn } as const;
    await aws.client(SSMClient).send(new PutParameterCommand(kept));
    const ask = (keys: Keys, WithDecryption: boolean) =>
      outcome(aws.client(SSMClient, keys).send(new GetParameterCommand({ Name, WithDecryption })));
    expect(await ask(writer.keys, true)).toBe('no identity-based policy');
    expect(await ask(writer.keys, false)).toBe('allowed');
    const via = await user(
      document(SERVICES, { Action: 'kms:Decrypt', Condition: through(`ssm.${REGION}.amazonaws.com`) }),
    );
    expect(await ask(via.keys, true)).toBe('allowed');
  });
});
