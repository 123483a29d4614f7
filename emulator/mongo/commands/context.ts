import type { Document, Timestamp } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { Budget } from '../session/budget.js';
import type { CursorOwner } from '../session/cursors.js';
import type { Session } from '../session/sessions.js';
import type { Collection, Txn } from '../storage/index.js';
import type { ConnectionHandle } from '../wire/connection.js';
import type { Request } from '../wire/request.js';
import type { ClientState } from './client-state.js';
import type { ClusterServer } from './cluster-server.js';
import type { GenericArguments } from './generic-arguments.js';

/** Everything a running command may look at. */
export class CommandContext {
  readonly server: ClusterServer;
  readonly client: ClientState;
  readonly connection: ConnectionHandle;
  readonly request: Request;
  /** Canonical name of the command. */
  readonly commandName: string;
  readonly generic: GenericArguments;
  readonly budget: Budget;
  /** The logical session, when the client sent one. */
  readonly session: Session | undefined;

  constructor(parts: {
    server: ClusterServer;
    client: ClientState;
    connection: ConnectionHandle;
    request: Request;
    commandName: string;
    generic: GenericArguments;
    budget: Budget;
    session: Session | undefined;
  }) {
    this.server = parts.server;
    this.client = parts.client;
    this.connection = parts.connection;
    this.request = parts.request;
    this.commandName = parts.commandName;
    this.generic = parts.generic;
    this.budget = parts.budget;
    this.session = parts.session;
  }

  get body(): Document {
    return this.request.body;
  }

  get database(): string {
    return this.request.database;
  }

  /** True for a statement of a transaction. */
  get inTransaction(): boolean {
    return this.generic.autocommit === false;
  }

  /** True for a write that must run once however often it is sent. */
  get isRetryable(): boolean {
    return this.generic.txnNumber !== undefined && !this.inTransaction;
  }

  /** The unit of work: the session's transaction, a snapshot that is read again, or one of this command's own. */
  txn(): Txn {
    if (this.inTransaction) {
      const { handle } = this.session!;
      if (handle === undefined) throw mongoError('NoSuchTransaction', 'Transaction has ended.');
      return handle;
    }
    return this.#snapshot() ?? this.server.storage.begin();
  }

  /** The moment that a snapshot read outside of a transaction looks at; the reply tells it. */
  get atClusterTime(): Timestamp | undefined {
    return this.#atClusterTime;
  }

  #atClusterTime: Timestamp | undefined;

  #snapshot(): Txn | undefined {
    const { readConcern } = this.generic;
    if (readConcern?.level !== 'snapshot') return undefined;
    const { snapshots } = this.server;
    const known = this.#atClusterTime ?? readConcern.atClusterTime;
    if (known !== undefined) {
      this.#atClusterTime = known;
      return snapshots.at(known);
    }
    const { time, txn } = snapshots.take();
    this.#atClusterTime = time;
    return txn;
  }

  /** A collection (or view) of the command's database that the command can see. */
  collection(name: string): Collection | undefined {
    const found = this.server.storage.catalogue.find(this.database, name);
    return found !== undefined && this.server.uncommitted.isVisible(found, this.session) ? found : undefined;
  }

  /** How safe an acknowledged write of this command must be. */
  get durability(): { j?: boolean } {
    return this.generic.writeConcern?.durable === true ? { j: true } : {};
  }

  /** The same for a change of the catalogue. */
  get settledLevel(): 'written' | 'synced' {
    return this.generic.writeConcern?.durable === true ? 'synced' : 'written';
  }

  /** What a cursor opened (or used) by this command is bound to. */
  get cursorOwner(): CursorOwner {
    const owner: CursorOwner = {};
    if (this.generic.session !== undefined) owner.session = this.generic.session;
    if (this.inTransaction && this.generic.txnNumber !== undefined) owner.txnNumber = this.generic.txnNumber;
    return owner;
  }

  /** `db.collection` for a command's first argument; an invalid name is InvalidNamespace. */
  namespace(collection: unknown): string {
    if (typeof collection !== 'string') {
      throw mongoError('InvalidNamespace', 'collection name has invalid type');
    }
    return checkNamespace(this.database, collection);
  }
}

const FORBIDDEN_IN_DATABASE = /[/\\. "$\0]/;

/** Joins a namespace after checking it as mongod does. */
export function checkNamespace(database: string, collection: string): string {
  checkDatabase(database);
  const namespace = `${database}.${collection}`;
  if (collection === '' || collection.startsWith('.') || collection.includes('\0')) {
    throw mongoError('InvalidNamespace', `Invalid namespace specified '${namespace}'`);
  }
  return namespace;
}

export function checkDatabase(database: string): void {
  if (
    database === '' ||
    database.length >= 64 ||
    (FORBIDDEN_IN_DATABASE.test(database) && database !== '$external')
  ) {
    throw mongoError('InvalidNamespace', `Invalid database name: '${database}'`);
  }
}
