/**
 * The life of a key. `created`: it exists, nobody accepts it. `published`: verifiers accept it, nothing is made with
 * it. `current`: it signs (or is what clients are given). `retiring`: still accepted, no longer used for anything new.
 * `revoked`: refused for good.
 */
export const KEY_STATES = ['created', 'published', 'current', 'retiring', 'revoked'] as const;

export type KeyState = (typeof KEY_STATES)[number];

interface StateRow {
  /** Verifiers take what was made with it. */
  accepted: boolean;
  /** New tokens and signatures are made with it. */
  signs: boolean;
  next: readonly KeyState[];
}

/** The table. Back from `retiring` to `current` is a rollback; straight to `revoked` is an abort or breaking the glass. */
export const KEY_TABLE: Record<KeyState, StateRow> = {
  created: { accepted: false, signs: false, next: ['published', 'revoked'] },
  published: { accepted: true, signs: false, next: ['current', 'revoked'] },
  current: { accepted: true, signs: true, next: ['retiring', 'revoked'] },
  retiring: { accepted: true, signs: false, next: ['current', 'revoked'] },
  revoked: { accepted: false, signs: false, next: [] },
};

/** True when the table lets a key go from one state to the other. */
export function mayBecome(from: KeyState, to: KeyState): boolean {
  return KEY_TABLE[from].next.includes(to);
}

/** The state a key goes to. Throws a RangeError for a move that is not in the table. */
export function move(from: KeyState, to: KeyState): KeyState {
  if (mayBecome(from, to)) return to;
  throw new RangeError(`a key that is ${from} cannot become ${to}`);
}
