import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutResourcePolicyCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
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

const { aws, numbered, user } = policyLab();

describe('the policy of a secret', () => {
  const secret = (...statements: Statement[]) => secretUnder(undefined, ...statements);
  async function secretUnder(KmsKeyId: string | undefined, ...statements: Statement[]): Promise<string> {
    const secrets = aws.client(SecretsManagerClient);
    const { ARN } = await secrets.send(
      new CreateSecretCommand({ Name: numbered('secret'), SecretString: 's', KmsKeyId }),
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
