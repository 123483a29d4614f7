import type { Clock } from '../../../src/core/clock.js';
import type { Ids } from '../../../src/core/ids.js';
import { mongoError } from '../error/index.js';
import type { CompileFilter } from '../index/index.js';
import { Arena } from './arena.js';
import { compactArena } from './arena-compaction.js';
import { Catalogue } from './catalogue.js';
import type { JournalSink } from './journal-sink.js';
import type { OpClock } from './op-clock.js';
import { RetryableWrites } from './retryable-writes.js';
import { TtlMonitor } from './ttl-monitor.js';
import { Txn, type TxnContext } from './txn.js';
import { VersionStore } from './version-store.js';

/** Written bytes beyond twice the live ones that are worth a compaction. */
const LEAST_GARBAGE = 64 << 20;
const COMPACT_CHECK_MS = 10_000;

export interface StorageParts {
  clock: Clock;
  ids: Ids;
  compileFilter: CompileFilter;
  journal: JournalSink;
  opClock: OpClock;
  onBackgroundError(error: unknown): void;
}

/** The files behind a storage that is kept. */
export interface StoreFiles {
  checkpoint(): Promise<void>;
  forgetPast(): Promise<void>;
  exportTo(file: string): Promise<void>;
  close(): Promise<void>;
}

/** One cluster's data. */
export class Storage {
  readonly catalogue: Catalogue;
  readonly retryableWrites: RetryableWrites;
  /** Times of operations, for `operationTime` and `$clusterTime`. */
  readonly opClock: OpClock;
  readonly #context: TxnContext;
  readonly #ttl: TtlMonitor;
  /** What opening found to mend: bytes of a torn, never acknowledged tail that were cut off. */
  recovered = { cutBytes: 0 };
  readonly #onBackgroundError: (error: unknown) => void;
  #compacting: NodeJS.Timeout | undefined;
  #files: StoreFiles | undefined;
  #closing: Promise<void> | undefined;

  constructor(parts: StorageParts) {
    const { clock, ids, compileFilter, journal } = parts;
    this.#onBackgroundError = parts.onBackgroundError;
    this.#context = { versions: new VersionStore(), arena: new Arena(), journal };
    this.catalogue = new Catalogue(ids, compileFilter, journal);
    this.retryableWrites = new RetryableWrites(journal, () => clock.now());
    this.opClock = parts.opClock;
    this.#ttl = new TtlMonitor(clock, this, parts.onBackgroundError);
  }

  /** Gives it the files that it is kept in; `close` closes them. */
  attach(files: StoreFiles): void {
    this.#files = files;
  }

  /** Starts what runs by itself. */
  start(): void {
    this.#compacting = setInterval(() => {
      this.compactMemory().catch(this.#onBackgroundError);
    }, COMPACT_CHECK_MS);
    this.#compacting.unref();
    this.#ttl.start();
  }

  /** A unit of work outside of a multi-document transaction: reads the newest data, each write counts at once. */
  begin(): Txn {
    return new Txn(this.#context, false);
  }

  /** A multi-document transaction: reads the data of now, its writes count together at `commit`. */
  beginTransaction(): Txn {
    return new Txn(this.#context, true);
  }

  /** Resolves when all changes so far are with the operating system, or on disk. */
  settled(level: 'written' | 'synced'): Promise<void> {
    return this.#context.journal.settled(level);
  }

  /** Frees memory that replaced and removed documents still hold on to, when that may be much. */
  async compactMemory(): Promise<void> {
    const { arena } = this.#context;
    const collections = [...this.catalogue];
    const live = collections.reduce((total, { dataSize }) => total + dataSize, 0);
    if (arena.written < LEAST_GARBAGE + 2 * live) return;
    arena.written = 0;
    await compactArena(arena, collections);
    // What was moved is not garbage.
    arena.written -= live;
  }

  /** Removes expired documents now, as the monitor does by itself. */
  expireDocuments(): void {
    this.#ttl.sweep();
  }

  /** Writes the present state as a new beginning of the journal, while serving. Nothing to do without a folder. */
  async checkpoint(): Promise<void> {
    await this.#files?.checkpoint();
  }

  /**
   * Writes the present state as a new beginning and drops everything older: what was removed before lies in no file any
   * more, and no earlier moment can be restored.
   */
  async forgetPast(): Promise<void> {
    this.retryableWrites.forgetDocuments();
    await this.#files?.forgetPast();
  }

  /** Writes the present state to a file, for `importSnapshot`. Errors: IllegalOperation without a folder. */
  async exportSnapshot(file: string): Promise<void> {
    if (this.#files === undefined)
      throw mongoError('IllegalOperation', 'an ephemeral storage has no snapshots');
    await this.#files.exportTo(file);
  }

  /** Makes everything durable and gives back files, timers and the lock. Idempotent. */
  close(): Promise<void> {
    this.#ttl.stop();
    clearInterval(this.#compacting);
    this.#closing ??= this.#files?.close() ?? Promise.resolve();
    return this.#closing;
  }
}
