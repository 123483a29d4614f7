import { mongoError } from '../error/index.js';

/** MongoDB refuses strings of 16 MB and more in a value. */
const MAX_STRING = 16 * 1024 * 1024;

/** True for a string that no value may hold. */
export function isTooLong(text: string): boolean {
  return text.length * 3 >= MAX_STRING && Buffer.byteLength(text) >= MAX_STRING;
}

/** Refuses a string that no value may hold (16493). */
export function checkSize(text: string): string {
  if (isTooLong(text)) throw mongoError(16493, 'Tried to create string longer than 16MB');
  return text;
}
