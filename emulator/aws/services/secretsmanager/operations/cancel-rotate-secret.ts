import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { pendingVersion } from '../rotations.js';
import type { Vault } from '../vault.js';

/** `CancelRotateSecret`: no rotation by schedule any more; what was pending keeps its label. */
export const cancelRotateSecret: Operation<Vault> = async (vault, input) => {
  const secret = vault.alive(input);
  const { rotation } = secret;
  if (!rotation)
    throw new AwsError(
      'InvalidRequestException',
      "You can't cancel the rotation of a secret that has none configured.",
    );
  rotation.enabled = false;
  delete rotation.next;
  vault.world.rotations.schedule(vault, secret);
  const pending = pendingVersion(secret);
  await vault.save();
  return { ARN: secret.arn, Name: secret.name, ...(pending !== undefined && { VersionId: pending }) };
};
