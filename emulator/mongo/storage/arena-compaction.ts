import type { Arena } from './arena.js';
import type { Collection } from './collection.js';
import { chainOf } from './version.js';

/** Documents moved without giving others a turn. */
const SLICE = 5_000;

/**
 * Moves every live document into fresh pieces of memory, so that pieces with little left in them are freed. Slices
 * leave room for other work; a document that is replaced meanwhile is in a fresh piece already.
 */
export async function compactArena(arena: Arena, collections: readonly Collection[]): Promise<void> {
  let moved = 0;
  for (const { records } of collections) {
    for (let head = records.after(0); head !== undefined; head = records.after(head.id)) {
      for (const version of chainOf(head)) {
        arena.put(version.bytes());
        version.segment = arena.segment;
        version.offset = arena.offset;
      }
      if (++moved % SLICE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
