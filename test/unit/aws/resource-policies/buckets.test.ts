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
import { describe, expect, it } from 'vitest';
import { REGION } from '../../../helpers/aws.js';
import {
  document,
  type Keys,
  OTHER,
  outcome,
  policyLab,
  type Statement,
} from '../../../helpers/policy-lab.js';

const { aws, numbered, user } = policyLab();

describe('the policy of a bucket', () => {
  const s3 = () => aws.client(S3Client);
  const READ = { Action: 's3:GetObject' };

  async function bucket(...statements: Statement[]): Promise<string> {
    const Bucket = numbered('bucket');
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
