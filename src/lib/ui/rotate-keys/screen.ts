import { userError } from '../../../core/errors.js';
import type { ShowPhase } from '../../rotation/drive.js';
import type { RotationSession } from '../../rotation/session.js';
import { jsonProgress, listProgress } from '../rotation-progress.js';
import { typeAccount } from '../type-account.js';
import type { RotateFlags } from './flags.js';

/** Where `rotate-keys` says what it does: the command, which knows of `--json`. */
export interface Screen {
  json: boolean;
  show(data: object, text: string): void;
  remark(text: string): void;
  /** The command line again. */
  command: string;
}

/** Shows the phases of a rotation, with the time left of waits by this clock. */
export function progressOn(screen: Screen, now: () => number): ShowPhase {
  return screen.json ? jsonProgress((event) => screen.show(event, '')) : listProgress(now);
}

/** A script names the account it means: nothing is asked of AWS before. Throws ROTATION_TARGET_MISSING. */
export function requireAccount({ yes, account }: RotateFlags): void {
  if (yes && account === undefined) throw userError('ROTATION_TARGET_MISSING', { missing: ['--account'] });
}

/** Lets a person type the account; a script has named it. Throws ROTATION_NOT_CONFIRMED. */
export async function confirmAccount(
  screen: Screen,
  flags: RotateFlags,
  { target: { account } }: RotationSession,
): Promise<void> {
  if (!(await typeAccount(account, flags.yes, screen.json)))
    throw userError('ROTATION_NOT_CONFIRMED', { account });
}
