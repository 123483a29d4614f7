import type { Ids } from '../../../src/core/ids.js';
import { type Document, MAX_DOCUMENT_SIZE } from '../bson/index.js';
import { type MongoError, mongoError } from '../error/index.js';
import { BatchWriter } from './batch-writer.js';
import { type Budget, PAUSE } from './budget.js';

/** One result: a document, or its bytes where they are known (a stored document that nothing changed). */
export type ResultItem = Document | Uint8Array;

/** Where the results of a query come from. */
export interface ResultSource {
  /**
   * The next result, `undefined` at the end, or `PAUSE` after a stretch of work without one, so that others get a
   * turn. Throws a MongoError when the query fails.
   */
  next(): ResultItem | typeof PAUSE | undefined;
  /** Lets go of snapshots and temporary state. Idempotent. */
  close(): void;
  /** True when it is known that nothing more will come, so that no empty batch need say so. */
  ended?(): boolean;
  /** A tailable source may have more after its end. */
  tailable?: boolean;
  /** Waits for more of a tailable source, at most so many ms. */
  wait?(ms: number, signal: AbortSignal): Promise<void>;
  /** Further fields of the reply's `cursor` (`postBatchResumeToken`). */
  more?(): Document | undefined;
}

/** What a cursor is bound to. A getMore must come with the same. */
export interface CursorOwner {
  /** Key of the logical session, when there is one. */
  session?: string;
  /** The transaction it was opened in. */
  txnNumber?: bigint;
}

export interface Batch {
  bytes: Uint8Array;
  count: number;
  /** True when the source has nothing more. */
  exhausted: boolean;
}

export class Cursor {
  /** 0 until it is registered: most queries end in their first batch. */
  id = 0n;
  readonly namespace: string;
  readonly owner: CursorOwner;
  readonly source: ResultSource;
  readonly noTimeout: boolean;
  /** Monotonic ms of the last use. */
  lastUse = performance.now();
  busy = false;
  killed = false;
  /** Why it cannot go on: what it read from was dropped or renamed. The next getMore is told, and ends it. */
  broken: MongoError | undefined;
  #waiting: ResultItem | undefined;
  #atEnd = false;
  /** The budget of the command that opened it, which its source asks. */
  #first: Budget | undefined;

  constructor(namespace: string, source: ResultSource, owner: CursorOwner, noTimeout: boolean) {
    this.namespace = namespace;
    this.source = source;
    this.owner = owner;
    this.noTimeout = noTimeout;
  }

  /** Takes up to `limit` results, and no more than 16 MB of them (but at least one); at once when that takes no time. */
  batch(limit: number, budget: Budget): Batch | Promise<Batch> {
    this.#first ??= budget;
    this.#first.passTo(budget);
    this.#atEnd = false;
    const writer = new BatchWriter();
    return this.#fill(writer, limit) ? this.#finish(writer) : this.#fillInTurns(writer, limit, budget);
  }

  async #fillInTurns(writer: BatchWriter, limit: number, budget: Budget): Promise<Batch> {
    do await budget.pause();
    while (!this.#fill(writer, limit));
    return this.#finish(writer);
  }

  /** False when others should have a turn before it goes on. */
  #fill(writer: BatchWriter, limit: number): boolean {
    while (writer.count < limit) {
      const item = this.#waiting ?? this.source.next();
      this.#waiting = undefined;
      if (item === PAUSE) return false;
      if (item === undefined) {
        this.#atEnd = this.source.tailable !== true;
        return true;
      }
      if (!writer.add(item, MAX_DOCUMENT_SIZE)) {
        this.#waiting = item;
        return true;
      }
    }
    return true;
  }

  #finish(writer: BatchWriter): Batch {
    const exhausted = this.#atEnd || (this.#waiting === undefined && this.source.ended?.() === true);
    return { bytes: writer.finish(), count: writer.count, exhausted };
  }
}

/** Idle cursors are dropped after ten minutes (`cursorTimeoutMillis`). */
export const CURSOR_TIMEOUT_MS = 10 * 60_000;
const SWEEP_MS = 60_000;

/**
 * The open cursors of a cluster. Idle time is the machine's, not the emulator's: it guards memory, and a clock that
 * jumps an hour ahead must not cut a running application's cursors.
 */
export class Cursors {
  readonly #ids: Ids;
  readonly #open = new Map<bigint, Cursor>();
  #sweeper: NodeJS.Timeout | undefined;
  timedOut = 0;
  totalOpened = 0;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  get size(): number {
    return this.#open.size;
  }

  /** A cursor that is not yet registered. */
  create(namespace: string, source: ResultSource, owner: CursorOwner, noTimeout = false): Cursor {
    return new Cursor(namespace, source, owner, noTimeout);
  }

  /** Keeps a cursor for getMore. */
  register(cursor: Cursor): void {
    if (cursor.id === 0n) cursor.id = this.#newId();
    this.#open.set(cursor.id, cursor);
    this.totalOpened++;
    this.#sweeper ??= setInterval(() => this.sweep(), SWEEP_MS).unref();
  }

  /** The cursor for a getMore, or CursorNotFound. */
  take(id: bigint, namespace: string, owner: CursorOwner): Cursor {
    const cursor = this.#open.get(id);
    if (cursor === undefined) throw mongoError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      throw mongoError(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    checkOwner(cursor, owner);
    if (cursor.busy) throw mongoError('CursorInUse', `cursor id ${id} is already in use`);
    if (cursor.broken !== undefined) {
      this.kill(id);
      throw cursor.broken;
    }
    cursor.lastUse = performance.now();
    return cursor;
  }

  get(id: bigint): Cursor | undefined {
    return this.#open.get(id);
  }

  /** Closes one. True when it was there. */
  kill(id: bigint): boolean {
    const cursor = this.#open.get(id);
    if (cursor === undefined) return false;
    this.#open.delete(id);
    cursor.killed = true;
    cursor.source.close();
    return true;
  }

  /** Closes those for which `test` holds. */
  killWhere(test: (cursor: Cursor) => boolean): void {
    for (const cursor of [...this.#open.values()]) if (test(cursor)) this.kill(cursor.id);
  }

  /** Those for which `test` holds cannot go on: they give up what they hold, and their next getMore is told why. */
  breakWhere(test: (cursor: Cursor) => boolean, why: string): void {
    for (const cursor of this.#open.values()) {
      if (!test(cursor)) continue;
      cursor.broken = mongoError('QueryPlanKilled', why);
      cursor.source.close();
    }
  }

  /** Drops what has been idle for too long. */
  sweep(now = performance.now()): void {
    for (const cursor of [...this.#open.values()]) {
      if (cursor.noTimeout || cursor.busy || now - cursor.lastUse < CURSOR_TIMEOUT_MS) continue;
      this.kill(cursor.id);
      this.timedOut++;
    }
  }

  stop(): void {
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
    this.killWhere(() => true);
  }

  #newId(): bigint {
    for (;;) {
      const id = this.#ids.bytes(8).readBigInt64LE() & 0x7fff_ffff_ffff_ffffn;
      if (id !== 0n && !this.#open.has(id)) return id;
    }
  }
}

function checkOwner(cursor: Cursor, owner: CursorOwner): void {
  const { id } = cursor;
  if (cursor.owner.session !== owner.session) {
    const [was, is] = [cursor.owner.session ?? 'none', owner.session ?? 'none'];
    throw mongoError(
      50738,
      `Cannot run getMore on cursor ${id}, which was created in session ${was}, in session ${is}`,
    );
  }
  if (cursor.owner.txnNumber !== owner.txnNumber) {
    const [was, is] = [cursor.owner.txnNumber ?? 'none', owner.txnNumber ?? 'none'];
    throw mongoError(
      50741,
      `Cannot run getMore on cursor ${id}, which was created in transaction ${was}, in transaction ${is}`,
    );
  }
}
