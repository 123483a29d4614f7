import { userError } from '../../../core/errors.js';
import { revokeNow } from '../../rotation/revoke-now.js';
import { RotationSession } from '../../rotation/session.js';
import { type RotateFlags, wishesOf } from './flags.js';
import { confirmAccount, requireAccount, type Screen } from './screen.js';

/** Revokes a key at once, once it is confirmed. */
export async function breakGlass(screen: Screen, flags: RotateFlags, key: string): Promise<void> {
  if (!flags.now)
    throw userError('BAD_COMMAND_LINE', {
      what: '--revoke breaks whoever still uses the key: say --now too.',
    });
  requireAccount(flags);
  const session = await RotationSession.open(wishesOf(flags, screen.command));
  try {
    await confirmAccount(screen, flags, session);
    const done = await revokeNow(session, key, screen.command, (text) => screen.remark(text));
    screen.show({ event: 'revoked', key, ...done }, done.text);
  } finally {
    session.close();
  }
}
