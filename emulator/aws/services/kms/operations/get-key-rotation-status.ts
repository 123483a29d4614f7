import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';

/** `GetKeyRotationStatus`. */
export const getKeyRotationStatus: Operation<KeyRing> = (ring, input) => {
  const key = ring.findById(keyIdOf(input));
  if (key.spec !== 'SYMMETRIC_DEFAULT') throw new AwsError('UnsupportedOperationException', '');
  const { enabled, periodDays, next } = key.rotation;
  return {
    KeyRotationEnabled: enabled,
    KeyId: key.arn,
    ...(enabled && { RotationPeriodInDays: periodDays }),
    ...(enabled && next !== undefined && { NextRotationDate: new Date(next) }),
  };
};
