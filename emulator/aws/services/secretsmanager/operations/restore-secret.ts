import type { Operation } from '../../../protocol/operation.js';
import type { Vault } from '../vault.js';

/** `RestoreSecret`: within the recovery window. */
export const restoreSecret: Operation<Vault> = async (vault, input) => {
  const secret = vault.named(input);
  delete secret.deletedDate;
  delete secret.goneDate;
  await vault.save();
  return { ARN: secret.arn, Name: secret.name };
};
