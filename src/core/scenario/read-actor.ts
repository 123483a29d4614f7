import { parseDuration } from '../duration.js';
import type { Actor, Pause } from './model.js';
import type { WrittenActor } from './written.js';

/** `anonymous`, a tenant's id, or what is said more exactly. */
export function readActor(written: WrittenActor): Actor {
  if (typeof written !== 'string') return { ...written };
  return written === 'anonymous' ? { anonymous: true } : { tenant: written };
}

/** `2s` or `1s..3s`. */
export function readPause(text: string): Pause {
  const [least = '', most = least] = text.split('..');
  return { least: parseDuration(least), most: parseDuration(most) };
}
