import { detach } from '../../journal/detach.js';
import { findProject } from '../../project/find-project.js';
import type { RotationSession } from '../../rotation/session.js';
import type { RotateFlags } from './flags.js';
import type { Screen } from './screen.js';

/** Lets a rotation go on in a process of its own. */
export async function detachRotation(
  screen: Screen,
  { rotations }: RotationSession,
  id: string,
  flags: RotateFlags,
): Promise<void> {
  const extra = (['accept-changes', 'without-adoption'] as const).filter((name) => flags[name]);
  const words = ['rotate-keys', '--resume', id, '--project', findProject(flags.project)];
  const { pid, log } = detach(rotations.folder, id, [...words, ...extra.map((name) => `--${name}`)]);
  screen.show(
    { event: 'detached', rotation: id, pid, log },
    `It goes on in process ${pid}, which writes ${log}. See \`arcube rotate-keys --status ${id}\`.`,
  );
}
