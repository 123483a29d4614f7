import { mongoError } from '../error/index.js';
import { type DocumentIndex, TreeCursor } from '../index/index.js';
import type { Collection } from './collection.js';
import { ForwardWalk } from './record-table.js';
import { type Reader, type StoredDocument, type Version, visibleTo } from './version.js';

/** Documents one after the other. It may be left alone between two steps; changes meanwhile do not confuse it. */
export interface RecordCursor {
  /** The next document, `undefined` at the end. */
  next(): StoredDocument | undefined;
  /** Index entries looked at so far. */
  readonly keysExamined: number;
  /** Documents fetched so far. */
  readonly docsExamined: number;
}

/** A half-open range of index keys: `from` ≤ key < `to`. */
export interface KeyRange {
  from: string;
  to: string;
}

/** Every document in insertion order, or the reverse. */
export class CollectionScan implements RecordCursor {
  readonly keysExamined = 0;
  docsExamined = 0;
  readonly #collection: Collection;
  readonly #reader: Reader;
  /** Left out when it goes backward. */
  readonly #walk: ForwardWalk | undefined;
  #id = Number.POSITIVE_INFINITY;

  constructor(collection: Collection, reader: Reader, backward = false) {
    this.#collection = collection;
    this.#reader = reader;
    if (!backward) this.#walk = new ForwardWalk(collection.records);
  }

  next(): StoredDocument | undefined {
    if (this.#collection.dropped) this.#collection.assertLive();
    for (;;) {
      const head = this.#walk === undefined ? this.#stepBack() : this.#walk.next();
      if (head === undefined) return undefined;
      const version = head.meta === undefined ? head : visibleTo(head, this.#reader);
      if (version === undefined) continue;
      this.docsExamined++;
      return version;
    }
  }

  #stepBack(): Version | undefined {
    const head = this.#collection.records.before(this.#id);
    if (head !== undefined) this.#id = head.id;
    return head;
  }
}

/** The documents whose keys lie in some ranges of an index, each once, in the order of the index (or the reverse). */
export class IndexScan implements RecordCursor {
  keysExamined = 0;
  docsExamined = 0;
  readonly #collection: Collection;
  readonly #index: DocumentIndex;
  readonly #reader: Reader;
  readonly #ranges: readonly KeyRange[];
  readonly #backward: boolean;
  /** Documents already given, where one may have several entries or be moved by what the caller does with it. */
  readonly #seen: Set<number> | undefined;
  #range = 0;
  #cursor: TreeCursor | undefined;

  /** `ranges` in index order and apart from each other. `once` guards against meeting a document twice. */
  constructor(
    collection: Collection,
    index: DocumentIndex,
    reader: Reader,
    ranges: readonly KeyRange[],
    options: { backward?: boolean; once?: boolean } = {},
  ) {
    this.#collection = collection;
    this.#index = index;
    this.#reader = reader;
    this.#backward = options.backward === true;
    this.#ranges = this.#backward ? ranges.toReversed() : ranges;
    if (index.multikey || options.once === true) this.#seen = new Set();
  }

  /** The key at which the last document was found. */
  get key(): string {
    return this.#cursor?.key ?? '';
  }

  next(): StoredDocument | undefined {
    this.#collection.assertLive();
    if (this.#index.dropped) {
      throw mongoError('QueryPlanKilled', `query plan killed :: index '${this.#index.spec.name}' dropped`);
    }
    while (this.#advance()) {
      const cursor = this.#cursor as TreeCursor;
      this.keysExamined++;
      const version = this.#resolve(cursor.id, cursor.key);
      if (version === undefined) continue;
      if (this.#seen?.has(cursor.id)) continue;
      this.#seen?.add(cursor.id);
      this.docsExamined++;
      return version;
    }
    return undefined;
  }

  /** Goes on at the first entry with a key ≥ `key` (< `key` when backward), within the ranges. */
  skipTo(key: string): void {
    this.#cursor?.skipTo(key);
  }

  #advance(): boolean {
    for (;;) {
      this.#cursor ??= this.#open();
      if (this.#cursor === undefined) return false;
      if (this.#cursor.next()) return true;
      this.#cursor = undefined;
      this.#range++;
    }
  }

  #open(): TreeCursor | undefined {
    const range = this.#ranges[this.#range];
    return range && new TreeCursor(this.#index.tree, range.from, range.to, this.#backward);
  }

  /** An entry may belong to a version that this reader does not see. */
  #resolve(id: number, key: string): StoredDocument | undefined {
    const head = this.#collection.records.get(id);
    if (head?.meta === undefined) return head;
    const version = visibleTo(head, this.#reader);
    if (version === undefined) return undefined;
    return this.#index.keysOf(version.document()).includes(key) ? version : undefined;
  }
}
