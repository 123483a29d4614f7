import { randomBytes } from 'node:crypto';
import { BUNDLE_KEPT } from '../shared/decisions.js';

/** A key that seals bundles, with what its rotation has to know. Times are epoch seconds. */
export interface BundleKey {
  kty: 'oct';
  kid: string;
  alg: string;
  use: string;
  /** 32 bytes, base64url. */
  k: string;
  /** `published`: every function knows it, none seals with it yet. `retiring`: what it sealed is still opened. */
  state?: 'published' | 'retiring';
  since?: number;
}

export interface BundleKeys {
  keys: BundleKey[];
}

/** Functions use a secret's value for so many seconds before they ask again. */
const CACHE_LIFE = Number(process.env.SECRET_CACHE_SECONDS ?? 30);

/** Nothing that was sealed longer ago is in the database: bundles are removed by then. */
const KEPT = 2 * BUNDLE_KEPT;

/**
 * The keys after a rotation. A key is published by one rotation and seals from the next on, so that every function knows it
 * before the first bundle is sealed with it: nothing has to be waited for in between. The first rotation of a set only
 * publishes. Throws when the published key is not known everywhere yet.
 */
export function rotated({ keys }: BundleKeys, now: number): BundleKeys {
  const [sealing, ...others] = keys;
  if (!sealing) throw new Error('There is no key that seals.');
  const published = others.find(({ state }) => state === 'published');
  const left = others.filter((key) => key !== published && !isOver(key, now));
  const fresh = newKey(now);
  if (!published) return { keys: [sealing, fresh, ...left] };
  if (now < (published.since ?? 0) + 2 * CACHE_LIFE)
    throw new Error(
      'The next key was published a moment ago: not every function knows it yet. Rotate again later.',
    );
  const { state: _, ...next } = published;
  return { keys: [{ ...next, since: now }, fresh, { ...sealing, state: 'retiring', since: now }, ...left] };
}

/** True for a key that sealed nothing which could still be opened. */
export function isOver({ state, since }: BundleKey, now: number): boolean {
  return state === 'retiring' && since !== undefined && since + KEPT < now;
}

function newKey(now: number): BundleKey {
  const kid = randomBytes(8).toString('hex');
  const k = randomBytes(32).toString('base64url');
  return { kty: 'oct', kid, alg: 'HS256', use: 'sig', k, state: 'published', since: now };
}
