import type { Ids } from '../../../src/core/ids.js';
import { Binary, Document } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { type CompileFilter, DocumentIndex, type IndexSpec } from '../index/index.js';
import { buildIndexes, buildIndexInTurns, refuseDoubles } from './build-index.js';
import { type CatalogueEntry, entryOf } from './catalogue-entry.js';
import { Collection, type CollectionOptions } from './collection.js';
import type { JournalSink } from './journal-sink.js';

const UUID_SUBTYPE = 4;

/** What of an index collMod may change; `null` takes the option away. */
export interface IndexChanges {
  hidden?: boolean;
  expireAfterSeconds?: number;
  unique?: boolean;
  prepareUnique?: boolean;
}

/**
 * The databases and collections of a storage. A database is there while it has a collection. Changes count at once,
 * outside of transactions; they are durable with the writes after them.
 */
export class Catalogue {
  readonly #databases = new Map<string, Map<string, Collection>>();
  readonly #ids: Ids;
  readonly #compileFilter: CompileFilter;
  readonly #journal: JournalSink;
  readonly #listeners = new Set<() => void>();
  #number = 0;

  constructor(ids: Ids, compileFilter: CompileFilter, journal: JournalSink) {
    this.#ids = ids;
    this.#compileFilter = compileFilter;
    this.#journal = journal;
  }

  /** Names of the databases that have a collection, in order. */
  databases(): string[] {
    return [...this.#databases.keys()].sort();
  }

  /** The collections and views of a database, in order of their names. */
  collections(db: string): Collection[] {
    const all = [...(this.#databases.get(db)?.values() ?? [])];
    return all.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  find(db: string, name: string): Collection | undefined {
    const collection = this.#databases.get(db)?.get(name);
    collection?.ready();
    return collection;
  }

  /**
   * Creates a collection with its `_id` index, or a view. A provisional one goes again when the process ends before
   * `settle`. Errors: NamespaceExists.
   */
  create(
    db: string,
    name: string,
    options: CollectionOptions = { shown: new Document() },
    provisional = false,
  ): Collection {
    if (this.find(db, name) !== undefined) {
      throw mongoError('NamespaceExists', `Collection ${db}.${name} already exists.`);
    }
    this.#journal.assertWritable();
    const uuid = new Binary(this.#uuidBytes(), UUID_SUBTYPE);
    const collection = new Collection(db, name, ++this.#number, uuid, options);
    collection.provisional = provisional;
    if (!collection.isView) collection.addIndexes([this.#index(idSpec(options))]);
    this.#add(collection);
    this.#changed(collection);
    return collection;
  }

  /** A provisional collection stays. */
  settle(collection: Collection): void {
    if (!collection.provisional || collection.dropped) return;
    collection.provisional = false;
    this.#changed(collection);
  }

  drop(collection: Collection): void {
    this.#journal.assertWritable();
    this.#remove(collection);
    collection.dropped = true;
    this.#journal.note('catalogue', new Document().set('dropped', collection.number));
    this.#notify();
  }

  /** Replaces a collection by an empty one of the same name, options and indexes. An empty one stays as it is. */
  truncate(collection: Collection): void {
    collection.ready();
    if (collection.isView || (collection.count === 0 && collection.nextId === 1)) return;
    const { db, name, options, indexes } = collection;
    this.drop(collection);
    const empty = this.create(db, name, options);
    const others = indexes.slice(1).map(({ spec }) => spec); // `create` makes that of `_id`
    if (others.length > 0) this.createIndexes(empty, others);
  }

  /** Drops every collection of a database. False when it had none. */
  dropDatabase(db: string): boolean {
    const collections = this.collections(db);
    for (const collection of collections) this.drop(collection);
    return collections.length > 0;
  }

  /** Gives a collection another name, perhaps in another database. Errors: NamespaceExists without `dropTarget`. */
  rename(collection: Collection, db: string, name: string, dropTarget = false): void {
    this.#journal.assertWritable();
    const target = this.find(db, name);
    if (target !== undefined && target !== collection) {
      if (!dropTarget) throw mongoError('NamespaceExists', 'target namespace exists');
      this.drop(target);
    }
    this.#remove(collection);
    collection.db = db;
    collection.name = name;
    this.#add(collection);
    this.#changed(collection);
  }

  /** Replaces a collection's options (collMod). */
  setOptions(collection: Collection, options: CollectionOptions): void {
    this.#journal.assertWritable();
    collection.options = options;
    this.#changed(collection);
  }

  /** Builds indexes over the documents that are there; all of them or none. Errors: DuplicateKey, key errors. */
  createIndexes(collection: Collection, specs: readonly IndexSpec[]): void {
    this.#journal.assertWritable();
    const built = specs.map((spec) => this.#index(spec));
    buildIndexes(collection, built);
    collection.addIndexes(built);
    this.#changed(collection);
  }

  /**
   * The same for a collection of any size: others have turns in between (`pause`), and what they write is taken up.
   * Plans use the indexes when all are complete.
   */
  async createIndexesInTurns(
    collection: Collection,
    specs: readonly IndexSpec[],
    pause: () => Promise<void>,
  ): Promise<void> {
    this.#journal.assertWritable();
    const building = specs.map((spec) => this.#index(spec));
    collection.startBuilding(building);
    try {
      for (const index of building) await buildIndexInTurns(collection, index, pause);
      for (const index of building) refuseDoubles(collection, index);
      collection.assertLive();
      this.#journal.assertWritable();
    } catch (error) {
      collection.stopBuilding(building);
      throw error;
    }
    collection.stopBuilding(building);
    // Another command may have built the same meanwhile.
    collection.addIndexes(building.filter(({ spec }) => collection.index(spec.name) === undefined));
    this.#changed(collection);
  }

  /** Drops an index that is there. Errors: IndexNotFound. */
  dropIndex(collection: Collection, name: string): void {
    this.#journal.assertWritable();
    const index = collection.index(name);
    if (index === undefined) throw mongoError('IndexNotFound', `index not found with name [${name}]`);
    index.dropped = true;
    collection.replaceIndexes(collection.indexes.filter((other) => other !== index));
    this.#changed(collection);
  }

  /** Changes options of an index (collMod). */
  setIndex(collection: Collection, name: string, changes: IndexChanges): void {
    this.#journal.assertWritable();
    const index = collection.index(name);
    if (index === undefined)
      throw mongoError('IndexNotFound', `cannot find index ${name} for ns ${collection.namespace}`);
    Object.assign(index.spec, changes);
    this.#changed(collection);
  }

  /** Calls `listener` after each change. */
  onChange(listener: () => void): { cancel(): void } {
    this.#listeners.add(listener);
    return { cancel: () => void this.#listeners.delete(listener) };
  }

  /** Takes up a journal's entry: a new collection, or another state of one. Its indexes are built at first use. */
  restore(entry: CatalogueEntry, known: Collection | undefined): Collection {
    const { db, name, number, uuid, options } = entry;
    this.#number = Math.max(this.#number, number);
    const collection = known ?? new Collection(db, name, number, uuid, options);
    if (known !== undefined) this.#remove(known);
    collection.db = db;
    collection.name = name;
    collection.options = options;
    collection.provisional = entry.provisional;
    collection.replaceIndexes(entry.indexes.map((spec) => this.#index(spec)));
    collection.build = () => buildIndexes(collection, collection.indexes);
    this.#add(collection);
    return collection;
  }

  /** After recovery: what was made by something that never came to its end goes, unless something in it was committed. */
  dropProvisional(): void {
    for (const collection of [...this]) {
      if (collection.provisional && collection.count === 0) this.drop(collection);
      else this.settle(collection);
    }
  }

  /** Takes up a journal's word that a collection was dropped. */
  forget(collection: Collection): void {
    this.#remove(collection);
    collection.dropped = true;
  }

  *#all(): Generator<Collection> {
    for (const database of this.#databases.values()) yield* database.values();
  }

  /** Every collection of every database. */
  [Symbol.iterator](): Generator<Collection> {
    return this.#all();
  }

  #index(spec: IndexSpec): DocumentIndex {
    return new DocumentIndex(spec, this.#compileFilter);
  }

  #add(collection: Collection): void {
    const { db, name } = collection;
    const database = this.#databases.get(db) ?? new Map<string, Collection>();
    this.#databases.set(db, database);
    database.set(name, collection);
  }

  #remove(collection: Collection): void {
    const { db, name } = collection;
    const database = this.#databases.get(db);
    // Replaying a rename that drops its target, the name may be another's already.
    if (database?.get(name) === collection) database.delete(name);
    if (database?.size === 0) this.#databases.delete(db);
  }

  #changed(collection: Collection): void {
    this.#journal.note('catalogue', entryOf(collection));
    this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #uuidBytes(): Uint8Array {
    return new Uint8Array(Buffer.from(this.#ids.uuid().replaceAll('-', ''), 'hex'));
  }
}

function idSpec({ collation }: CollectionOptions): IndexSpec {
  const spec: IndexSpec = { name: '_id_', key: new Document().set('_id', 1) };
  return collation === undefined ? spec : { ...spec, collation };
}
