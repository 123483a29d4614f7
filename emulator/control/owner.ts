import { timingSafeEqual } from 'node:crypto';
import { ControlError } from './control-error.js';
import type { ControlView } from './view.js';

/**
 * Lets the emulator's owner pass alone. Other users of this machine reach loopback too; the token lies in a file that only the owner
 * reads. Throws NO_TOKEN.
 */
export function requireToken(view: ControlView, authorization = ''): void {
  const given = Buffer.from(authorization);
  const wanted = Buffer.from(`Bearer ${view.controlToken}`);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw new ControlError(
    401,
    'NO_TOKEN',
    'Send the controlToken of .arcube/run/emulator.json as a bearer token.',
  );
}
