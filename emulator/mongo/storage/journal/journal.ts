import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../../../src/core/clock.js';
import { type Document, encode } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import type { Collection } from '../collection.js';
import type { JournalSink, NoteKind } from '../journal-sink.js';
import type { OpClock } from '../op-clock.js';
import { HEADER_SIZE, Op, writeHeader } from './format.js';
import { FrameWriter } from './frame-writer.js';

/** What is in the OS goes to disk this many ms later at most: the wait and the sync together stay below 100. */
const SYNC_AFTER_MS = 60;

/** The calls that can fail as disks do; tests put failing ones in. */
export interface DiskCalls {
  writeSync(fd: number, buffer: Buffer, offset: number, length: number, position: number): number;
  ftruncateSync(fd: number, length: number): void;
  fdatasync(fd: number, done: (error: Error | null) => void): void;
}

export interface JournalOptions {
  clock: Clock;
  opClock: OpClock;
  fsync: 'periodic' | 'always';
  onBackgroundError(error: unknown): void;
  disk?: DiskCalls;
}

interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
}

/** The open end of the journal: collects the records of a turn of the event loop, writes them as one frame, syncs. */
export class Journal implements JournalSink {
  readonly #options: JournalOptions;
  readonly #disk: DiskCalls;
  readonly #frame = new FrameWriter();
  #fd = -1;
  readonly #retired: number[] = [];
  /** Length of the file up to the last whole frame. */
  length = 0;
  #flushedThisTurn = false;
  #flushTimer: NodeJS.Immediate | undefined;
  #syncTimer: NodeJS.Timeout | undefined;
  #written: Waiter[] = [];
  #synced: Waiter[] = [];
  #syncing = false;
  #dirty = false;
  /** The last write did not succeed; the next one tries again. */
  #stuck: unknown;
  /** A sync failed: what is on disk is unknown from then on, so nothing more is promised. */
  #broken: unknown;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#disk = options.disk ?? { writeSync, ftruncateSync, fdatasync };
  }

  /** Goes on at the end of a file, whose last whole frame ends at `length`. */
  attach(file: string, length: number): void {
    this.#fd = openSync(file, 'r+');
    this.length = length;
  }

  /** Closes this file and goes on in a new one. What is collected goes to the old one first. */
  switchTo(file: string, sequence: number): void {
    this.#flush();
    if (this.#stuck !== undefined) throw this.#stuck;
    const fd = openSync(file, 'wx', 0o600);
    writeSync(fd, writeHeader({ kind: 'journal', sequence, createdAt: this.#options.clock.now() }));
    fsyncSync(fd);
    syncFolder(dirname(file));
    if (this.#fd >= 0) {
      fsyncSync(this.#fd);
      this.#retire(this.#fd);
    }
    this.#fd = fd;
    this.length = HEADER_SIZE;
  }

  insert(collection: Collection, id: number, bytes: Uint8Array): void {
    this.#frame.put(Op.Insert, collection.number, id, bytes);
    this.#schedule();
  }

  update(collection: Collection, id: number, bytes: Uint8Array): void {
    this.#frame.put(Op.Update, collection.number, id, bytes);
    this.#schedule();
  }

  remove(collection: Collection, id: number): void {
    this.#frame.remove(collection.number, id);
    this.#schedule();
  }

  note(kind: NoteKind, document: Document): void {
    this.#frame.note(kind === 'catalogue' ? Op.Catalogue : Op.Retryable, encode(document));
    this.#schedule();
  }

  assertWritable(): void {
    if (this.#broken !== undefined) throw this.#broken;
    if (this.#stuck === undefined) return;
    this.#flush();
    if (this.#stuck !== undefined) throw this.#stuck;
  }

  settled(level: 'written' | 'synced'): Promise<void> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const isClean = this.#frame.isEmpty;
    if (level === 'synced' || this.#options.fsync === 'always') {
      if (isClean && !this.#dirty && !this.#syncing) return Promise.resolve();
      return new Promise((resolve, reject) => {
        this.#synced.push({ resolve, reject });
        this.#schedule();
      });
    }
    if (isClean) return Promise.resolve();
    if (!this.#flushedThisTurn) return this.#flushNow();
    return new Promise((resolve, reject) => {
      this.#written.push({ resolve, reject });
      this.#schedule();
    });
  }

  /** The first writer of a turn of the event loop does not wait for others; those that come behind it share a frame. */
  #flushNow(): Promise<void> {
    this.#flushedThisTurn = true;
    this.#schedule();
    this.#flush();
    return this.#stuck === undefined ? Promise.resolve() : Promise.reject(this.#stuck);
  }

  /** Writes and syncs what there is, then closes the file. Rejects when that fails; the file is closed all the same. */
  async close(): Promise<void> {
    if (this.#fd < 0) return;
    try {
      await this.settled('synced');
    } finally {
      clearImmediate(this.#flushTimer);
      clearTimeout(this.#syncTimer);
      while (this.#syncing) await new Promise((resolve) => setImmediate(resolve));
      closeSync(this.#fd);
      this.#fd = -1;
    }
  }

  /** A sync in flight still uses the file. */
  #retire(fd: number): void {
    if (this.#syncing) this.#retired.push(fd);
    else closeSync(fd);
  }

  #schedule(): void {
    this.#flushTimer ??= setImmediate(() => {
      this.#flushTimer = undefined;
      this.#flushedThisTurn = false;
      this.#flush();
    });
  }

  /** Hands the collected records to the operating system as one frame. */
  #flush(): void {
    const waiters = this.#written;
    this.#written = [];
    try {
      if (!this.#frame.isEmpty) this.#write();
    } catch (error) {
      this.#stuck = error;
      for (const { reject } of [...waiters, ...this.#synced.splice(0)]) reject(error);
      return;
    }
    this.#stuck = undefined;
    for (const { resolve } of waiters) resolve();
    if (this.#synced.length > 0) this.#sync();
    else this.#syncLater();
  }

  #write(): void {
    const { clock, opClock } = this.#options;
    const frame = this.#frame.finish(clock.now(), opClock.latest);
    let done = 0;
    try {
      while (done < frame.length) {
        done += this.#disk.writeSync(this.#fd, frame, done, frame.length - done, this.length + done);
      }
    } catch (error) {
      this.#cutBack();
      throw writeError(error);
    }
    this.length += frame.length;
    this.#dirty = true;
    this.#frame.reset();
  }

  /** Half a frame is no harm where it stands last: the next one overwrites it. Better gone, though. */
  #cutBack(): void {
    try {
      this.#disk.ftruncateSync(this.#fd, this.length);
    } catch (error) {
      this.#options.onBackgroundError(error);
    }
  }

  #syncLater(): void {
    if (!this.#dirty || this.#syncTimer !== undefined) return;
    this.#syncTimer = setTimeout(() => this.#sync(), SYNC_AFTER_MS);
    this.#syncTimer.unref();
  }

  #sync(): void {
    if (this.#syncing) return;
    clearTimeout(this.#syncTimer);
    this.#syncTimer = undefined;
    const waiters = this.#synced.splice(0);
    this.#syncing = true;
    this.#dirty = false;
    this.#disk.fdatasync(this.#fd, (error) => this.#afterSync(error, waiters));
  }

  #afterSync(error: Error | null, waiters: readonly Waiter[]): void {
    this.#syncing = false;
    for (const fd of this.#retired.splice(0)) closeSync(fd);
    if (error === null) {
      for (const { resolve } of waiters) resolve();
      if (this.#synced.length > 0 && this.#flushTimer === undefined) this.#sync();
      else if (this.#dirty) this.#syncLater();
      return;
    }
    this.#broken = mongoError('LogWriteFailed', `the journal could not be synced: ${error.message}`);
    this.#options.onBackgroundError(this.#broken);
    for (const { reject } of [...waiters, ...this.#synced.splice(0), ...this.#written.splice(0)]) {
      reject(this.#broken);
    }
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

function writeError(error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined && FULL.has(code)) {
    return mongoError(
      'OutOfDiskSpace',
      `No space left on device: the journal could not be written (${code})`,
    );
  }
  return mongoError('LogWriteFailed', `the journal could not be written: ${message}`);
}

/** Makes a new or renamed file's name durable. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
