import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { rotatableKey } from '../rotatable.js';

/** `DisableKeyRotation`. */
export const disableKeyRotation: Operation<KeyRing> = async (ring, input) => {
  const { rotation } = rotatableKey(ring, input);
  rotation.enabled = false;
  delete rotation.next;
  await ring.save();
  return {};
};
