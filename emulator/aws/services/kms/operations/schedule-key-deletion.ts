import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';
import { DAY } from '../rotation.js';

/** `ScheduleKeyDeletion`: 7 to 30 days on the emulator's clock; what it encrypted is lost then. */
export const scheduleKeyDeletion: Operation<KeyRing> = async (ring, input) => {
  const key = ring.findById(keyIdOf(input));
  const days = input.optionalInteger('PendingWindowInDays', { min: 7, max: 30 }) ?? 30;
  if (key.deletionDate !== undefined)
    throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  if (key.manager === 'AWS')
    throw new AwsError(
      'AccessDeniedException',
      `The operation is not allowed on the AWS managed key ${key.arn}.`,
    );
  Object.assign(key, { deletionDate: ring.now + days * DAY, pendingWindow: days, enabled: false });
  await ring.save();
  return {
    KeyId: key.arn,
    DeletionDate: new Date(key.deletionDate as unknown as number),
    KeyState: 'PendingDeletion',
    PendingWindowInDays: days,
  };
};
