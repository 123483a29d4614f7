import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import { type KeyRing, requireUsable } from './key-ring.js';
import type { StoredKey } from './keys.js';
import { keyIdOf } from './members.js';

/** A key whose material can be rotated: symmetric, enabled, the account's own. */
export function rotatableKey(ring: KeyRing, input: Input): StoredKey {
  const key = ring.findById(keyIdOf(input));
  if (key.spec !== 'SYMMETRIC_DEFAULT') throw new AwsError('UnsupportedOperationException', '');
  if (key.manager === 'AWS')
    throw new AwsError(
      'AccessDeniedException',
      `The operation is not allowed on the AWS managed key ${key.arn}.`,
    );
  requireUsable(key);
  return key;
}
