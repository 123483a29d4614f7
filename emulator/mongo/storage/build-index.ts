import { buildTree, type DocumentIndex, rawIdKey } from '../index/index.js';
import type { Collection } from './collection.js';
import { duplicateKeyError } from './conflicts.js';
import { chainOf, type Version } from './version.js';

/**
 * Fills a new index with a collection's documents, older versions included. Errors: DuplicateKey, those of index keys.
 */
export function buildIndex(collection: Collection, index: DocumentIndex): void {
  const keys: string[] = [];
  const ids: number[] = [];
  const isId = index === collection.idIndex && index.spec.collation === undefined;
  let head = collection.records.after(0);
  for (; head !== undefined; head = collection.records.after(head.id)) {
    for (const version of chainOf(head)) {
      if (version.meta?.deleted === true) continue;
      const id = isId ? rawIdKey(version.segment, version.offset) : undefined;
      for (const key of id === undefined ? index.keysOf(version.peek()) : [id]) {
        keys.push(key);
        ids.push(version.id);
      }
    }
  }
  index.tree = buildTree(keys, ids);
  if (index.unique) refuseDoubles(collection, index);
}

function refuseDoubles(collection: Collection, index: DocumentIndex): void {
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
