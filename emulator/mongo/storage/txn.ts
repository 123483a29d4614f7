import {
  type Document,
  Document as DocumentClass,
  decodeAt,
  encode,
  MAX_DOCUMENT_SIZE,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { DocumentIndex } from '../index/index.js';
import type { Arena } from './arena.js';
import type { Collection } from './collection.js';
import { duplicateKeyError, WriteConflictError } from './conflicts.js';
import { CollectionScan, type RecordCursor } from './cursors.js';
import type { JournalSink } from './journal-sink.js';
import { addKeys, keyChanges, removeKeys, UNCHANGED } from './key-changes.js';
import {
  chainOf,
  type Reader,
  type StoredDocument,
  Version,
  type VersionMeta,
  visibleTo,
} from './version.js';
import { dropEntries, type VersionStore } from './version-store.js';

/** What transactions share. */
export interface TxnContext {
  readonly versions: VersionStore;
  readonly arena: Arena;
  readonly journal: JournalSink;
}

interface Write {
  collection: Collection;
  id: number;
  /** What there was before the transaction. */
  before: Version | undefined;
}

/**
 * A unit of work. Outside of a multi-document transaction (`snapshot` false) it reads the newest data, each write
 * counts at once by itself, and `commit` waits until they are durable. With `snapshot` it reads the data of its
 * beginning and its own writes, and they count together at `commit`, or not at all after `abort`.
 */
export class Txn implements Reader {
  readonly readTime: number;
  readonly snapshot: boolean;
  readonly #context: TxnContext;
  readonly #writes: Write[] = [];
  #state: 'open' | 'committed' | 'aborted' = 'open';
  #wrote = false;
  #ended: Promise<void> | undefined;
  #end: (() => void) | undefined;

  /** Made by `Storage.begin` and `Storage.beginTransaction`. */
  constructor(context: TxnContext, snapshot: boolean) {
    this.#context = context;
    this.snapshot = snapshot;
    this.readTime = snapshot ? context.versions.time : Number.POSITIVE_INFINITY;
    if (snapshot) context.versions.open(this);
  }

  /** Resolves when it has been committed or aborted. */
  get ended(): Promise<void> {
    if (this.#state !== 'open') return Promise.resolve();
    this.#ended ??= new Promise((resolve) => {
      this.#end = resolve;
    });
    return this.#ended;
  }

  /** True while it sees nothing but the newest data, and everybody sees the same: index entries need no check. */
  get readsNewest(): boolean {
    return !this.snapshot && !this.#context.versions.versioned;
  }

  get(collection: Collection, id: number): StoredDocument | undefined {
    const head = collection.records.get(id);
    return head?.meta === undefined ? head : visibleTo(head, this);
  }

  /** The document with this `_id`: no plan is needed for it. */
  findById(collection: Collection, id: Value): StoredDocument | undefined {
    const { tree } = collection.idIndex;
    const key = collection.idIndex.encodeField(0, id);
    const first = tree.find(key);
    if (first < 0) return undefined;
    const found = this.get(collection, first);
    if (collection.records.get(first)?.meta === undefined) return found;
    for (const record of tree.idsOf(key)) {
      const version = this.get(collection, record);
      if (version !== undefined) return version;
    }
    return undefined;
  }

  /** All documents in insertion order, or the reverse. */
  scan(collection: Collection, backward = false): RecordCursor {
    return new CollectionScan(collection, this, backward);
  }

  /**
   * Stores a document, which must have an `_id` (first, by the caller's care) and be valid. Errors: DuplicateKey,
   * WriteConflictError, those of index keys (171, 16766), those of a journal that cannot take it (OutOfDiskSpace).
   * `decoded` is what the bytes hold, where the caller has read them.
   */
  insert(collection: Collection, source: Document | Uint8Array, decoded?: Document): StoredDocument {
    this.#beforeWrite(collection);
    const bytes = source instanceof DocumentClass ? encode(source) : source;
    if (bytes.length > MAX_DOCUMENT_SIZE) {
      const sizes = `size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_SIZE}`;
      throw mongoError('BadValue', `object to insert too large. ${sizes}`);
    }
    const document = decoded ?? (source instanceof DocumentClass ? source : decodeAt(bytes, 0));
    const keys = collection.maintained.map((index) => index.keysOf(document));
    collection.maintained.forEach(
      (index, at) => void this.#checkUnique(collection, index, keys[at]!, document, -1),
    );
    const id = collection.nextId++;
    const version = this.#store(id, bytes, this.#meta(undefined, false));
    collection.records.set(id, version);
    collection.maintained.forEach((index, at) => void addKeys(index, keys[at]!, id));
    if (!this.#own(collection, id, undefined)) {
      this.#context.journal.insert(collection, id, bytes);
      collection.count++;
      collection.dataSize += bytes.length;
      this.#committedAlone(collection, version);
    }
    if (collection.options.capped !== undefined) this.#trim(collection);
    return version;
  }

  /** Replaces a document that this unit of work sees. Same errors as `insert`. */
  update(collection: Collection, id: number, document: Document): StoredDocument {
    this.#beforeWrite(collection);
    const head = this.#headForWrite(collection, id);
    const bytes = encode(document);
    if (bytes.length > MAX_DOCUMENT_SIZE) {
      throw mongoError(17419, `Resulting document after update is larger than ${MAX_DOCUMENT_SIZE}`);
    }
    // The `_id` does not change.
    const changes = collection.maintained.map((index) =>
      index === collection.idIndex ? UNCHANGED : keyChanges(index, head.document(), document),
    );
    collection.maintained.forEach((index, at) => {
      this.#checkUnique(collection, index, changes[at]!.added, document, id);
    });
    const version = this.#store(id, bytes, this.#meta(head, false));
    version.remember(document); // what changes once will often change again
    const oldSize = head.size;
    collection.records.set(id, version);
    collection.maintained.forEach((index, at) => void addKeys(index, changes[at]!.added, id));
    if (!this.#own(collection, id, head)) {
      if (version.meta === undefined) {
        collection.maintained.forEach((index, at) => void removeKeys(index, changes[at]!.removed, id));
      }
      this.#context.journal.update(collection, id, bytes);
      collection.dataSize += bytes.length - oldSize;
      this.#committedAlone(collection, version);
    }
    return version;
  }

  /** Removes a document that this unit of work sees. Errors: WriteConflictError, a journal's. */
  remove(collection: Collection, id: number): void {
    this.#beforeWrite(collection);
    const head = this.#headForWrite(collection, id);
    const meta = this.#meta(head, true);
    if (meta === undefined) {
      for (const index of collection.maintained) removeKeys(index, index.keysOf(head.document()), id);
      collection.records.delete(id);
    } else {
      collection.records.set(id, new Version(id, head.segment, head.offset, meta));
    }
    if (this.#own(collection, id, head)) return;
    this.#context.journal.remove(collection, id);
    collection.count--;
    collection.dataSize -= head.size;
    if (meta !== undefined) this.#context.versions.committed(collection, id, meta.time);
  }

  /**
   * Ends the unit of work. What it wrote counts when this returns; the promise resolves when it is with the operating
   * system, or on disk with `j`.
   */
  commit(options: { j?: boolean } = {}): Promise<void> {
    this.#assertOpen();
    if (this.snapshot) this.#commitWrites();
    this.#finish('committed');
    if (!this.#wrote) return Promise.resolve();
    return this.#context.journal.settled(options.j === true ? 'synced' : 'written');
  }

  /** Takes back what a transaction wrote. Outside of one, what was written stays. Idempotent. */
  abort(): void {
    if (this.#state !== 'open') return;
    for (const { collection, id, before } of this.#writes.toReversed()) undo(collection, id, before);
    this.#finish('aborted');
  }

  #finish(state: 'committed' | 'aborted'): void {
    this.#state = state;
    if (this.snapshot) this.#context.versions.close(this);
    this.#end?.();
  }

  #beforeWrite(collection: Collection): void {
    this.#assertOpen();
    collection.assertLive();
    this.#context.journal.assertWritable();
    this.#wrote = true;
  }

  #assertOpen(): void {
    if (this.#state !== 'open') {
      throw mongoError('NoSuchTransaction', `Transaction has been ${this.#state}`);
    }
  }

  /** The newest version of a document that this unit may write. */
  #headForWrite(collection: Collection, id: number): Version {
    const head = collection.records.get(id);
    if (head === undefined) throw new WriteConflictError(Promise.resolve());
    this.#assertNewest(head);
    if (head.meta?.deleted === true) throw new WriteConflictError(Promise.resolve());
    return head;
  }

  #assertNewest({ meta }: Version): void {
    if (meta === undefined || meta.writer === this) return;
    if (meta.writer !== undefined) throw new WriteConflictError((meta.writer as Txn).ended);
    if (meta.time > this.readTime) throw new WriteConflictError(Promise.resolve());
  }

  #meta(head: Version | undefined, deleted: boolean): VersionMeta | undefined {
    const { versions } = this.#context;
    if (this.snapshot) {
      const previous = head?.meta?.writer === this ? head.meta.previous : head;
      return { writer: this, time: Number.POSITIVE_INFINITY, deleted, previous };
    }
    if (!versions.versioned) return undefined;
    return { writer: undefined, time: ++versions.time, deleted, previous: head };
  }

  #store(id: number, bytes: Uint8Array, meta: VersionMeta | undefined): Version {
    const { arena } = this.#context;
    arena.put(bytes);
    return new Version(id, arena.segment, arena.offset, meta);
  }

  /** Notes a write of a transaction, once for each document. False outside of one. */
  #own(collection: Collection, id: number, head: Version | undefined): boolean {
    if (!this.snapshot) return false;
    if (head?.meta?.writer !== this) {
      this.#writes.push({ collection, id, before: head });
    } else {
      dropEntries(collection, id, [head], chainOf(collection.records.get(id)));
    }
    return true;
  }

  #committedAlone(collection: Collection, version: Version): void {
    if (version.meta !== undefined) {
      this.#context.versions.committed(collection, version.id, version.meta.time);
    }
  }

  #commitWrites(): void {
    const { versions, journal } = this.#context;
    if (this.#writes.length === 0) return;
    journal.assertWritable();
    const time = ++versions.time;
    for (const { collection, id, before } of this.#writes) {
      const head = collection.records.get(id) as Version;
      const meta = head.meta as VersionMeta;
      meta.writer = undefined;
      meta.time = time;
      if (!collection.dropped) this.#account(collection, head, before, meta.deleted);
    }
    versions.close(this);
    for (const { collection, id } of this.#writes) versions.committed(collection, id, time);
  }

  #account(collection: Collection, head: Version, before: Version | undefined, deleted: boolean): void {
    const { journal } = this.#context;
    if (deleted) {
      if (before !== undefined) journal.remove(collection, head.id);
    } else if (before === undefined) journal.insert(collection, head.id, head.bytes());
    else journal.update(collection, head.id, head.bytes());
    collection.count += (deleted ? 0 : 1) - (before === undefined ? 0 : 1);
    collection.dataSize += (deleted ? 0 : head.size) - (before?.size ?? 0);
  }

  /** Refuses keys that another document has, or may have when another transaction ends well. */
  #checkUnique(
    collection: Collection,
    index: DocumentIndex,
    keys: readonly string[],
    document: Document,
    own: number,
  ): void {
    if (!index.unique || !collection.indexes.includes(index)) return;
    for (const key of keys) {
      if (index.tree.find(key) < 0) continue;
      for (const id of index.tree.idsOf(key)) {
        if (id === own || !this.#holds(collection, index, id, key)) continue;
        throw duplicateKeyError(collection.namespace, index, document, key);
      }
    }
  }

  /** True when the record has the key for this unit of work; a conflict when that is not settled. */
  #holds(collection: Collection, index: DocumentIndex, id: number, key: string): boolean {
    const head = collection.records.get(id) as Version;
    if (head.meta === undefined) return true;
    this.#assertNewest(head);
    return !head.meta.deleted && index.keysOf(head.document()).includes(key);
  }

  /** Removes the oldest documents of a capped collection until it fits. */
  #trim(collection: Collection): void {
    const { size, max = Number.POSITIVE_INFINITY } = collection.options.capped!;
    while (collection.count > 1 && (collection.count > max || collection.dataSize > size)) {
      const oldest = this.scan(collection).next();
      if (oldest === undefined) return;
      this.remove(collection, oldest.id);
    }
  }
}

function undo(collection: Collection, id: number, before: Version | undefined): void {
  const head = collection.records.get(id);
  if (head === undefined || collection.dropped) return;
  if (before === undefined) collection.records.delete(id);
  else collection.records.set(id, before);
  dropEntries(collection, id, [head], chainOf(before));
}
