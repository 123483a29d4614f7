import type { DocumentIndex } from '../index/index.js';
import type { Collection } from './collection.js';
import { chainOf, type Reader, type Version } from './version.js';

interface Settling {
  time: number;
  collection: Collection;
  id: number;
}

/** Knows who reads the past, and drops versions and index entries that nobody can see any more. */
export class VersionStore {
  /** Commits so far. */
  time = 0;
  readonly #readers = new Set<Reader>();
  readonly #settling: Settling[] = [];

  /** True while versions must be kept for somebody. */
  get versioned(): boolean {
    return this.#readers.size > 0;
  }

  open(reader: Reader): void {
    this.#readers.add(reader);
  }

  /** The reader is done: what was kept for it alone goes. */
  close(reader: Reader): void {
    if (!this.#readers.delete(reader)) return;
    const oldest = this.#oldest();
    let at = 0;
    for (; at < this.#settling.length && (this.#settling[at] as Settling).time <= oldest; at++) {
      const { collection, id } = this.#settling[at] as Settling;
      settle(collection, id, oldest);
    }
    this.#settling.splice(0, at);
  }

  /** A version was committed: forget those before it, now or when the last reader of them has gone. */
  committed(collection: Collection, id: number, time: number): void {
    const oldest = this.#oldest();
    if (time <= oldest) settle(collection, id, oldest);
    else this.#settling.push({ time, collection, id });
  }

  #oldest(): number {
    let oldest = Number.POSITIVE_INFINITY;
    for (const { readTime } of this.#readers) oldest = Math.min(oldest, readTime);
    return oldest;
  }
}

/** Cuts a chain after the newest version that everybody sees. */
function settle(collection: Collection, id: number, oldest: number): void {
  const head = collection.records.get(id);
  if (head?.meta === undefined) return;
  const kept: Version[] = [];
  let last: Version | undefined = head;
  while (last !== undefined && !isSettled(last, oldest)) {
    kept.push(last);
    last = last.meta?.previous;
  }
  if (last === undefined) return;
  const cut = chainOf(last.meta?.previous);
  const gone = last.meta?.deleted === true;
  if (last.meta !== undefined) {
    if (gone) last.meta.previous = undefined;
    else last.meta = undefined;
  }
  if (gone && last === head) collection.records.delete(id);
  dropEntries(collection, id, cut, gone ? kept : [...kept, last]);
}

function isSettled({ meta }: Version, oldest: number): boolean {
  return meta === undefined || (meta.writer === undefined && meta.time <= oldest);
}

/** Removes the index entries of versions that are gone, save those that a remaining version has too. */
export function dropEntries(
  collection: Collection,
  id: number,
  gone: readonly Version[],
  kept: readonly Version[],
): void {
  for (const index of collection.maintained) {
    const keep = new Set(kept.flatMap((version) => keysIn(index, version)));
    for (const version of gone) {
      for (const key of keysIn(index, version)) if (!keep.has(key)) index.tree.delete(key, id);
    }
  }
}

function keysIn(index: DocumentIndex, version: Version): readonly string[] {
  return version.meta?.deleted === true ? [] : index.keysOf(version.document());
}
