import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';

/** `EnableKey` and `DisableKey`. */
export function switchKey(enabled: boolean): Operation<KeyRing> {
  return async (ring, input) => {
    const key = ring.findById(keyIdOf(input));
    if (key.deletionDate !== undefined)
      throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
    key.enabled = enabled;
    await ring.save();
    return {};
  };
}
