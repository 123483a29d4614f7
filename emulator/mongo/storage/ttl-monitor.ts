import type { Clock, Timer } from '../../../src/core/clock.js';
import { BsonDate, type Value } from '../bson/index.js';
import type { DocumentIndex } from '../index/index.js';
import type { Catalogue } from './catalogue.js';
import type { Collection } from './collection.js';
import { IndexScan } from './cursors.js';
import type { RetryableWrites } from './retryable-writes.js';
import type { Txn } from './txn.js';

/** mongod's `ttlMonitorSleepSecs`. */
const INTERVAL_MS = 60_000;
/** mongod's `localLogicalSessionTimeoutMinutes`: nobody asks for the results of a session that is over. */
const SESSION_MS = 30 * 60_000;
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

  /** Removes what has expired now. */
  sweep(): void {
    this.#store.retryableWrites.expire(this.#clock.now() - SESSION_MS);
    for (const collection of [...this.#store.catalogue]) {
      if (!collection.indexes.some(({ spec }) => spec.expireAfterSeconds !== undefined)) continue;
      collection.ready();
      for (const index of collection.indexes) this.#sweepIndex(collection, index);
    }
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
        this.sweep();
      } catch (error) {
        this.#onError(error);
      }
      this.#sleep();
    });
  }

  #sweepIndex(collection: Collection, index: DocumentIndex): void {
    const seconds = index.spec.expireAfterSeconds;
    if (seconds === undefined || index.parts.length !== 1) return;
    const [low, high] = [EARLIEST, this.#clock.now() - seconds * 1000].map((ms) =>
      index.encodeField(0, new BsonDate(ms) as Value),
    ) as [string, string];
    const range = low < high ? { from: low, to: `${high}\xff` } : { from: high, to: `${low}\xff` };
    const txn = this.#store.begin();
    const scan = new IndexScan(collection, index, txn, [range], { once: true });
    for (let found = scan.next(); found !== undefined; found = scan.next())
      removeQuietly(txn, collection, found.id);
    txn.commit().catch(this.#onError);
  }
}

/** A document that a transaction is writing is left for the next time. */
function removeQuietly(txn: Txn, collection: Collection, id: number): void {
  try {
    txn.remove(collection, id);
  } catch (error) {
    if (!(error instanceof Error && 'until' in error)) throw error;
  }
}
