import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  ListRoleTagsCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
  ListUserTagsCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  SetDefaultPolicyVersionCommand,
  SimulatePrincipalPolicyCommand,
  TagRoleCommand,
  TagUserCommand,
  UntagRoleCommand,
  UntagUserCommand,
  UpdateAccessKeyCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import { CreateKeyCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, AwsHarness, REGION } from '../../helpers/aws.js';

const aws = new AwsHarness({ enforceIam: true });
let iam: IAMClient;

beforeAll(async () => {
  await aws.start();
  iam = aws.client(IAMClient);
});
afterAll(() => aws.stop());

const policy = (Action: string | string[], Resource = '*', Effect = 'Allow') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource }] });
const trust = (AWS: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' }],
  });

async function userWithKey(UserName: string) {
  const { User } = await iam.send(new CreateUserCommand({ UserName }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  const credentials = {
    accessKeyId: AccessKey?.AccessKeyId as string,
    secretAccessKey: AccessKey?.SecretAccessKey as string,
  };
  return { arn: User?.Arn as string, credentials };
}

describe('users, roles and policies', () => {
  it('are made, told and taken away', async () => {
    const UserName = 'ada';
    const { credentials } = await userWithKey(UserName);
    await expect(iam.send(new CreateUserCommand({ UserName }))).rejects.toMatchObject({
      name: expect.stringContaining('EntityAlreadyExists'),
    });
    expect((await iam.send(new GetUserCommand({ UserName }))).User?.Arn).toBe(
      `arn:aws:iam::${ACCOUNT}:user/ada`,
    );
    expect((await iam.send(new ListUsersCommand({}))).Users?.map((user) => user.UserName)).toEqual(['ada']);
    await iam.send(new TagUserCommand({ UserName, Tags: [{ Key: 'a', Value: '1' }] }));
    expect((await iam.send(new ListUserTagsCommand({ UserName }))).Tags).toEqual([{ Key: 'a', Value: '1' }]);
    await iam.send(new UntagUserCommand({ UserName, TagKeys: ['a'] }));
    const PolicyDocument = policy('s3:*');
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument }));
    const own = await iam.send(new GetUserPolicyCommand({ UserName, PolicyName: 'own' }));
    expect(decodeURIComponent(own.PolicyDocument ?? '')).toBe(PolicyDocument);
    expect((await iam.send(new ListUserPoliciesCommand({ UserName }))).PolicyNames).toEqual(['own']);
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
    expect((await iam.send(new ListAttachedUserPoliciesCommand({ UserName }))).AttachedPolicies).toEqual([
      { PolicyName: 'AdministratorAccess', PolicyArn },
    ]);
    await expect(iam.send(new DeleteUserCommand({ UserName }))).rejects.toMatchObject({
      name: expect.stringContaining('DeleteConflict'),
    });
    await iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
    await iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName: 'own' }));
    expect((await iam.send(new ListAccessKeysCommand({ UserName }))).AccessKeyMetadata).toMatchObject([
      { Status: 'Active' },
    ]);
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: credentials.accessKeyId }));
    await iam.send(new DeleteUserCommand({ UserName }));
    await expect(iam.send(new GetUserCommand({ UserName }))).rejects.toMatchObject({
      message: 'The user with name ada cannot be found.',
    });
  });

  it('roles carry a trust policy', async () => {
    const RoleName = 'deployer';
    const AssumeRolePolicyDocument = trust(`arn:aws:iam::${ACCOUNT}:root`);
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, Description: 'd' }));
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(AssumeRolePolicyDocument);
    await iam.send(new UpdateRoleCommand({ RoleName, MaxSessionDuration: 7200 }));
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trust(ACCOUNT) }));
    await iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: 'k', Value: 'v' }] }));
    expect((await iam.send(new ListRoleTagsCommand({ RoleName }))).Tags).toEqual([{ Key: 'k', Value: 'v' }]);
    await iam.send(new UntagRoleCommand({ RoleName, TagKeys: ['k'] }));
    await iam.send(
      new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument: policy('kms:Decrypt') }),
    );
    expect((await iam.send(new ListRolePoliciesCommand({ RoleName }))).PolicyNames).toEqual(['p']);
    expect((await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'p' }))).RoleName).toBe(RoleName);
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'p' }));
    expect((await iam.send(new ListRolesCommand({}))).Roles?.map((role) => role.RoleName)).toContain(
      RoleName,
    );
    await iam.send(new DeleteRoleCommand({ RoleName }));
    const bad = {
      RoleName: 'bad',
      AssumeRolePolicyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}',
    };
    await expect(iam.send(new CreateRoleCommand(bad))).rejects.toMatchObject({
      name: expect.stringContaining('MalformedPolicyDocument'),
    });
  });

  it('policies have versions', async () => {
    const made = await iam.send(
      new CreatePolicyCommand({ PolicyName: 'readers', PolicyDocument: policy('s3:GetObject') }),
    );
    const PolicyArn = made.Policy?.Arn as string;
    const { PolicyVersion } = await iam.send(
      new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: policy('s3:*') }),
    );
    expect(PolicyVersion).toMatchObject({ VersionId: 'v2', IsDefaultVersion: false });
    await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }));
    expect((await iam.send(new GetPolicyCommand({ PolicyArn }))).Policy?.DefaultVersionId).toBe('v2');
    const version = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }));
    expect(decodeURIComponent(version.PolicyVersion?.Document ?? '')).toBe(policy('s3:*'));
    expect((await iam.send(new ListPolicyVersionsCommand({ PolicyArn }))).Versions).toHaveLength(2);
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
    expect(
      (await iam.send(new ListPoliciesCommand({ Scope: 'Local' }))).Policies?.map(
        ({ PolicyName }) => PolicyName,
      ),
    ).toEqual(['readers']);
    await iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: trust(ACCOUNT) }));
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn }));
    expect(
      (await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'r' }))).AttachedPolicies,
    ).toHaveLength(1);
    await expect(iam.send(new DeletePolicyCommand({ PolicyArn }))).rejects.toMatchObject({
      name: expect.stringContaining('DeleteConflict'),
    });
    await iam.send(new DetachRolePolicyCommand({ RoleName: 'r', PolicyArn }));
    await iam.send(new DeletePolicyCommand({ PolicyArn }));
  });
});

describe('what policies allow', () => {
  it('is all a user can do, and the refusal says so', async () => {
    const { arn, credentials } = await userWithKey('reader');
    const secrets = aws.client(SecretsManagerClient);
    const made = await secrets.send(new CreateSecretCommand({ Name: 'app/one', SecretString: 's' }));
    await iam.send(
      new PutUserPolicyCommand({
        UserName: 'reader',
        PolicyName: 'read',
        PolicyDocument: policy(['secretsmanager:GetSecretValue', 's3:CreateBucket'], '*'),
      }),
    );
    const own = aws.client(SecretsManagerClient, credentials);
    expect((await own.send(new GetSecretValueCommand({ SecretId: 'app/one' }))).SecretString).toBe('s');
    await expect(own.send(new CreateSecretCommand({ Name: 'app/two' }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: ${arn} is not authorized to perform: secretsmanager:CreateSecret on resource: * because no identity-based policy allows the secretsmanager:CreateSecret action`,
    });
    await iam.send(
      new PutUserPolicyCommand({
        UserName: 'reader',
        PolicyName: 'no',
        PolicyDocument: policy('*', made.ARN, 'Deny'),
      }),
    );
    await expect(own.send(new GetSecretValueCommand({ SecretId: 'app/one' }))).rejects.toMatchObject({
      message: `User: ${arn} is not authorized to perform: secretsmanager:GetSecretValue on resource: ${made.ARN} with an explicit deny in an identity-based policy`,
    });
    const s3 = aws.client(S3Client, credentials);
    await s3.send(
      new CreateBucketCommand({
        Bucket: 'readers-own',
        CreateBucketConfiguration: { LocationConstraint: REGION },
      }),
    );
    await expect(s3.send(new ListObjectsV2Command({ Bucket: 'readers-own' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await expect(aws.client(IAMClient, credentials).send(new ListUsersCommand({}))).rejects.toMatchObject({
      name: expect.stringContaining('AccessDenied'),
    });
    const simulated = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: arn,
        ActionNames: ['secretsmanager:GetSecretValue', 'kms:Sign'],
        ResourceArns: [made.ARN as string, '*'],
      }),
    );
    expect(simulated.EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).toEqual([
      'explicitDeny',
      'allowed',
      'explicitDeny',
      'implicitDeny',
    ]);
  });

  it('ends with the key', async () => {
    const { credentials } = await userWithKey('gone');
    const sts = aws.client(STSClient, credentials);
    expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe(`arn:aws:iam::${ACCOUNT}:user/gone`);
    await iam.send(
      new UpdateAccessKeyCommand({
        UserName: 'gone',
        AccessKeyId: credentials.accessKeyId,
        Status: 'Inactive',
      }),
    );
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: expect.stringContaining('InvalidClientTokenId'),
    });
  });
});

it('the gateway sees the policies of who signs', async () => {
  const { credentials } = await userWithKey('caller');
  const book = () => aws.aws.keyBook.find(credentials.accessKeyId, undefined);
  expect(book()?.policies).toEqual([]);
  const PolicyDocument = policy('execute-api:Invoke');
  await iam.send(new PutUserPolicyCommand({ UserName: 'caller', PolicyName: 'call', PolicyDocument }));
  expect(book()?.policies).toEqual([JSON.parse(PolicyDocument)]);
  expect(aws.aws.keyBook.find('test', undefined)).not.toHaveProperty('policies');
});

describe('roles taken on', () => {
  it('give credentials that work, do no more than they may, and expire', async () => {
    const { credentials, arn } = await userWithKey('operator');
    const sts = aws.client(STSClient, credentials);
    const RoleArn = `arn:aws:iam::${ACCOUNT}:role/rotator`;
    await iam.send(new CreateRoleCommand({ RoleName: 'rotator', AssumeRolePolicyDocument: trust(ACCOUNT) }));
    await iam.send(
      new PutRolePolicyCommand({ RoleName: 'rotator', PolicyName: 'p', PolicyDocument: policy('kms:*') }),
    );
    const assume = (more: object = {}) =>
      sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run', ...more }));
    // trusted through its account, it must be allowed by its own policies, too
    await expect(assume()).rejects.toMatchObject({
      name: expect.stringContaining('AccessDenied'),
      message: `User: ${arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
    });
    await iam.send(
      new PutUserPolicyCommand({
        UserName: 'operator',
        PolicyName: 'p',
        PolicyDocument: policy('sts:AssumeRole', RoleArn),
      }),
    );
    const { Credentials, AssumedRoleUser } = await assume({ DurationSeconds: 900 });
    expect(AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/rotator/run`);
    const session = {
      accessKeyId: Credentials?.AccessKeyId as string,
      secretAccessKey: Credentials?.SecretAccessKey as string,
      sessionToken: Credentials?.SessionToken as string,
    };
    const kms = aws.client(KMSClient, session);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await expect(
      aws.client(SecretsManagerClient, session).send(new CreateSecretCommand({ Name: 'x' })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
    const narrow = await assume({ Policy: policy('kms:DescribeKey') });
    const less = aws.client(KMSClient, {
      accessKeyId: narrow.Credentials?.AccessKeyId as string,
      secretAccessKey: narrow.Credentials?.SecretAccessKey as string,
      sessionToken: narrow.Credentials?.SessionToken as string,
    });
    await expect(
      less.send(new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: Buffer.from('x') })),
    ).rejects.toMatchObject({
      message: expect.stringContaining('because no session policy allows the kms:Encrypt action'),
    });
    await aws.restart();
    const again = aws.client(KMSClient, session);
    await again.send(new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: Buffer.from('x') }));
    aws.clock.advance(901_000);
    await expect(aws.client(KMSClient, session).send(new CreateKeyCommand({}))).rejects.toMatchObject({
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
    aws.clock.reset();
    const wrong = aws.client(KMSClient, { ...session, sessionToken: 'other' });
    await expect(wrong.send(new CreateKeyCommand({}))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  it('are not for root, nor for whom they do not trust, nor longer than they allow', async () => {
    iam = aws.client(IAMClient);
    const { arn, credentials } = await userWithKey('named');
    const RoleArn = `arn:aws:iam::${ACCOUNT}:role/named-only`;
    await iam.send(new CreateRoleCommand({ RoleName: 'named-only', AssumeRolePolicyDocument: trust(arn) }));
    const own = aws.client(STSClient, credentials);
    await own.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run' }));
    await expect(
      own.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run', DurationSeconds: 7200 })),
    ).rejects.toMatchObject({
      message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    });
    await expect(
      aws.client(STSClient).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run' })),
    ).rejects.toMatchObject({
      message: 'Roles may not be assumed by root accounts.',
    });
    const other = (await userWithKey('other')).credentials;
    await expect(
      aws.client(STSClient, other).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run' })),
    ).rejects.toMatchObject({ name: expect.stringContaining('AccessDenied') });
    const { Credentials } = await own.send(new GetSessionTokenCommand({}));
    const temporary = aws.client(STSClient, {
      accessKeyId: Credentials?.AccessKeyId as string,
      secretAccessKey: Credentials?.SecretAccessKey as string,
      sessionToken: Credentials?.SessionToken as string,
    });
    expect((await temporary.send(new GetCallerIdentityCommand({}))).Arn).toBe(arn);
  });
});
