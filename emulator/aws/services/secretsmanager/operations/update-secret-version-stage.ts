import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { StoredSecret } from '../stored-secret.js';
import type { Vault } from '../vault.js';
import { dropLabel, labelled, moveLabel } from '../versions.js';

/** `UpdateSecretVersionStage`: moves a label, or takes it off; `AWSCURRENT` can only be moved. */
export const updateSecretVersionStage: Operation<Vault> = async (vault, input) => {
  const secret = vault.alive(input);
  const stage = input.text('VersionStage', { min: 1, max: 256 });
  const from = input.optionalText('RemoveFromVersionId', { min: 32, max: 64 });
  const to = input.optionalText('MoveToVersionId', { min: 32, max: 64 });
  for (const id of [from, to]) if (id !== undefined) requireVersion(secret, id);
  checkSource(secret, stage, from, to);
  if (to === undefined) dropLabel(secret, stage);
  else moveLabel(secret, stage, to);
  secret.lastChangedDate = vault.now;
  await vault.save();
  return { ARN: secret.arn, Name: secret.name };
};

function requireVersion(secret: StoredSecret, id: string): void {
  if (secret.versions[id]) return;
  throw new AwsError(
    'ResourceNotFoundException',
    `Secrets Manager can't find the specified secret value for VersionId: ${id}`,
  );
}

function checkSource(
  secret: StoredSecret,
  stage: string,
  from: string | undefined,
  to: string | undefined,
): void {
  const holder = labelled(secret, stage)?.[0];
  if (from === undefined && to === undefined)
    throw new AwsError(
      'InvalidParameterException',
      'You must specify a RemoveFromVersionId, a MoveToVersionId, or both.',
    );
  if (stage === 'AWSCURRENT' && to === undefined)
    throw new AwsError(
      'InvalidParameterException',
      "You can only move staging label AWSCURRENT to a different secret version. It can't be completely removed.",
    );
  if (from === undefined && holder !== undefined && holder !== to)
    throw new AwsError(
      'InvalidParameterException',
      `The parameter RemoveFromVersionId can't be empty. Staging label ${stage} is currently attached to version ${holder}, so you must explicitly reference that version in RemoveFromVersionId.`,
    );
  if (from !== undefined && from !== holder)
    throw new AwsError(
      'InvalidParameterException',
      `The staging label ${stage} isn't attached to version ${from}.`,
    );
}
