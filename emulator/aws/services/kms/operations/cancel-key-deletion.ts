import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';

/** `CancelKeyDeletion`: the key is then disabled. */
export const cancelKeyDeletion: Operation<KeyRing> = async (ring, input) => {
  const key = ring.findById(keyIdOf(input));
  if (key.deletionDate === undefined)
    throw new AwsError('KMSInvalidStateException', `${key.arn} is not pending deletion.`);
  delete key.deletionDate;
  delete key.pendingWindow;
  await ring.save();
  return { KeyId: key.arn };
};
