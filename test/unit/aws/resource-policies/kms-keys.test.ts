import {
  CreateKeyCommand,
  DescribeKeyCommand,
  EncryptCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ReEncryptCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import {
  document,
  type Keys,
  OTHER,
  outcome,
  policyLab,
  ROOT,
  type Statement,
} from '../../../helpers/policy-lab.js';

const { aws, session, user } = policyLab();

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
