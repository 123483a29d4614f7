import { CreateKeyCommand, DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  BatchGetSecretValueCommand,
  CancelRotateSecretCommand,
  CreateSecretCommand,
  DeleteResourcePolicyCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetRandomPasswordCommand,
  GetResourcePolicyCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutResourcePolicyCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  RotateSecretCommand,
  SecretsManagerClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RotationFunctions } from '../../../emulator/aws/index.js';
import { ACCOUNT, AwsHarness, REGION } from '../../helpers/aws.js';

const SOON = { timeout: 20_000 };

const DAY = 86_400_000;
const FUNCTION = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:rotate`;
const steps: string[] = [];
let failing: string | undefined;
/** A rotation function as AWS's own templates have it, working through the real SDK. */
const functions: RotationFunctions = {
  permits: (functionArn) => functionArn === FUNCTION,
  async invoke(_functionArn, { Step, SecretId, ClientRequestToken }) {
    steps.push(Step);
    if (Step === failing) return { functionError: 'Unhandled' };
    const client = aws.client(SecretsManagerClient);
    if (Step === 'createSecret')
      await client.send(
        new PutSecretValueCommand({
          SecretId,
          ClientRequestToken,
          SecretString: `made-${steps.length}`,
          VersionStages: ['AWSPENDING'],
        }),
      );
    if (Step === 'finishSecret') {
      const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId }));
      const [present] =
        Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes('AWSCURRENT')) ?? [];
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId,
          VersionStage: 'AWSCURRENT',
          MoveToVersionId: ClientRequestToken,
          RemoveFromVersionId: present,
        }),
      );
    }
    return {};
  },
};
const aws = new AwsHarness({ rotationFunctions: functions });
let client: SecretsManagerClient;

beforeAll(async () => {
  await aws.start();
  client = aws.client(SecretsManagerClient);
});
afterAll(() => aws.stop());

const current = async (SecretId: string, VersionStage?: string) =>
  (await client.send(new GetSecretValueCommand({ SecretId, VersionStage }))).SecretString;

describe('secrets', () => {
  it('are made once per token, and updated', async () => {
    const create = {
      Name: 'once',
      SecretString: 'a',
      ClientRequestToken: 'x'.repeat(32),
      Tags: [{ Key: 'k', Value: 'v' }],
    };
    const made = await client.send(new CreateSecretCommand(create));
    expect(await client.send(new CreateSecretCommand(create))).toMatchObject({
      ARN: made.ARN,
      VersionId: made.VersionId,
    });
    await expect(
      client.send(new CreateSecretCommand({ ...create, ClientRequestToken: 'y'.repeat(32) })),
    ).rejects.toMatchObject({
      name: 'ResourceExistsException',
      message: 'The operation failed because the secret once already exists.',
    });
    await client.send(new UpdateSecretCommand({ SecretId: 'once', Description: 'd', SecretString: 'b' }));
    expect([await current('once'), await current('once', 'AWSPREVIOUS')]).toEqual(['b', 'a']);
    await client.send(new TagResourceCommand({ SecretId: 'once', Tags: [{ Key: 'l', Value: 'w' }] }));
    await client.send(new UntagResourceCommand({ SecretId: 'once', TagKeys: ['k'] }));
    expect(await client.send(new DescribeSecretCommand({ SecretId: 'once' }))).toMatchObject({
      Description: 'd',
      Tags: [{ Key: 'l', Value: 'w' }],
    });
    await client.send(new UpdateSecretCommand({ SecretId: 'once', SecretString: 'c' }));
    const versions = async (IncludeDeprecated: boolean) =>
      (await client.send(new ListSecretVersionIdsCommand({ SecretId: 'once', IncludeDeprecated }))).Versions
        ?.length;
    expect([await versions(false), await versions(true)]).toEqual([2, 3]);
  });

  it('are found by filters, and read in batches', async () => {
    for (const Name of ['find/a', 'find/b'])
      await client.send(new CreateSecretCommand({ Name, SecretString: Name }));
    const Filters = [{ Key: 'name' as const, Values: ['find/'] }];
    const { SecretList } = await client.send(new ListSecretsCommand({ Filters, SortOrder: 'desc' }));
    expect(SecretList?.map(({ Name }) => Name)).toEqual(['find/b', 'find/a']);
    const byId = await client.send(new BatchGetSecretValueCommand({ SecretIdList: ['find/a', 'none'] }));
    expect(byId.SecretValues?.map(({ SecretString }) => SecretString)).toEqual(['find/a']);
    expect(byId.Errors).toMatchObject([{ SecretId: 'none', ErrorCode: 'ResourceNotFoundException' }]);
    expect((await client.send(new BatchGetSecretValueCommand({ Filters }))).SecretValues).toHaveLength(2);
  });

  it('wait for their deletion, and can be taken back', async () => {
    const SecretId = 'going';
    await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'x' }));
    await client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 }));
    await expect(current(SecretId)).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: "You can't perform this operation on the secret because it was marked for deletion.",
    });
    await expect(client.send(new CreateSecretCommand({ Name: SecretId }))).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
    await client.send(new RestoreSecretCommand({ SecretId }));
    expect(await current(SecretId)).toBe('x');
    await client.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
    await expect(current(SecretId)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(
      client.send(new DeleteSecretCommand({ SecretId: 'once', RecoveryWindowInDays: 3 })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('cannot be read while their key is disabled', async () => {
    const kms = aws.client(KMSClient);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await client.send(
      new CreateSecretCommand({ Name: 'sealed', SecretString: 'x', KmsKeyId: KeyMetadata?.KeyId }),
    );
    await kms.send(new DisableKeyCommand({ KeyId: KeyMetadata?.KeyId }));
    await expect(current('sealed')).rejects.toMatchObject({ name: 'DecryptionFailure' });
    await expect(
      client.send(new CreateSecretCommand({ Name: 'never', KmsKeyId: 'alias/none' })),
    ).rejects.toMatchObject({ name: 'EncryptionFailure' });
  });

  it('keep a resource policy', async () => {
    const ResourcePolicy = '{"Version":"2012-10-17","Statement":[]}';
    await client.send(new PutResourcePolicyCommand({ SecretId: 'once', ResourcePolicy }));
    expect((await client.send(new GetResourcePolicyCommand({ SecretId: 'once' }))).ResourcePolicy).toBe(
      ResourcePolicy,
    );
    await client.send(new DeleteResourcePolicyCommand({ SecretId: 'once' }));
    expect(
      (await client.send(new GetResourcePolicyCommand({ SecretId: 'once' }))).ResourcePolicy,
    ).toBeUndefined();
  });

  it('passwords are as they are asked for', async () => {
    const make = async (input: object) =>
      (await client.send(new GetRandomPasswordCommand(input))).RandomPassword ?? '';
    expect(await make({})).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w]|.*_).{32}$/);
    expect(
      await make({
        PasswordLength: 50,
        ExcludePunctuation: true,
        ExcludeUppercase: true,
        ExcludeCharacters: 'abc123',
      }),
    ).toMatch(/^[d-z0456789]{50}$/);
    await expect(make({ PasswordLength: 3 })).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('staging labels', () => {
  it("move by the service's rules", async () => {
    const SecretId = 'labels';
    const first = await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: '1' }));
    const second = await client.send(
      new PutSecretValueCommand({ SecretId, SecretString: '2', VersionStages: ['AWSPENDING'] }),
    );
    const move = (input: object) =>
      client.send(new UpdateSecretVersionStageCommand({ SecretId, VersionStage: 'AWSCURRENT', ...input }));
    await expect(move({ MoveToVersionId: second.VersionId })).rejects.toMatchObject({
      message: `The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached to version ${first.VersionId}, so you must explicitly reference that version in RemoveFromVersionId.`,
    });
    await expect(move({ RemoveFromVersionId: first.VersionId })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await move({ MoveToVersionId: second.VersionId, RemoveFromVersionId: first.VersionId });
    expect([await current(SecretId), await current(SecretId, 'AWSPREVIOUS')]).toEqual(['2', '1']);
    await client.send(
      new UpdateSecretVersionStageCommand({
        SecretId,
        VersionStage: 'AWSPENDING',
        RemoveFromVersionId: second.VersionId,
      }),
    );
    await expect(current(SecretId, 'AWSPENDING')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('rotation', () => {
  const SecretId = 'rotated';
  const rotation = { SecretId, RotationLambdaARN: FUNCTION, RotationRules: { AutomaticallyAfterDays: 30 } };

  it('goes through the four steps, at once and on the clock', async () => {
    await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'first' }));
    await expect(client.send(new RotateSecretCommand({ SecretId }))).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: 'No Lambda rotation function ARN is associated with this secret.',
    });
    await expect(
      client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN: `${FUNCTION}-other` })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
    const { VersionId } = await client.send(new RotateSecretCommand(rotation));
    await vi.waitFor(async () => expect(await current(SecretId)).toBe('made-1'), SOON);
    expect(steps).toEqual(['createSecret', 'setSecret', 'testSecret', 'finishSecret']);
    await vi.waitFor(async () => {
      const told = await client.send(new DescribeSecretCommand({ SecretId }));
      expect(told).toMatchObject({
        RotationEnabled: true,
        RotationLambdaARN: FUNCTION,
        VersionIdsToStages: { [VersionId as string]: ['AWSCURRENT'] },
      });
      expect(told.LastRotatedDate).toBeDefined();
    }, SOON);
    aws.clock.advance(31 * DAY);
    client = aws.client(SecretsManagerClient);
    await vi.waitFor(async () => expect(await current(SecretId)).toBe('made-5'), SOON);
    aws.clock.reset();
    client = aws.client(SecretsManagerClient);
  });

  it('stops at a step that fails, says that it hangs, and can be taken off', async () => {
    await vi.waitFor(async () => {
      const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId }));
      expect(Object.values(VersionIdsToStages ?? {}).flat()).not.toContain('AWSPENDING');
    }, SOON);
    failing = 'testSecret';
    const before = await current(SecretId);
    const { VersionId } = await client.send(new RotateSecretCommand(rotation));
    await vi.waitFor(() => expect(steps.at(-1)).toBe('testSecret'), SOON);
    expect(await current(SecretId)).toBe(before);
    expect(await current(SecretId, 'AWSPENDING')).toMatch(/^made-/);
    await expect(client.send(new RotateSecretCommand(rotation))).rejects.toMatchObject({
      message: "A previous rotation isn't complete. That rotation will be reattempted.",
    });
    failing = undefined;
    expect((await client.send(new CancelRotateSecretCommand({ SecretId }))).VersionId).toBe(VersionId);
    await client.send(
      new UpdateSecretVersionStageCommand({
        SecretId,
        VersionStage: 'AWSPENDING',
        RemoveFromVersionId: VersionId,
      }),
    );
    await expect(
      client.send(
        new RotateSecretCommand({ ...rotation, RotationRules: { ScheduleExpression: 'cron(0 8 * * ? *)' } }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    const began = steps.length;
    await client.send(new RotateSecretCommand({ ...rotation, RotateImmediately: false }));
    await vi.waitFor(() => expect(steps.slice(began)).toEqual(['testSecret']), SOON);
  });
});
