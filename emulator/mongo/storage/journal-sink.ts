import type { Document } from '../bson/index.js';
import type { Collection } from './collection.js';

/**
 * Where changes are recorded before they are acknowledged. What is appended without a pause in between (one turn of
 * the event loop) becomes durable together or not at all.
 */
export interface JournalSink {
  insert(collection: Collection, id: number, bytes: Uint8Array): void;
  update(collection: Collection, id: number, bytes: Uint8Array): void;
  remove(collection: Collection, id: number): void;
  /** A change of the catalogue or of another table, as a document. */
  note(kind: NoteKind, document: Document): void;
  /** Throws when changes cannot be recorded now (disk full, read-only, failed): ask before applying one. */
  assertWritable(): void;
  /** Resolves when all that was appended is with the operating system, or on disk (`synced`). */
  settled(level: 'written' | 'synced'): Promise<void>;
}

export type NoteKind = 'catalogue' | 'retryable';

const DONE = Promise.resolve();

/** For data that may vanish with the process. */
export const NO_JOURNAL: JournalSink = {
  insert() {},
  update() {},
  remove() {},
  note() {},
  assertWritable() {},
  settled: () => DONE,
};
