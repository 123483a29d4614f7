import { rotationStatus } from '../../rotation/rotation-status.js';
import { statusText } from '../rotation-text.js';
import { type RotateFlags, wishesOf } from './flags.js';
import type { Screen } from './screen.js';

/** Shows how far rotations are, and who uses which key. */
export async function showStatus(screen: Screen, flags: RotateFlags, id: string | undefined): Promise<void> {
  const { projectDir, endpoint, command } = wishesOf(flags, screen.command);
  const found = await rotationStatus({ projectDir, endpoint, command }, id);
  const texts = found.map(({ state, adoption, uses }) => statusText(state, adoption, uses));
  const text = texts.join('\n\n') || 'No rotation is under way.';
  screen.show({ rotations: found.map(({ data }) => data) }, text);
}
