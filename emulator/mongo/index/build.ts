import { BTree } from './btree.js';

/** Builds a tree from entries in any order. Entries that are there twice count once. */
export function buildTree(keys: string[], ids: number[]): BTree {
  if (isOrdered(keys, ids)) return BTree.build(keys, ids);
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  order.sort((a, b) => {
    const [x, y] = [keys[a] as string, keys[b] as string];
    if (x !== y) return x < y ? -1 : 1;
    return (ids[a] as number) - (ids[b] as number);
  });
  const sortedKeys: string[] = [];
  const sortedIds: number[] = [];
  for (const at of order) {
    const key = keys[at] as string;
    const id = ids[at] as number;
    if (sortedKeys[sortedKeys.length - 1] === key && sortedIds[sortedIds.length - 1] === id) continue;
    sortedKeys.push(key);
    sortedIds.push(id);
  }
  return BTree.build(sortedKeys, sortedIds);
}

function isOrdered(keys: readonly string[], ids: readonly number[]): boolean {
  for (let at = 1; at < keys.length; at++) {
    const [before, key] = [keys[at - 1] as string, keys[at] as string];
    if (before > key || (before === key && (ids[at - 1] as number) >= (ids[at] as number))) return false;
  }
  return true;
}
