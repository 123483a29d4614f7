import {
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  EncryptCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ReEncryptCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteBucketPolicyCommand,
  DeletePublicAccessBlockCommand,
  GetObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutResourcePolicyCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, AwsHarness, REGION } from '../../helpers/aws.js';

/**
 * The truths are those of the IAM User Guide ("Policy evaluation logic", "How enforcement code logic evaluates requests"),
 * the KMS Developer Guide ("Key policies", "Allowing users in other accounts to use a KMS key") and the S3 User Guide
 * ("Blocking public access").
 */
const aws = new AwsHarness({ enforceIam: true });
const OTHER = '210987654321';
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;

interface Statement {
  Effect?: string;
  Principal?: unknown;
  Action: string | string[];
  Resource?: string;
  Condition?: unknown;
}
type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
interface Person {
  arn: string;
  keys: Keys;
}

const document = (...statements: Statement[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({ Effect: 'Allow', Resource: '*', ...one })),
  });

let made = 0;
async function user(policy?: string, account?: string): Promise<Person> {
  const iam = aws.client(IAMClient, account === undefined ? {} : foreign(account));
  const UserName = `user-${++made}`;
  const { User } = await iam.send(new CreateUserCommand({ UserName }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  if (policy !== undefined)
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument: policy }));
  return {
    arn: User?.Arn as string,
    keys: {
      accessKeyId: AccessKey?.AccessKeyId as string,
      secretAccessKey: AccessKey?.SecretAccessKey as string,
    },
  };
}

/** A session of a new role, with the policies that are given. */
async function session({ own, boundary, limit }: { own?: string; boundary?: string; limit?: string } = {}) {
  const iam = aws.client(IAMClient);
  const RoleName = `role-${++made}`;
  const someone = await user(document({ Action: 'sts:AssumeRole' }));
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: someone.arn }, Action: 'sts:AssumeRole' }],
  };
  const policy =
    boundary === undefined
      ? undefined
      : (await iam.send(new CreatePolicyCommand({ PolicyName: RoleName, PolicyDocument: boundary }))).Policy;
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify(trust),
      ...(policy?.Arn !== undefined && { PermissionsBoundary: policy.Arn }),
    }),
  );
  if (own !== undefined)
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'own', PolicyDocument: own }));
  const { Credentials } = await aws
    .client(STSClient, someone.keys)
    .send(new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: 'tests', Policy: limit }));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  return {
    roleArn: Role?.Arn as string,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${RoleName}/tests`,
    keys: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
  };
}

const foreign = (account: string): Keys => ({ accessKeyId: account, secretAccessKey: 'test' });

/** `allowed`, or why not. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'allowed';
  } catch (error) {
    const { name, message } = error as Error;
    if (!name.startsWith('AccessDenied')) return `${name}: ${message}`;
    if (message.includes('explicit deny')) return `explicit deny in ${/(\S+ policy)$/.exec(message)?.[1]}`;
    return `no ${/because no (.*) allows/.exec(message)?.[1] ?? message}`;
  }
}

beforeAll(() => aws.start());
afterAll(() => aws.stop());

describe('the policy of a KMS key', () => {
  const ENCRYPT = { Action: 'kms:Encrypt' };
  const KEEP = { Principal: { AWS: ROOT }, Action: ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'] };

  async function key(...statements: Statement[]): Promise<string> {
    const Policy = statements.length === 0 ? undefined : document(KEEP, ...statements);
    const { KeyMetadata } = await aws.client(KMSClient).send(new CreateKeyCommand({ Policy }));
    return KeyMetadata?.Arn as string;
  }
  const encrypt = (keys: Keys, KeyId: string) =>
    outcome(aws.client(KMSClient, keys).send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') })));

  it('leaves it to the account’s own policies where it names the account', async () => {
    const arn = await key();
    expect(await encrypt((await user()).keys, arn)).toBe('no identity-based policy');
    expect(await encrypt((await user(document(ENCRYPT))).keys, arn)).toBe('allowed');
  });

  it('is needed: nobody comes past it, not even the account’s root', async () => {
    const arn = await key();
    await aws
      .client(KMSClient)
      .send(new PutKeyPolicyCommand({ KeyId: arn, PolicyName: 'default', Policy: document(KEEP) }));
    expect(await encrypt((await user(document({ Action: '*' }))).keys, arn)).toBe('no resource-based policy');
    expect(await encrypt({ accessKeyId: 'test', secretAccessKey: 'test' }, arn)).toBe(
      'no resource-based policy',
    );
  });

  it('lets in whom it names, without a policy of their own', async () => {
    const ada = await user();
    const arn = await key({ ...ENCRYPT, Principal: { AWS: ada.arn } });
    expect(await encrypt(ada.keys, arn)).toBe('allowed');
    expect(await encrypt((await user()).keys, arn)).toBe('no resource-based policy');
  });

  it('lets a role in within its boundary and its session’s policy, and a session by itself', async () => {
    const nothing = document({ Action: 's3:*' });
    const free = await session();
    const bounded = await session({ boundary: nothing });
    const limited = await session({ limit: nothing });
    const arn = await key(
      { ...ENCRYPT, Principal: { AWS: [free.roleArn, bounded.roleArn, limited.roleArn] } },
      { Action: 'kms:DescribeKey', Principal: { AWS: bounded.arn } },
    );
    expect(await encrypt(free.keys, arn)).toBe('allowed');
    expect(await encrypt(bounded.keys, arn)).toBe('no permissions boundary');
    expect(await encrypt(limited.keys, arn)).toBe('no session policy');
    const described = aws.client(KMSClient, bounded.keys).send(new DescribeKeyCommand({ KeyId: arn }));
    expect(await outcome(described)).toBe('allowed');
  });

  it('denies, whatever else allows; and a Deny of the caller’s own does, too', async () => {
    const ada = await user(document(ENCRYPT));
    const bob = await user(document({ ...ENCRYPT, Effect: 'Deny' }));
    const arn = await key(
      { ...ENCRYPT, Principal: { AWS: [ROOT, bob.arn] } },
      { ...ENCRYPT, Effect: 'Deny', Principal: { AWS: ada.arn } },
    );
    expect(await encrypt(ada.keys, arn)).toBe('explicit deny in resource-based policy');
    expect(await encrypt(bob.keys, arn)).toBe('explicit deny in identity-based policy');
  });

  it('is asked of both keys when something is encrypted anew', async () => {
    const ada = await user();
    const from = await key({ Action: ['kms:Encrypt', 'kms:ReEncryptFrom'], Principal: { AWS: ada.arn } });
    const to = await key({ Action: 'kms:ReEncryptTo', Principal: { AWS: ada.arn } });
    const kms = aws.client(KMSClient, ada.keys);
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: from, Plaintext: Buffer.from('x') }),
    );
    const anew = (DestinationKeyId: string) =>
      outcome(kms.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId })));
    expect(await anew(to)).toBe('allowed');
    expect(await anew(from)).toBe('no resource-based policy');
  });

  it('and their own account’s have to let callers of another account in, and only to use the key', async () => {
    const arn = await key({ Action: 'kms:*', Principal: { AWS: `arn:aws:iam::${OTHER}:root` } });
    const all = document({ Action: 'kms:*' });
    expect(await encrypt((await user(all, OTHER)).keys, arn)).toBe('allowed');
    expect(await encrypt((await user(undefined, OTHER)).keys, arn)).toBe('no identity-based policy');
    expect(await encrypt((await user(all, OTHER)).keys, await key())).toBe('no resource-based policy');
    const end = aws
      .client(KMSClient, (await user(all, OTHER)).keys)
      .send(new ScheduleKeyDeletionCommand({ KeyId: arn }));
    expect(await outcome(end)).toBe('no resource-based policy');
  });
});

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
        .send(new CreateSecretCommand({ Name: `kept-${++made}`, SecretString: 'x', KmsKeyId })),
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
      Name: `p-${++made}`,
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
    const Bucket = `via-${++made}`;
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
    const Name = `secure-${++made}`;
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

describe('the policy of a secret', () => {
  const secret = (...statements: Statement[]) => secretUnder(undefined, ...statements);
  async function secretUnder(KmsKeyId: string | undefined, ...statements: Statement[]): Promise<string> {
    const secrets = aws.client(SecretsManagerClient);
    const { ARN } = await secrets.send(
      new CreateSecretCommand({ Name: `secret-${++made}`, SecretString: 's', KmsKeyId }),
    );
    if (statements.length > 0)
      await secrets.send(
        new PutResourcePolicyCommand({ SecretId: ARN, ResourcePolicy: document(...statements) }),
      );
    return ARN as string;
  }
  const READ = { Action: 'secretsmanager:GetSecretValue' };
  const read = (keys: Keys, SecretId: string) =>
    outcome(aws.client(SecretsManagerClient, keys).send(new GetSecretValueCommand({ SecretId })));

  it('lets in by itself within the account, or leaves it to identity policies', async () => {
    const ada = await user();
    const arn = await secret({ ...READ, Principal: { AWS: ada.arn } });
    expect(await read(ada.keys, arn)).toBe('allowed');
    expect(await read((await user(document(READ))).keys, arn)).toBe('allowed');
    expect(await read((await user()).keys, arn)).toBe('no identity-based policy');
  });

  it('denies the account’s root, too', async () => {
    const arn = await secret({ ...READ, Effect: 'Deny', Principal: '*' });
    expect(await read({ accessKeyId: 'test', secretAccessKey: 'test' }, arn)).toBe(
      'explicit deny in resource-based policy',
    );
  });

  it('and their own account’s have to let callers of another account in', async () => {
    const DECRYPT = { Action: 'kms:Decrypt' };
    const guest = await user(document(READ, DECRYPT), OTHER);
    const lent = { ...READ, Principal: { AWS: guest.arn } };
    // the service's own key is nobody's but the account's
    expect(await read(guest.keys, await secret(lent))).toBe('no Access to KMS is not allowed');
    const Policy = document(
      { Principal: { AWS: ROOT }, Action: 'kms:*' },
      { ...DECRYPT, Principal: { AWS: guest.arn } },
    );
    const { KeyMetadata } = await aws.client(KMSClient).send(new CreateKeyCommand({ Policy }));
    expect(await read(guest.keys, await secretUnder(KeyMetadata?.Arn, lent))).toBe('allowed');
    expect(await read(guest.keys, await secret())).toBe('no resource-based policy');
    const poor = await user(undefined, OTHER);
    const open = await secret({ ...READ, Principal: { AWS: poor.arn } });
    expect(await read(poor.keys, open)).toBe('no identity-based policy');
  });

  it('that is malformed is refused', async () => {
    await expect(secret({ Principal: { Nobody: 'x' }, ...READ })).rejects.toMatchObject({
      name: 'MalformedPolicyDocumentException',
    });
  });
});

describe('the policy of a bucket', () => {
  const s3 = () => aws.client(S3Client);
  const READ = { Action: 's3:GetObject' };

  async function bucket(...statements: Statement[]): Promise<string> {
    const Bucket = `bucket-${++made}`;
    await s3().send(
      new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }),
    );
    await s3().send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
    if (statements.length > 0) await policy(Bucket, ...statements);
    return Bucket;
  }
  const policy = (Bucket: string, ...statements: Statement[]) =>
    s3().send(
      new PutBucketPolicyCommand({
        Bucket,
        Policy: document(...statements.map((one) => ({ ...one, Resource: `arn:aws:s3:::${Bucket}/*` }))),
      }),
    );
  const read = (keys: Keys, Bucket: string) =>
    outcome(aws.client(S3Client, keys).send(new GetObjectCommand({ Bucket, Key: 'a' })));

  it('lets in, denies, and asks both sides of two accounts', async () => {
    const ada = await user();
    const guest = await user(document(READ), OTHER);
    const Bucket = await bucket({ ...READ, Principal: { AWS: [ada.arn, guest.arn] } });
    expect(await read(ada.keys, Bucket)).toBe('allowed');
    expect(await read(guest.keys, Bucket)).toBe('allowed');
    expect(await read((await user()).keys, Bucket)).toBe('no identity-based policy');
    expect(await read(guest.keys, await bucket())).toBe('no resource-based policy');
    await policy(Bucket, { ...READ, Effect: 'Deny', Principal: '*' });
    expect(await read((await user(document(READ))).keys, Bucket)).toBe(
      'explicit deny in resource-based policy',
    );
  });

  it('that locks everybody out can be taken away by the account’s root', async () => {
    const Bucket = await bucket();
    const Policy = document({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: `arn:aws:s3:::${Bucket}`,
    });
    await s3().send(new PutBucketPolicyCommand({ Bucket, Policy }));
    await s3().send(new DeleteBucketPolicyCommand({ Bucket }));
    expect(await read({ accessKeyId: 'test', secretAccessKey: 'test' }, Bucket)).toBe('allowed');
  });

  it('has to allow reading what is copied', async () => {
    const [from, to] = [await bucket(), await bucket()];
    const writer = await user(document({ Action: 's3:PutObject' }));
    const copy = aws
      .client(S3Client, writer.keys)
      .send(new CopyObjectCommand({ Bucket: to, Key: 'b', CopySource: `${from}/a` }));
    expect(await outcome(copy)).toBe('no identity-based policy');
  });

  it('lets those in who do not sign, once public access is not blocked', async () => {
    const open = (Bucket: string, path = 'a') => fetch(`${aws.aws.endpoint.url}/${Bucket}/${path}`);
    const Bucket = await bucket();
    const everybody = { ...READ, Principal: '*' };
    await expect(policy(Bucket, everybody)).rejects.toMatchObject({ name: 'AccessDenied' });
    const PublicAccessBlockConfiguration = { BlockPublicPolicy: false, RestrictPublicBuckets: true };
    await s3().send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
    await policy(Bucket, everybody);
    expect((await open(Bucket)).status).toBe(403);
    const guest = await user(document(READ), OTHER);
    expect(await read(guest.keys, Bucket)).toBe('no resource-based policy');
    await s3().send(new DeletePublicAccessBlockCommand({ Bucket }));
    const answer = await open(Bucket);
    expect([answer.status, await answer.text()]).toEqual([200, 'x']);
    expect(await read(guest.keys, Bucket)).toBe('allowed');
    expect((await open(Bucket, '')).status).toBe(403);
    expect((await open(await bucket())).status).toBe(403);
  });
});
