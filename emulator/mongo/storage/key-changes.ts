import type { Document } from '../bson/index.js';
import type { DocumentIndex } from '../index/index.js';

/** What a document's new state means for one index. */
export interface KeyChanges {
  added: readonly string[];
  removed: readonly string[];
}

export const UNCHANGED: KeyChanges = { added: [], removed: [] };

/** The keys that a replaced document gains and loses. */
export function keyChanges(index: DocumentIndex, before: Document, after: Document): KeyChanges {
  const old = index.keysOf(before);
  const now = index.keysOf(after);
  if (old.length === 1 && now.length === 1 && old[0] === now[0]) return UNCHANGED;
  return {
    added: now.filter((key) => !old.includes(key)),
    removed: old.filter((key) => !now.includes(key)),
  };
}

export function addKeys(index: DocumentIndex, keys: readonly string[], id: number): void {
  for (const key of keys) index.tree.insert(key, id);
}

export function removeKeys(index: DocumentIndex, keys: readonly string[], id: number): void {
  for (const key of keys) index.tree.delete(key, id);
}
