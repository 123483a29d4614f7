import {
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll } from 'vitest';
import { ACCOUNT, AwsHarness } from './aws.js';

export const OTHER = '210987654321';
export const ROOT = `arn:aws:iam::${ACCOUNT}:root`;

export interface Statement {
  Effect?: string;
  Principal?: unknown;
  Action: string | string[];
  Resource?: string;
  Condition?: unknown;
}
export type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
interface Person {
  arn: string;
  keys: Keys;
}

/** A policy of these statements, which allow everything that they do not narrow down. */
export const document = (...statements: Statement[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({ Effect: 'Allow', Resource: '*', ...one })),
  });

/**
 * An endpoint that enforces IAM, started and stopped with the test file that calls this, and callers on it. The truths
 * of the tests are those of the IAM User Guide ("Policy evaluation logic", "How enforcement code logic evaluates
 * requests"), the KMS Developer Guide ("Key policies", "Allowing users in other accounts to use a KMS key") and the
 * S3 User Guide ("Blocking public access").
 */
export function policyLab() {
  const aws = new AwsHarness({ enforceIam: true });
  beforeAll(() => aws.start());
  afterAll(() => aws.stop());
  let made = 0;
  /** A name that nothing here has yet. */
  const numbered = (what: string): string => `${what}-${++made}`;
  return { aws, numbered, user: userMaker(aws, numbered), session: sessionMaker(aws, numbered) };
}

type Numbered = (what: string) => string;

function userMaker(aws: AwsHarness, numbered: Numbered) {
  return async (policy?: string, account?: string): Promise<Person> => {
    const iam = aws.client(IAMClient, account === undefined ? {} : foreign(account));
    const UserName = numbered('user');
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
  };
}

/** Makes a session of a new role, with the policies that are given. */
function sessionMaker(aws: AwsHarness, numbered: Numbered) {
  const user = userMaker(aws, numbered);
  return async ({ own, boundary, limit }: { own?: string; boundary?: string; limit?: string } = {}) => {
    const iam = aws.client(IAMClient);
    const RoleName = numbered('role');
    const someone = await user(document({ Action: 'sts:AssumeRole' }));
    const trust = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: someone.arn }, Action: 'sts:AssumeRole' }],
    };
    const policy =
      boundary === undefined
        ? undefined
        : (await iam.send(new CreatePolicyCommand({ PolicyName: RoleName, PolicyDocument: boundary })))
            .Policy;
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
  };
}

const foreign = (account: string): Keys => ({ accessKeyId: account, secretAccessKey: 'test' });

/** `allowed`, or why not. */
export async function outcome(call: Promise<unknown>): Promise<string> {
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
