import type { Clock, Timer } from '../../../src/core/clock.js';
import { BsonDate, type Value } from '../bson/index.js';
import type { DocumentIndex } from '../index/index.js';
import type { Catalogue } from './catalogue.js';
import type { Collection } from './collection.js';
import { WriteConflictError } from './conflicts.js';
import { IndexScan } from './cursors.js';
import type { RetryableWrites } from './retryable-writes.js';
import type { Txn } from './txn.js';

/** mongod's `ttlMonitorSleepSecs`. */
const INTERVAL_MS = 60_000;
/** mongod's `localLogicalSessionTimeoutMinutes`: nobody asks for the results of a session that is over. */
const SESSION_MS = 30 * 60_000;
/** Documents removed from an index before others get a turn. */
const BATCH = 5_000;
/** The earliest moment BSON knows, in ms. */
const EARLIEST = -(2 ** 63);

interface Store {
  readonly catalogue: Catalogue;
  readonly retryableWrites: RetryableWrites;
  begin(): Txn;
}

/** Removes documents whose time has come, each minute of the emulator's clock and whenever that clock is moved. */
export class TtlMonitor {
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #onError: (error: unknown) => void;
  #alarm: Timer | undefined;
  #moves: Timer | undefined;
  #pending: NodeJS.Immediate | undefined;

  constructor(clock: Clock, store: Store, onError: (error: unknown) => void) {
    this.#clock = clock;
    this.#store = store;
    this.#onError = onError;
  }

  start(): void {
    this.#moves = this.#clock.onMove(() => this.#soon());
    this.#sleep();
  }

  stop(): void {
    this.#alarm?.cancel();
    this.#moves?.cancel();
    clearImmediate(this.#pending);
  }

  /** Removes what has expired now, so much of each index at a time. True when there is more. */
  sweep(): boolean {
    let more = false;
    this.#store.retryableWrites.expire(this.#clock.now() - SESSION_MS);
    for (const collection of [...this.#store.catalogue]) {
      if (!collection.indexes.some(({ spec }) => spec.expireAfterSeconds !== undefined)) continue;
      collection.ready();
      for (const index of collection.indexes) more = this.#sweepIndex(collection, index) || more;
    }
    return more;
  }

  #sleep(): void {
    this.#alarm?.cancel();
    this.#alarm = this.#clock.at(this.#clock.now() + INTERVAL_MS, () => this.#soon());
  }

  #soon(): void {
    if (this.#pending !== undefined) return;
    this.#pending = setImmediate(() => {
      this.#pending = undefined;
      try {
        if (this.sweep()) this.#soon();
      } catch (error) {
        this.#onError(error);
      }
      this.#sleep();
    });
  }

  #sweepIndex(collection: Collection, index: DocumentIndex): boolean {
    const seconds = index.spec.expireAfterSeconds;
    if (seconds === undefined || index.parts.length !== 1) return false;
    const [low, high] = [EARLIEST, this.#clock.now() - seconds * 1000].map((ms) =>
      index.encodeField(0, new BsonDate(ms) as Value),
    ) as [string, string];
    const range = low < high ? { from: low, to: `${high}\xff` } : { from: high, to: `${low}\xff` };
    const txn = this.#store.begin();
    const scan = new IndexScan(collection, index, txn, [range], { once: true });
    let removed = 0;
    let found = scan.next();
    for (; found !== undefined && removed < BATCH; found = scan.next()) {
      if (removeQuietly(txn, collection, found.id)) removed++;
    }
    txn.commit().catch(this.#onError);
    return found !== undefined;
  }
}

/** A document that a transaction is writing is left for the next time. */
function removeQuietly(txn: Txn, collection: Collection, id: number): boolean {
  try {
    txn.remove(collection, id);
    return true;
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    return false;
  }
}
