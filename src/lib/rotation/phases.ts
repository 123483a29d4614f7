import type { KeyState } from './key-states.js';

/** Kinds of keys that can be rotated. */
export const KINDS = ['signing', 'client', 'edge', 'api-key', 'database', 'env'] as const;
export type KindName = (typeof KINDS)[number];

/** What a rotation does, in this order, each for every subject and region before the next begins. */
export const FORWARD = [
  'create',
  'publish',
  'probe',
  'promote',
  'adopt',
  'revoke',
  'prove',
  'clean',
] as const;

/** The way back: of what was promoted, and of what was only published. */
export const BACKWARD = ['demote', 'unpublish'] as const;

export type Phase = (typeof FORWARD)[number] | (typeof BACKWARD)[number];

/** States of the new and the old key once a phase is done; a phase that is not here changes none. */
export const STATES_AFTER: Partial<Record<Phase, { fresh: KeyState; old: KeyState }>> = {
  create: { fresh: 'created', old: 'current' },
  publish: { fresh: 'published', old: 'current' },
  promote: { fresh: 'current', old: 'retiring' },
  revoke: { fresh: 'current', old: 'revoked' },
  demote: { fresh: 'retiring', old: 'current' },
  unpublish: { fresh: 'revoked', old: 'current' },
};
