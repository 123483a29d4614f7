import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Document, encode, type Timestamp } from '../../bson/index.js';
import type { Catalogue } from '../catalogue.js';
import { entryOf } from '../catalogue-entry.js';
import type { Collection } from '../collection.js';
import type { RetryableWrites } from '../retryable-writes.js';
import type { Txn } from '../txn.js';
import { visibleTo } from '../version.js';
import { Op, writeHeader } from './format.js';
import { FrameWriter } from './frame-writer.js';
import { syncFolder } from './journal.js';

const FRAME_SIZE = 1 << 20;

/** The state of one moment, held still by a snapshot while the storage goes on. */
export interface CheckpointSource {
  snapshot: Txn;
  collections: Collection[];
  entries: Document[];
  retryable: Document[];
  /** Emulator time of the moment, epoch ms. */
  now: number;
  time: Timestamp;
}

/** Takes hold of the present state. Abort the snapshot when done. */
export function takeState(
  catalogue: Catalogue,
  retryableWrites: RetryableWrites,
  snapshot: Txn,
  now: number,
  time: Timestamp,
): CheckpointSource {
  const collections = [...catalogue];
  const entries = collections.map(entryOf);
  return { snapshot, collections, entries, retryable: [...retryableWrites.notes()], now, time };
}

/** Writes a state aside, syncs it and gives it its name: it is there whole or not at all. */
export async function writeCheckpoint(
  path: string,
  sequence: number,
  source: CheckpointSource,
): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.write(writeHeader({ kind: 'checkpoint', sequence, createdAt: source.now }));
      await writeState(handle, source);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeState(handle: FileHandle, source: CheckpointSource): Promise<void> {
  const frame = new FrameWriter();
  const flush = async () => {
    await handle.write(Buffer.from(frame.finish(source.now, source.time)));
    frame.reset();
  };
  for (const entry of source.entries) frame.note(Op.Catalogue, encode(entry));
  for (const note of source.retryable) frame.note(Op.Retryable, encode(note));
  for (const collection of source.collections) {
    let head = collection.records.after(0);
    for (; head !== undefined; head = collection.records.after(head.id)) {
      const version = visibleTo(head, source.snapshot);
      if (version !== undefined) frame.put(Op.Insert, collection.number, version.id, version.bytes());
      if (frame.size > FRAME_SIZE) await flush();
    }
  }
  frame.end();
  await flush();
}
