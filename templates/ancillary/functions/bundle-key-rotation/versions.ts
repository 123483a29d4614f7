import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import type { BundleKeys } from './rotated.js';

const client = new SecretsManagerClient({});

/** Whether a version is still to be made current. Throws for one that no rotation announced. */
export async function requirePending(SecretId: string, token: string): Promise<'pending' | 'done'> {
  const stages = (await stagesOf(SecretId))[token];
  if (stages?.includes('AWSCURRENT')) return 'done';
  if (stages?.includes('AWSPENDING')) return 'pending';
  throw new Error(`The version ${token} is not pending for a rotation of ${SecretId}.`);
}

/** The keys of a version; undefined when it has no value. */
export async function readKeys(
  SecretId: string,
  { id, stage }: { id?: string; stage?: string },
): Promise<BundleKeys | undefined> {
  try {
    const { SecretString } = await client.send(
      new GetSecretValueCommand({ SecretId, VersionId: id, VersionStage: stage ?? 'AWSPENDING' }),
    );
    return SecretString === undefined ? undefined : (JSON.parse(SecretString) as BundleKeys);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

export async function writePending(SecretId: string, token: string, keys: BundleKeys): Promise<void> {
  await client.send(
    new PutSecretValueCommand({
      SecretId,
      ClientRequestToken: token,
      SecretString: JSON.stringify(keys),
      VersionStages: ['AWSPENDING'],
    }),
  );
}

export async function makeCurrent(SecretId: string, token: string): Promise<void> {
  const stages = await stagesOf(SecretId);
  const current = Object.keys(stages).find((version) => stages[version]?.includes('AWSCURRENT'));
  await client.send(
    new UpdateSecretVersionStageCommand({
      SecretId,
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: token,
      RemoveFromVersionId: current,
    }),
  );
}

async function stagesOf(SecretId: string): Promise<Record<string, string[]>> {
  const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId }));
  return VersionIdsToStages ?? {};
}
