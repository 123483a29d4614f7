import { parseDuration } from '../../../core/duration.js';
import { userError } from '../../../core/errors.js';
import type { KindName } from '../../rotation/phases.js';
import { RotationSession } from '../../rotation/session.js';
import { planText } from '../rotation-text.js';
import { detachRotation } from './detach-rotation.js';
import { type RotateFlags, runWishes, wishesOf } from './flags.js';
import { confirmAccount, progressOn, requireAccount, type Screen } from './screen.js';

/** Shows the plan of a rotation, and, unless that is all that was asked for, carries it out once it is confirmed. */
export async function rotate(screen: Screen, flags: RotateFlags, kinds: KindName[]): Promise<void> {
  if (!flags.plan) requireAccount(flags);
  const session = await RotationSession.open(wishesOf(flags, screen.command));
  try {
    const olderThan = flags.schedule === undefined ? 0 : parseDuration(flags.schedule);
    const { id, plan, young } = await session.plan(kinds, screen.command, olderThan);
    if (plan.subjects.length === 0 && young.length > 0)
      return screen.show(
        { event: 'nothing-due', young },
        `Nothing is due: ${young.length} keys are younger than ${flags.schedule}.`,
      );
    if (plan.subjects.length === 0)
      throw userError('ROTATION_NOTHING', {
        why: `${kinds.join(', ')} in ${plan.regions.join(', ')}: none found.`,
      });
    screen.show({ event: 'plan', ...plan }, planText(plan));
    if (flags.plan) return;
    await confirmAccount(screen, flags, session);
    const open = await session.begin(id, plan, parseDuration(flags['adoption-timeout']), runWishes(flags));
    screen.show({ event: 'begun', rotation: id }, `Rotation ${id} has begun.`);
    if (flags.detach) {
      open.close();
      return await detachRotation(screen, session, id, flags);
    }
    const state = await session.run(
      open,
      progressOn(screen, () => session.target.clock.now()),
    );
    screen.show({ event: 'end', rotation: id, outcome: state.outcome }, state.describe());
  } finally {
    session.close();
  }
}
