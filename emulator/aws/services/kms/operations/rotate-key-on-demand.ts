import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { rotatableKey } from '../rotatable.js';
import { addMaterial } from '../rotation.js';

/** How often a key may be rotated on demand in its life (KMS developer guide, "Perform on-demand key rotation"). */
const MOST = 25;

/** `RotateKeyOnDemand`: new material at once; the schedule stays as it was. */
export const rotateKeyOnDemand: Operation<KeyRing> = async (ring, input) => {
  const key = rotatableKey(ring, input);
  const onDemand = key.rotation.done.filter(({ type }) => type === 'ON_DEMAND');
  if (onDemand.length >= MOST)
    throw new AwsError(
      'LimitExceededException',
      `The on-demand rotation limit of ${MOST} for ${key.arn} is reached.`,
    );
  addMaterial(key, ring.now, 'ON_DEMAND', ring.ids);
  await ring.save();
  return { KeyId: key.arn };
};
