import type { Timestamp } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { Storage, Txn } from '../storage/index.js';

/** How long a snapshot can be read again (`minSnapshotHistoryWindowInSeconds`), in ms. */
const WINDOW_MS = 300_000;
/** Each open snapshot keeps old versions of documents: more of them than this are not kept. */
const MOST_OPEN = 500;
const SWEEP_MS = 30_000;

interface Snapshot {
  txn: Txn;
  /** Monotonic ms. */
  openedAt: number;
}

/** Moments that reads outside of transactions refer to (`readConcern: {level: 'snapshot', atClusterTime}`). */
export class Snapshots {
  readonly #storage: Storage;
  readonly #open = new Map<string, Snapshot>();
  #sweeper: NodeJS.Timeout | undefined;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** A snapshot of now. */
  take(): { time: Timestamp; txn: Txn } {
    const time = this.#storage.opClock.next();
    const txn = this.#storage.beginTransaction();
    this.#open.set(keyOf(time), { txn, openedAt: performance.now() });
    this.#sweeper ??= setInterval(() => this.sweep(), SWEEP_MS).unref();
    if (this.#open.size > MOST_OPEN) this.#drop(this.#open.keys().next().value as string);
    return { time, txn };
  }

  /** The snapshot of a moment that was given out before. */
  at(time: Timestamp): Txn {
    const snapshot = this.#open.get(keyOf(time));
    if (snapshot !== undefined) return snapshot.txn;
    throw mongoError(
      'SnapshotTooOld',
      `Read timestamp Timestamp(${time.t}, ${time.i}) is older than the oldest available timestamp.`,
    );
  }

  /** Lets go of those that are too old. */
  sweep(now = performance.now()): void {
    for (const [key, { openedAt }] of this.#open) if (now - openedAt > WINDOW_MS) this.#drop(key);
  }

  stop(): void {
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
    for (const key of [...this.#open.keys()]) this.#drop(key);
  }

  #drop(key: string): void {
    this.#open.get(key)?.txn.abort();
    this.#open.delete(key);
  }
}

function keyOf({ t, i }: Timestamp): string {
  return `${t}:${i}`;
}
