import { userError } from '../../core/errors.js';
import type { RotationSession } from './session.js';

export async function revokeNow(
  _session: RotationSession,
  key: string,
  _command: string,
  _say: (text: string) => void,
): Promise<{ text: string }> {
  throw userError('ROTATION_KEY_UNKNOWN', { key });
}
