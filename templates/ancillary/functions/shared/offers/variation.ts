/**
 * A number in [0, 1) made of a text alone (FNV-1a): places differ in price, yet the same place costs the same in every
 * run.
 */
export function variation(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) as number;
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) / 2 ** 32;
}

/** Cents between `low` and `high`, by `text`. */
export function centsBetween(low: number, high: number, text: string): number {
  return Math.round(low + (high - low) * variation(text));
}
