import type { SourcePlace } from '../diagnostics.js';
import type { SourceFile } from './source.js';

/** Where a map or list, its keys and its values stand in a file. Offsets are characters from the file's start. */
export interface Marks {
  source: SourceFile;
  at: number;
  /** Key names (absent for a list), with the offsets of key and value beside them. */
  names?: string[];
  keyAt: number[];
  valueAt: number[];
}

/**
 * Documents are plain objects, so that whoever reads them needs no special API; where each came from is kept aside
 * here and forgotten together with the object.
 */
const kept = new WeakMap<object, Marks>();

/** Remembers where `value` stands. */
export function setMarks(value: object, marks: Marks): void {
  kept.set(value, marks);
}

/** What is remembered of `value`. */
export function marksOf(value: object): Marks | undefined {
  return kept.get(value);
}

/** Gives `to` the places of `from` (a copy with intrinsics resolved, say). Returns `to`. */
export function copyMarks<T extends object>(from: object, to: T): T {
  const marks = kept.get(from);
  if (marks) kept.set(to, marks);
  return to;
}

/**
 * The place of `holder`, or of the key or value `key` within it; the holder's own place when the key is not there.
 * Undefined for an object that came from no file.
 */
export function placeOf(
  holder: unknown,
  key?: string | number,
  part: 'key' | 'value' = 'value',
): SourcePlace | undefined {
  const marks = typeof holder === 'object' && holder !== null ? kept.get(holder) : undefined;
  if (!marks) return undefined;
  return marks.source.place(offsetIn(marks, key, part));
}

function offsetIn(marks: Marks, key: string | number | undefined, part: 'key' | 'value'): number {
  if (key === undefined) return marks.at;
  const index = marks.names ? marks.names.indexOf(String(key)) : Number(key);
  const offsets = part === 'key' ? marks.keyAt : marks.valueAt;
  return offsets[index] ?? marks.at;
}

/** The place at the end of `path` inside `root`: as deep as the document goes. */
export function placeAtPath(
  root: unknown,
  path: readonly (string | number)[],
  part: 'key' | 'value' = 'value',
): SourcePlace | undefined {
  let holder = root;
  let best = placeOf(root);
  for (const [depth, step] of path.entries()) {
    if (typeof holder !== 'object' || holder === null) return best;
    const last = depth === path.length - 1;
    best = placeOf(holder, step, last ? part : 'value') ?? best;
    holder = (holder as Record<string | number, unknown>)[step];
  }
  return best;
}
