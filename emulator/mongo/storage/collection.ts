import type { Binary, Document } from '../bson/index.js';
import type { Collation } from '../collation/index.js';
import { mongoError } from '../error/index.js';
import type { DocumentIndex } from '../index/index.js';
import { RecordTable } from './record-table.js';

/** Limits of a capped collection. */
export interface CappedLimits {
  /** Most bytes of BSON. */
  size: number;
  /** Most documents. */
  max?: number;
}

/** A collection or view as the catalogue knows it. */
export interface CollectionOptions {
  /** What `create` or `collMod` set and listCollections shows again: validator, validationLevel, viewOn, … */
  shown: Document;
  collation?: Collation;
  capped?: CappedLimits;
}

/** A collection: its records, indexes and counters. Read and write it through a `Txn`. */
export class Collection {
  db: string;
  name: string;
  readonly uuid: Binary;
  /** Names the collection in the journal. */
  readonly number: number;
  options: CollectionOptions;
  readonly records = new RecordTable();
  /** Complete indexes, `_id`'s first. */
  indexes: readonly DocumentIndex[] = [];
  /** Indexes that writes keep up to date: the complete ones and those that are being built. */
  maintained: readonly DocumentIndex[] = [];
  /** Committed documents. */
  count = 0;
  /** Bytes of committed documents. */
  dataSize = 0;
  /** The next record's id. */
  nextId = 1;
  dropped = false;
  /** Made by what has not been committed: recovery drops it again when nothing in it has been. */
  provisional = false;
  /** Builds the indexes; left by recovery for the first use. */
  build: (() => void) | undefined;

  constructor(db: string, name: string, number: number, uuid: Binary, options: CollectionOptions) {
    this.db = db;
    this.name = name;
    this.number = number;
    this.uuid = uuid;
    this.options = options;
  }

  /** Builds indexes that recovery has left undone. */
  ready(): void {
    const { build } = this;
    if (build === undefined) return;
    build();
    this.build = undefined;
  }

  /** `db.collection`. */
  get namespace(): string {
    return `${this.db}.${this.name}`;
  }

  get isView(): boolean {
    return this.options.shown.has('viewOn');
  }

  get idIndex(): DocumentIndex {
    return this.indexes[0] as DocumentIndex;
  }

  index(name: string): DocumentIndex | undefined {
    return this.indexes.find(({ spec }) => spec.name === name);
  }

  addIndexes(indexes: readonly DocumentIndex[]): void {
    this.replaceIndexes([...this.indexes, ...indexes]);
  }

  replaceIndexes(indexes: readonly DocumentIndex[]): void {
    const building = this.maintained.filter((index) => !this.indexes.includes(index));
    this.indexes = indexes;
    this.maintained = [...indexes, ...building];
  }

  /** Lets writes keep indexes up to date that no plan may use yet. */
  startBuilding(indexes: readonly DocumentIndex[]): void {
    this.maintained = [...this.maintained, ...indexes];
  }

  stopBuilding(indexes: readonly DocumentIndex[]): void {
    this.maintained = this.maintained.filter((index) => !indexes.includes(index));
  }

  /** Refuses to go on with a cursor whose collection is gone, as mongod does. */
  assertLive(): void {
    if (this.dropped) {
      throw mongoError('QueryPlanKilled', `collection dropped. UUID ${uuidText(this.uuid)}`);
    }
  }
}

function uuidText({ bytes }: Binary): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
