import { buildTree, type DocumentIndex, rawIdKey } from '../index/index.js';
import type { Collection } from './collection.js';
import { duplicateKeyError } from './conflicts.js';
import { chainOf, type Version } from './version.js';

/** What is to become a tree. */
interface Entries {
  index: DocumentIndex;
  keys: string[];
  ids: number[];
}

/**
 * Fills new indexes with a collection's documents, older versions included, in one pass. Errors: DuplicateKey, those of
 * index keys.
 */
export function buildIndexes(collection: Collection, indexes: readonly DocumentIndex[]): void {
  const all = indexes.map((index): Entries => ({ index, keys: [], ids: [] }));
  const raw = all.filter(({ index }) => index === collection.idIndex && index.spec.collation === undefined);
  const decoded = all.filter((entries) => !raw.includes(entries));
  let head = collection.records.after(0);
  for (; head !== undefined; head = collection.records.after(head.id)) {
    for (const version of chainOf(head)) {
      if (version.meta?.deleted !== true) collect(version, raw, decoded);
    }
  }
  for (const { index, keys, ids } of all) {
    index.tree = buildTree(keys, ids);
    refuseDoubles(collection, index);
  }
}

function collect(version: Version, raw: readonly Entries[], decoded: readonly Entries[]): void {
  const id = raw.length === 0 ? undefined : rawIdKey(version.segment, version.offset);
  if (id !== undefined) for (const entries of raw) add(entries, id, version.id);
  const rest = id === undefined ? [...raw, ...decoded] : decoded;
  if (rest.length === 0) return;
  const document = version.peek();
  for (const entries of rest) {
    for (const key of entries.index.keysOf(document)) add(entries, key, version.id);
  }
}

function add({ keys, ids }: Entries, key: string, id: number): void {
  keys.push(key);
  ids.push(id);
}

/** Documents indexed without giving others a turn. */
const SLICE = 2_000;

/**
 * The same for an index that writes keep up to date already: what they change behind or before the place this has come
 * to is right either way. The caller looks for doubles at the end.
 */
export async function buildIndexInTurns(
  collection: Collection,
  index: DocumentIndex,
  pause: () => Promise<void>,
): Promise<void> {
  let done = 0;
  let head = collection.records.after(0);
  for (; head !== undefined; head = collection.records.after(head.id)) {
    for (const version of chainOf(head)) {
      if (version.meta?.deleted === true) continue;
      for (const key of index.keysOf(version.peek())) index.tree.insert(key, version.id);
    }
    if (++done % SLICE === 0) await pause();
  }
}

/** Finds two documents with one key in a unique index. Errors: DuplicateKey. */
export function refuseDoubles(collection: Collection, index: DocumentIndex): void {
  if (!index.unique) return;
  let lastKey: string | undefined;
  let lastId = 0;
  for (const [key, id] of index.tree.entries()) {
    if (key === lastKey && holds(collection, index, lastId, key)) {
      const head = collection.records.get(id) as Version;
      if (holds(collection, index, id, key)) {
        throw duplicateKeyError(collection.namespace, index, head.document(), key);
      }
    }
    lastKey = key;
    lastId = id;
  }
}

function holds(collection: Collection, index: DocumentIndex, id: number, key: string): boolean {
  const head = collection.records.get(id) as Version;
  if (head.meta === undefined) return true;
  return !head.meta.deleted && index.keysOf(head.document()).includes(key);
}
