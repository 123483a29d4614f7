import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { Vault } from '../vault.js';

const DAY = 86_400_000;

/** `DeleteSecret`: after a recovery window on the emulator's clock, or at once. */
export const deleteSecret: Operation<Vault> = async (vault, input) => {
  const force = input.flag('ForceDeleteWithoutRecovery');
  const days = input.optionalInteger('RecoveryWindowInDays');
  if (force && days !== undefined)
    throw new AwsError(
      'InvalidParameterException',
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    );
  if (days !== undefined && (days < 7 || days > 30))
    throw new AwsError(
      'InvalidParameterException',
      'RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
    );
  const secret = vault.alive(input);
  const deletionDate = vault.now + (force ? 0 : (days ?? 30) * DAY);
  if (force) vault.drop(secret);
  else Object.assign(secret, { deletedDate: vault.now, goneDate: deletionDate });
  await vault.save();
  return { ARN: secret.arn, Name: secret.name, DeletionDate: new Date(deletionDate) };
};
