import { RotationSession } from '../../rotation/session.js';
import { detachRotation } from './detach-rotation.js';
import { type RotateFlags, runWishes, wishesOf } from './flags.js';
import { progressOn, type Screen } from './screen.js';

/** Goes on with a rotation that was begun, or back. */
export async function again(
  screen: Screen,
  flags: RotateFlags,
  how: 'resume' | 'abort' | 'rollback',
): Promise<void> {
  const id = flags[how] as string;
  const { projectDir, endpoint, command, choices } = wishesOf(flags, screen.command);
  const session = await RotationSession.reopen(id, { projectDir, endpoint, command, choices });
  try {
    if (flags.detach && how === 'resume') return await detachRotation(screen, session, id, flags);
    const wishes = runWishes(flags);
    const show = progressOn(screen, () => session.target.clock.now());
    const state =
      how === 'resume' ? await session.resume(id, wishes, show) : await session.goBack(id, how, wishes, show);
    screen.show({ event: 'end', rotation: id, outcome: state.outcome }, state.describe());
  } finally {
    session.close();
  }
}
