import { type BundleKeys, isOver } from './rotated.js';

const KEY_BYTES = 32;

/**
 * Throws for keys that must not come into force: a broken or doubled one, a sealing key that the functions do not know
 * yet, or one missing whose bundles are still about.
 */
export function checkKeys({ keys: pending }: BundleKeys, { keys: current }: BundleKeys, now: number): void {
  const ids = new Set(pending.map(({ kid }) => kid));
  if (ids.size < pending.length) throw new Error('Two keys have the same id.');
  const broken = pending.find(({ k }) => Buffer.from(k, 'base64url').length !== KEY_BYTES);
  if (broken) throw new Error(`The key ${broken.kid} has not ${KEY_BYTES} bytes.`);
  const [sealing] = pending;
  if (!sealing || sealing.state !== undefined) throw new Error('No key of the new version seals.');
  if (!current.some(({ kid }) => kid === sealing.kid))
    throw new Error(`The key ${sealing.kid} would seal before anybody knows it.`);
  const missing = current.find((key) => !ids.has(key.kid) && !isOver(key, now));
  if (missing) throw new Error(`The key ${missing.kid} is missing, and its bundles are still about.`);
}
