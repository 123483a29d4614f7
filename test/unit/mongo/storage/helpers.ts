import { Document, type PlainDocument, type Value } from '../../../../emulator/mongo/bson/index.js';
import type { IndexSpec } from '../../../../emulator/mongo/index/index.js';
import {
  type Collection,
  openStorage,
  type RecordCursor,
  type Storage,
  type StorageOptions,
} from '../../../../emulator/mongo/storage/index.js';
import { MovableClock } from '../../../../src/core/clock.js';
import { createIds } from '../../../../src/core/ids.js';

/** A storage on a frozen clock; in memory unless a folder is given. */
export async function testStorage(
  options: Partial<StorageOptions> = {},
): Promise<{ storage: Storage; clock: MovableClock }> {
  const clock = (options.clock as MovableClock | undefined) ?? new MovableClock();
  if (options.clock === undefined) clock.freeze(Date.UTC(2030, 0, 1));
  const storage = await openStorage({
    clock,
    ids: createIds('test'),
    compileFilter: (filter) => (document) =>
      [...filter].every(([name, value]) => document.get(name) === value),
    onBackgroundError: (error) => {
      throw error;
    },
    ...options,
  });
  return { storage, clock };
}

export function doc(plain: PlainDocument): Document {
  return Document.of(plain);
}

export function spec(key: PlainDocument, options: Partial<IndexSpec> = {}): IndexSpec {
  const name = Object.entries(key).flat().join('_');
  return { name, key: doc(key), ...options };
}

/** Inserts documents, each as a write of its own. */
export function fill(
  storage: Storage,
  collection: Collection,
  documents: readonly PlainDocument[],
): number[] {
  const txn = storage.begin();
  const ids = documents.map((plain) => txn.insert(collection, doc(plain)).id);
  void txn.commit();
  return ids;
}

/** The `_id`s that a cursor gives. */
export function idsOf(cursor: RecordCursor): Value[] {
  const ids: Value[] = [];
  for (let found = cursor.next(); found !== undefined; found = cursor.next()) {
    ids.push(found.document().get('_id') as Value);
  }
  return ids;
}
