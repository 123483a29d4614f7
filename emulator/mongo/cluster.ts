import { rm } from 'node:fs/promises';
import type { Clock } from '../../src/core/clock.js';
import { UserError, userError } from '../../src/core/errors.js';
import type { Ids } from '../../src/core/ids.js';
import type { Secret } from '../../src/core/secret.js';
import type { ClientState } from './commands/client-state.js';
import { ClusterServer } from './commands/cluster-server.js';
import { Dispatcher } from './commands/dispatcher.js';
import type { InjectedFaults } from './commands/injected-faults.js';
import { COMMANDS } from './commands/table.js';
import { compileMatcher } from './query/index.js';
import { openStorage, type Storage } from './storage/index.js';
import { type Address, Listener } from './wire/listener.js';

export interface EmbeddedClusterOptions {
  /** AWS region that the cluster stands for. */
  region: string;
  /** Address to listen on; 127.0.0.1 by default. */
  host?: string;
  /** 0, the default, takes a free port. */
  port?: number;
  /** Take a free port when the one asked for is taken. */
  movePort?: boolean;
  /** A Unix socket to listen on as well. */
  socketPath?: string;
  /** Where the data is kept; left out, it lives in memory alone. */
  folder?: string;
  clock: Clock;
  ids: Ids;
  /** Clients must authenticate; this user (role `root`) is made when it is not there. */
  auth?: { user: string; password: Secret };
  setName?: string;
  /** Faults put in on purpose. */
  faults?: InjectedFaults;
  onBackgroundError(error: unknown): void;
}

/** Databases of the server itself. */
export const OWN_DATABASES: ReadonlySet<string> = new Set(['admin', 'config', 'local']);

/** One embedded single-member replica set: a server that official drivers connect to. */
export class EmbeddedCluster {
  readonly #options: EmbeddedClusterOptions;
  readonly #listeners: Listener[] = [];
  #storage: Storage | undefined;
  #server: ClusterServer | undefined;
  #uri = '';

  constructor(options: EmbeddedClusterOptions) {
    this.#options = options;
  }

  get region(): string {
    return this.#options.region;
  }

  /** Connection string without credentials; valid once started. */
  get uri(): string {
    return this.#uri;
  }

  /** The state behind the wire, for tests and for users that are made before anybody can authenticate. */
  get server(): ClusterServer {
    if (this.#server === undefined) throw new Error('the cluster has not been started');
    return this.#server;
  }

  /** Opens the data and listens. Rejects with a UserError when the port is taken; leaves nothing behind then. */
  async start(signal?: AbortSignal): Promise<void> {
    try {
      await this.#open();
      signal?.throwIfAborted();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /**
   * Takes the documents out of every database but the server's own, in this process. Collections and indexes stand as
   * they were: clients that have made sure of them once do not ask again.
   * @param kept collections that keep their documents, as `db.collection`
   */
  clear(kept: ReadonlySet<string> = new Set()): void {
    const { storage, cursors } = this.server;
    for (const db of storage.catalogue.databases()) {
      if (OWN_DATABASES.has(db)) continue;
      for (const collection of storage.catalogue.collections(db))
        if (!kept.has(collection.namespace)) storage.catalogue.truncate(collection);
      cursors.killWhere(({ namespace }) => namespace.startsWith(`${db}.`));
    }
  }

  async #open(): Promise<void> {
    const {
      clock,
      ids,
      region,
      auth,
      faults,
      setName = 'arcube',
      host = '127.0.0.1',
      port = 0,
      socketPath,
    } = this.#options;
    this.#storage = await openStorage({
      ...(this.#options.folder === undefined ? {} : { folder: this.#options.folder }),
      clock,
      ids,
      compileFilter: (filter, collation) => compileMatcher(filter, { collation }),
      onBackgroundError: this.#options.onBackgroundError,
    });
    const server = new ClusterServer(
      { region, setName, clock, ids, auth: auth !== undefined, ...(faults && { faults }) },
      this.#storage,
    );
    this.#server = server;
    if (auth !== undefined && server.users.get('admin', auth.user) === undefined) {
      await server.users.add('admin', auth.user, auth.password.reveal(), [{ role: 'root', db: 'admin' }]);
    }
    server.connectionCount = () => this.#listeners.reduce((sum, { connections }) => sum + connections, 0);
    const address = await this.#listenMoving(server, host, port);
    if (socketPath !== undefined) {
      await rm(socketPath, { force: true });
      await this.#listen(server, { path: socketPath });
    }
    this.#uri = `mongodb://${text(address)}/?replicaSet=${setName}`;
  }

  async #listenMoving(server: ClusterServer, host: string, port: number): Promise<Address> {
    try {
      return await this.#listen(server, { host, port });
    } catch (error) {
      const isTaken = error instanceof UserError && error.code === 'PORT_TAKEN';
      if (!isTaken || this.#options.movePort !== true) throw error;
      return this.#listen(server, { host, port: 0 });
    }
  }

  async #listen(server: ClusterServer, wanted: Address): Promise<Address> {
    let name = '';
    const listener = new Listener((connection) => {
      const client: ClientState = { connectionId: connection.id, serverAddress: name };
      return new Dispatcher(server, client, COMMANDS);
    });
    this.#listeners.push(listener);
    const taken = await listener.listen(wanted).catch((error: NodeJS.ErrnoException) => {
      throw listenError(error, wanted);
    });
    name = text(taken);
    return taken;
  }

  /** Drops the past from the disk: see `Storage.forgetPast`. */
  async forgetPast(): Promise<void> {
    await this.#storage?.forgetPast();
  }

  /** Drops clients, makes the data durable and gives back port and files. Idempotent, legal in mid-start. */
  async stop(): Promise<void> {
    this.#server?.stop();
    await Promise.all(this.#listeners.map((listener) => listener.close()));
    await this.#storage?.close();
  }
}

function text(address: Address): string {
  return 'path' in address ? address.path : `${address.host}:${address.port}`;
}

function listenError(error: NodeJS.ErrnoException, wanted: Address): Error {
  if ('path' in wanted) return error;
  const { host, port } = wanted;
  if (error.code === 'EADDRINUSE') return userError('PORT_TAKEN', { port, host }, { cause: error });
  return userError('PORT_FORBIDDEN', { port, host, cause: error.message }, { cause: error });
}
