import { stat } from 'node:fs/promises';
import type { Storage } from '../storage.js';
import { takeState, writeCheckpoint } from './checkpoint.js';
import { dropHistory, filePath, type History } from './folder.js';
import type { FolderLock } from './folder-lock.js';
import type { Journal } from './journal.js';

/** A checkpoint is due when the journal since the last one is longer than this, and than the data itself. */
const LEAST_JOURNAL = 64 << 20;
const CHECK_MS = 2_000;

interface Parts {
  folder: string;
  journal: Journal;
  lock: FolderLock;
  /** Sequence of the open journal. */
  sequence: number;
  /** Bytes of the journals since the newest checkpoint, without the open one. */
  olderBytes: number;
  history: History;
  now(): number;
  onBackgroundError(error: unknown): void;
}

/** The files behind a storage: makes checkpoints while it serves, and closes them. */
export class DurableStore {
  readonly #parts: Parts;
  readonly #storage: Storage;
  readonly #timer: NodeJS.Timeout;
  #sequence: number;
  #olderBytes: number;
  #running: Promise<void> | undefined;

  constructor(storage: Storage, parts: Parts) {
    this.#storage = storage;
    this.#parts = parts;
    this.#sequence = parts.sequence;
    this.#olderBytes = parts.olderBytes;
    this.#timer = setInterval(() => this.#checkpointIfDue(), CHECK_MS);
    this.#timer.unref();
  }

  /** Writes the present state as the new beginning; the journal goes on in a new file. Serving goes on meanwhile. */
  checkpoint(): Promise<void> {
    this.#running ??= this.#checkpoint().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** As `checkpoint`, and drops every file before it. */
  async forgetPast(): Promise<void> {
    await this.#running?.catch(this.#parts.onBackgroundError); // it may have begun before the last change
    await this.checkpoint();
    await dropHistory(this.#parts.folder, { maxAgeMs: -1, maxBytes: -1 }, Date.now());
  }

  /** Writes the present state to a file of its own, for `importSnapshot`. */
  async exportTo(file: string): Promise<void> {
    const snapshot = this.#storage.beginTransaction();
    try {
      await writeCheckpoint(file, 1, this.#state(snapshot));
    } finally {
      snapshot.abort();
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    try {
      await this.#running?.catch(this.#parts.onBackgroundError);
      await this.#parts.journal.close();
    } finally {
      this.#parts.lock.release();
    }
  }

  #checkpointIfDue(): void {
    const { journal } = this.#parts;
    const data = [...this.#storage.catalogue].reduce((total, { dataSize }) => total + dataSize, 0);
    if (this.#olderBytes + journal.length < Math.max(LEAST_JOURNAL, data)) return;
    this.checkpoint().catch(this.#parts.onBackgroundError);
  }

  async #checkpoint(): Promise<void> {
    const { folder, journal, history } = this.#parts;
    const before = filePath(folder, 'journal', this.#sequence);
    journal.switchTo(filePath(folder, 'journal', this.#sequence + 1), this.#sequence + 1);
    this.#sequence++;
    // In the same turn as the switch: nothing can be written between the two.
    const snapshot = this.#storage.beginTransaction();
    try {
      await writeCheckpoint(
        filePath(folder, 'checkpoint', this.#sequence),
        this.#sequence,
        this.#state(snapshot),
      );
      this.#olderBytes = 0;
    } catch (error) {
      this.#olderBytes += (await stat(before)).size;
      throw error;
    } finally {
      snapshot.abort();
    }
    await dropHistory(folder, history, Date.now());
  }

  #state(snapshot: ReturnType<Storage['beginTransaction']>) {
    const { catalogue, retryableWrites, opClock } = this.#storage;
    return takeState(catalogue, retryableWrites, snapshot, this.#parts.now(), opClock.latest);
  }
}
