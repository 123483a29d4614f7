import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { rotatableKey } from '../rotatable.js';
import { DAY } from '../rotation.js';

/** `EnableKeyRotation`: on the emulator's clock, each `RotationPeriodInDays` (365). */
export const enableKeyRotation: Operation<KeyRing> = async (ring, input) => {
  const key = rotatableKey(ring, input);
  const periodDays = input.optionalInteger('RotationPeriodInDays', { min: 90, max: 2560 }) ?? 365;
  Object.assign(key.rotation, { enabled: true, periodDays, next: ring.now + periodDays * DAY });
  await ring.save();
  return {};
};
