import { truncate } from 'node:fs/promises';
import { userError } from '../../../../src/core/errors.js';
import { decodeAt } from '../../bson/index.js';
import { numberOf } from '../../index/index.js';
import type { Catalogue } from '../catalogue.js';
import { readEntry } from '../catalogue-entry.js';
import type { Collection } from '../collection.js';
import type { OpClock } from '../op-clock.js';
import type { RetryableWrites } from '../retryable-writes.js';
import { Version } from '../version.js';
import { FORMAT_VERSION, HEADER_SIZE, Op } from './format.js';
import { type Frame, FrameReader, type RecordHandler, readRecords } from './frame-reader.js';

/** What is filled from the files. */
export interface RecoveryTarget {
  catalogue: Catalogue;
  retryableWrites: RetryableWrites;
  opClock: OpClock;
}

/** Builds the state from checkpoint and journals. Indexes are left for when a collection is first used. */
export class Recovery implements RecordHandler {
  /** Bytes of torn frames that were cut off. */
  cut = 0;
  readonly #target: RecoveryTarget;
  readonly #collections = new Map<number, Collection>();
  #ended = false;

  constructor(target: RecoveryTarget) {
    this.#target = target;
  }

  /** Reads a checkpoint, which must be whole. */
  async checkpoint(path: string): Promise<void> {
    this.#ended = false;
    await this.#read(path);
    if (!this.#ended)
      throw userError('MONGO_DATA_DAMAGED', { file: path, cause: 'The checkpoint is not whole.' });
  }

  /** Reads a journal. What follows the last whole frame was never acknowledged, or never synced: it is cut off. */
  async journal(path: string): Promise<number> {
    const reader = await this.#read(path);
    const length = Math.max(reader.goodLength, reader.header === undefined ? 0 : HEADER_SIZE);
    if (length < reader.fileLength) {
      this.cut += reader.fileLength - length;
      await truncate(path, length);
    }
    return length;
  }

  put(op: number, number: number, id: number, buffer: Buffer, at: number): void {
    const collection = this.#collections.get(number);
    if (collection === undefined) return;
    const { records } = collection;
    const size = buffer.readInt32LE(at);
    const before = records.get(id);
    if (before === undefined) collection.count++;
    collection.dataSize += size - (before?.size ?? 0);
    records.set(id, new Version(id, buffer, at, undefined));
    if (op === Op.Insert && id >= collection.nextId) collection.nextId = id + 1;
  }

  remove(number: number, id: number): void {
    const collection = this.#collections.get(number);
    const before = collection?.records.get(id);
    if (collection === undefined || before === undefined) return;
    collection.count--;
    collection.dataSize -= before.size;
    collection.records.delete(id);
  }

  note(op: typeof Op.Catalogue | typeof Op.Retryable, buffer: Buffer, at: number): void {
    const document = decodeAt(buffer, at);
    if (op === Op.Retryable) {
      this.#target.retryableWrites.restore(document);
      return;
    }
    const dropped = document.get('dropped');
    if (dropped === undefined) {
      const entry = readEntry(document);
      this.#collections.set(
        entry.number,
        this.#target.catalogue.restore(entry, this.#collections.get(entry.number)),
      );
    } else {
      const collection = this.#collections.get(numberOf(dropped));
      if (collection !== undefined) this.#target.catalogue.forget(collection);
      this.#collections.delete(numberOf(dropped));
    }
  }

  end(): void {
    this.#ended = true;
  }

  async #read(path: string): Promise<FrameReader> {
    const reader = await FrameReader.open(path);
    try {
      if (reader.header !== undefined && reader.header.version !== FORMAT_VERSION) {
        throw userError('MONGO_DATA_VERSION', {
          file: path,
          found: reader.header.version,
          known: FORMAT_VERSION,
        });
      }
      for (let frame = await reader.next(); frame !== undefined; frame = await reader.next())
        this.#apply(frame);
      return reader;
    } finally {
      await reader.close();
    }
  }

  #apply(frame: Frame): void {
    readRecords(frame, this);
    this.#target.opClock.atLeast(frame.time);
  }
}
