import { type Document, Double, type Value } from '../bson/index.js';

/** How an index orders one field: ascending, descending, or by hash (equality alone). */
export type Direction = 1 | -1 | 'hashed';

export interface KeyPart {
  /** Dotted path. */
  readonly path: string;
  readonly steps: readonly string[];
  readonly direction: Direction;
}

/** Reads the key pattern of an index (`{a: 1, 'b.c': -1}`), which is known to be valid. */
export function keyParts(pattern: Document): KeyPart[] {
  return [...pattern].map(([path, value]) => ({
    path,
    steps: path.split('.'),
    direction: directionOf(value),
  }));
}

function directionOf(value: Value): Direction {
  if (value === 'hashed') return 'hashed';
  return numberOf(value) < 0 ? -1 : 1;
}

/** The number in a BSON value, for the options that take any numeric type. NaN when it is none. */
export function numberOf(value: Value | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Double) return value.value;
  if (typeof value === 'object' && value !== null && 'toNumber' in value) return value.toNumber();
  return Number.NaN;
}
