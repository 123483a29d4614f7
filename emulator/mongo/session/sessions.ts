import { Binary, type Document } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { RetryableWrites, Txn } from '../storage/index.js';

export type TransactionStatus = 'none' | 'inProgress' | 'committed' | 'aborted';

/** A logical session: its current transaction or retryable write. */
export class Session {
  readonly key: string;
  /** Monotonic ms of the last use. */
  lastUse = performance.now();
  txnNumber = -1n;
  /** Whether the current number belongs to a transaction or to a retryable write. */
  kind: 'none' | 'retryable' | 'transaction' = 'none';
  status: TransactionStatus = 'none';
  handle: Txn | undefined;
  /** Who used it first, where users are known. */
  owner: { readonly user: string; readonly db: string } | undefined;
  /** Monotonic ms when the transaction began. */
  startedAt = 0;

  constructor(key: string, txnNumber: bigint | undefined) {
    this.key = key;
    if (txnNumber === undefined) return;
    this.txnNumber = txnNumber;
    this.kind = 'retryable';
  }

  readonly #commits: (() => void)[] = [];
  readonly #ends: ((committed: boolean) => void)[] = [];

  /** Calls back just before the transaction at hand is committed. */
  onCommit(committing: () => void): void {
    this.#commits.push(committing);
  }

  /** Calls back when the transaction at hand ends. */
  onEnd(ended: (committed: boolean) => void): void {
    this.#ends.push(ended);
  }

  /** A retryable write with this number begins, or goes on when it is the same. */
  beginRetryable(txnNumber: bigint): void {
    this.#refuseOlder(txnNumber, 'Retryable write');
    if (txnNumber === this.txnNumber) {
      if (this.kind === 'retryable') return;
      throw mongoError(
        'IncompleteTransactionHistory',
        `Cannot retry a retryable write as transaction ${txnNumber}`,
      );
    }
    this.#turnTo(txnNumber, 'retryable');
  }

  /** A transaction begins. What was open before is given up. */
  beginTransaction(txnNumber: bigint, handle: () => Txn): void {
    this.#refuseOlder(txnNumber, 'Transaction');
    if (txnNumber === this.txnNumber) {
      throw mongoError(
        'ConflictingOperationInProgress',
        `Cannot start a transaction at given transaction number ${txnNumber} a transaction with the same number is ` +
          `in state ${this.status === 'inProgress' ? 'TxnState::InProgress' : this.status}`,
      );
    }
    this.#turnTo(txnNumber, 'transaction');
    this.status = 'inProgress';
    this.startedAt = performance.now();
    this.handle = handle();
  }

  /** Checks that a statement (or commit, or abort) belongs to the transaction at hand. */
  continueTransaction(txnNumber: bigint, command: string): void {
    if (txnNumber < this.txnNumber) this.#refuseOlder(txnNumber, 'Transaction');
    if (txnNumber !== this.txnNumber || this.kind !== 'transaction') {
      const active = `The active transaction number is ${this.txnNumber}`;
      throw noSuchTransaction(
        `Given transaction number ${txnNumber} does not match any in-progress transactions. ${active}`,
      );
    }
    if (this.status === 'aborted') {
      throw noSuchTransaction(`Transaction with { txnNumber: ${txnNumber} } has been aborted.`);
    }
    if (this.status === 'committed' && command !== 'commitTransaction') {
      throw mongoError(
        'TransactionCommitted',
        `Transaction with { txnNumber: ${txnNumber} } has been committed.`,
      );
    }
  }

  async commit(options: { j?: boolean }): Promise<void> {
    if (this.status === 'committed') return;
    const { handle } = this;
    this.handle = undefined;
    try {
      for (const committing of this.#commits.splice(0)) committing();
      await handle?.commit(options);
      this.status = 'committed';
    } catch (error) {
      this.status = 'aborted';
      throw error;
    } finally {
      this.#ended(this.status === 'committed');
    }
  }

  /** Rolls back what is open. Idempotent. */
  abort(): void {
    if (this.status !== 'inProgress') return;
    this.status = 'aborted';
    this.handle?.abort();
    this.handle = undefined;
    this.#ended(false);
  }

  #ended(committed: boolean): void {
    this.#commits.length = 0;
    for (const ended of this.#ends.splice(0)) ended(committed);
  }

  #turnTo(txnNumber: bigint, kind: 'retryable' | 'transaction'): void {
    this.abort();
    this.txnNumber = txnNumber;
    this.kind = kind;
    this.status = 'none';
  }

  #refuseOlder(txnNumber: bigint, what: string): void {
    if (txnNumber >= this.txnNumber) return;
    const newer = this.kind === 'transaction' ? 'transaction' : 'retryable write';
    throw mongoError(
      'TransactionTooOld',
      `${what} with txnNumber ${txnNumber} is prohibited on session ${this.key} because a newer ${newer} with ` +
        `txnNumber ${this.txnNumber} has already started on this session.`,
    );
  }
}

function noSuchTransaction(message: string): Error {
  return mongoError('NoSuchTransaction', message);
}

/** `logicalSessionTimeoutMinutes` of hello. */
export const SESSION_TIMEOUT_MINUTES = 30;
/** `transactionLifetimeLimitSeconds`. */
const TRANSACTION_LIFETIME_MS = 60_000;
const SWEEP_MS = 15_000;

/** The logical sessions of a cluster. Their timeouts are the machine's time, which is what drivers reckon with. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #writes: RetryableWrites;
  readonly #ended: (session: Session) => void;
  #sweeper: NodeJS.Timeout | undefined;

  /** `writes` knows what sessions wrote before a restart; `ended` is called when one goes, so that its cursors go too. */
  constructor(writes: RetryableWrites, ended: (session: Session) => void) {
    this.#writes = writes;
    this.#ended = ended;
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** The session with this id; made when it is new, as mongod does. */
  use(key: string): Session {
    let session = this.#sessions.get(key);
    if (session === undefined) {
      session = new Session(key, this.#writes.latest(key));
      this.#sessions.set(key, session);
      this.#sweeper ??= setInterval(() => this.sweep(), SWEEP_MS).unref();
    }
    session.lastUse = performance.now();
    return session;
  }

  end(key: string): void {
    const session = this.#sessions.get(key);
    if (session === undefined) return;
    this.#sessions.delete(key);
    session.abort();
    this.#ended(session);
  }

  all(): Session[] {
    return [...this.#sessions.values()];
  }

  keys(): string[] {
    return [...this.#sessions.keys()];
  }

  /** Ends sessions unused for half an hour and transactions older than a minute. */
  sweep(now = performance.now()): void {
    for (const session of [...this.#sessions.values()]) {
      if (session.status === 'inProgress' && now - session.startedAt > TRANSACTION_LIFETIME_MS)
        session.abort();
      if (now - session.lastUse > SESSION_TIMEOUT_MINUTES * 60_000) this.end(session.key);
    }
  }

  stop(): void {
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
    for (const key of this.keys()) this.end(key);
  }
}

/** `LogicalSessionFromClient` of MongoDB; all but `id` are for servers among themselves. */
const LSID_FIELDS = ['id', 'uid', 'txnNumber', 'txnUUID', 'stmtId'];

/** The key of an `lsid` document: its UUID in hexadecimal. */
export function sessionKey(lsid: Document): string {
  const stray = lsid.keys().find((key) => !LSID_FIELDS.includes(key));
  if (stray !== undefined)
    throw mongoError(40415, `BSON field 'OperationSessionInfo.lsid.${stray}' is an unknown field.`);
  const id = lsid.get('id');
  if (id === undefined || id === null)
    throw mongoError(40414, "BSON field 'OperationSessionInfo.lsid.id' is missing but a required field");
  if (!(id instanceof Binary) || id.subtype !== 4) {
    throw mongoError(
      'TypeMismatch',
      "BSON field 'OperationSessionInfo.lsid.id' is the wrong type, expected binary data of subtype 'UUID'",
    );
  }
  if (id.bytes.length !== 16)
    throw mongoError('InvalidUUID', 'uuid must be a 16-byte binary field with UUID (4) subtype');
  return Buffer.from(id.bytes).toString('hex');
}
