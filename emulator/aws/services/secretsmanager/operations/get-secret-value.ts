import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import type { StoredSecret } from '../stored-secret.js';
import type { Vault } from '../vault.js';
import { labelled } from '../versions.js';

const DAY = 86_400_000;

/** `GetSecretValue`: by version id, by staging label, or the current one. */
export const getSecretValue: Operation<Vault> = async (vault, input) => {
  const name = input.text('SecretId', { min: 1, max: 2048 });
  if (!vault.find(name)) await vault.provide(name);
  const secret = vault.alive(input);
  return tellValue(vault, secret, pickVersion(secret, input));
};

/** A version's value with what identifies it; it counts as a read. */
export function tellValue(vault: Vault, secret: StoredSecret, { id, told }: Picked): Dict {
  const version = secret.versions[id];
  const value = vault.open(secret, id);
  if (!version || !value) throw notFound(told);
  // the service keeps the day of the last read, not the moment; it is written with the next change
  secret.lastAccessedDate = version.lastAccessedDate = Math.floor(vault.now / DAY) * DAY;
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: id,
    ...('text' in value ? { SecretString: value.text } : { SecretBinary: value.bytes }),
    VersionStages: version.stages,
    CreatedDate: new Date(version.createdDate),
  };
}

interface Picked {
  id: string;
  /** What it was asked for by, for the error. */
  told: string;
}

/** The current version of a secret. */
export function currentVersion(secret: StoredSecret): Picked {
  return byLabel(secret, 'AWSCURRENT');
}

function pickVersion(secret: StoredSecret, input: Input): Picked {
  const versionId = input.optionalText('VersionId', { min: 32, max: 64 });
  const stage = input.optionalText('VersionStage', { min: 1, max: 256 });
  if (versionId === undefined) return byLabel(secret, stage ?? 'AWSCURRENT');
  const version = secret.versions[versionId];
  if (!version) throw notFound(`VersionId: ${versionId}`);
  if (stage !== undefined && !version.stages.includes(stage))
    throw new AwsError(
      'InvalidRequestException',
      'You provided a VersionStage that is not associated to the provided VersionId.',
    );
  return { id: versionId, told: `VersionId: ${versionId}` };
}

function byLabel(secret: StoredSecret, stage: string): Picked {
  const told = `staging label: ${stage}`;
  const found = labelled(secret, stage);
  if (!found) throw notFound(told);
  return { id: found[0], told };
}

function notFound(what: string): AwsError {
  return new AwsError(
    'ResourceNotFoundException',
    `Secrets Manager can't find the specified secret value for ${what}`,
  );
}
