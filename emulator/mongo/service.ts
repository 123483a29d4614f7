import { join } from 'node:path';
import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import type { Secret } from '../../src/core/secret.js';
import type { EventBus } from '../kernel/events.js';
import type { FaultTable } from '../kernel/faults.js';
import type { MongoCluster, MongoClusters } from '../kernel/mongo.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { EmbeddedCluster } from './cluster.js';
import { type FaultListener, InjectedFaults } from './commands/injected-faults.js';
import { DownloadedCluster } from './modes/downloaded-cluster.js';
import { ForeignCluster } from './modes/foreign-cluster.js';

export interface MongoOptions {
  /** `embedded`, `mongod`, or a `mongodb://…` / `mongodb+srv://…` URI. */
  mode: string;
  /** AWS region names of the clusters; the first is the home region. */
  regions: readonly string[];
  /** Folder of the kept data, one folder a region inside; left out, all lives in memory. */
  stateDir?: string;
  /** Address to listen on; 127.0.0.1 by default. */
  host?: string;
  /** Port of the home region's cluster, the others follow it; 0 (the default) takes free ones, as does a taken one. */
  port?: number;
  /** Clients must sign in; these users are there from the start, the second with read and write. Embedded mode alone. */
  auth?: { root: Login; functions: Login };
  clock: Clock;
  ids: Ids;
  events: EventBus;
  /** Faults put in on purpose, by region. Embedded mode alone. */
  faults?: FaultTable;
}

interface Login {
  user: string;
  password: Secret;
}

/** A cluster of any mode. */
export interface StartableCluster extends MongoCluster {
  start(signal: AbortSignal): Promise<void>;
  /** Idempotent, legal in mid-start. */
  stop(): Promise<void>;
}

/** MongoDB as the emulator sees it: one cluster per data region, whatever answers behind them. */
export interface Mongo extends Service, MongoClusters {
  /** The embedded clusters, for the verbs that go past the wire (snapshot, restore); empty in the other modes. */
  embedded(): readonly EmbeddedCluster[];
}

/** What the functions' user may do, in every database. */
const FUNCTION_ROLES = [{ role: 'readWriteAnyDatabase', db: 'admin' }];

/** Describes MongoDB in one of its modes; nothing happens before `start`. */
export function createMongo(options: MongoOptions): Mongo {
  return new MongoService(options);
}

class MongoService implements Mongo {
  readonly name = 'mongo';
  readonly needs: readonly string[] = [];
  readonly #mode: string;
  readonly #auth: MongoOptions['auth'];
  readonly #clusters: readonly StartableCluster[];
  #status: ServiceHealth['status'] = 'stopped';

  constructor(options: MongoOptions) {
    this.#mode = options.mode;
    this.#auth = options.mode === 'embedded' ? options.auth : undefined;
    this.#clusters = options.regions.map((region, at) => clusterOf(options, region, at));
  }

  async start(signal: AbortSignal): Promise<void> {
    this.#status = 'starting';
    try {
      await Promise.all(this.#clusters.map((cluster) => cluster.start(signal)));
      await this.#addUsers();
      signal.throwIfAborted();
      this.#status = 'ok';
    } catch (error) {
      this.#status = 'failed';
      await this.#stopAll();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#stopAll();
    this.#status = 'stopped';
  }

  clusters(): readonly MongoCluster[] {
    const auth = this.#auth;
    if (!auth) return this.#clusters;
    return this.#clusters.map(({ region, uri }) => ({
      region,
      uri: signedIn(uri, auth.root),
      functionsUri: signedIn(uri, auth.functions),
    }));
  }

  embedded(): readonly EmbeddedCluster[] {
    return this.#clusters.filter((cluster) => cluster instanceof EmbeddedCluster);
  }

  health(): ServiceHealth {
    const details: Record<string, string> = { mode: this.#mode.startsWith('mongodb') ? 'uri' : this.#mode };
    if (this.#status === 'ok') {
      for (const { region, uri } of this.#clusters) details[region] = withoutCredentials(uri);
    }
    return { status: this.#status, details };
  }

  /** A kept database may have the functions' user already, or another in its turn. */
  async #addUsers(): Promise<void> {
    const functions = this.#auth?.functions;
    if (!functions) return;
    for (const { server } of this.embedded())
      if (!server.users.get('admin', functions.user))
        await server.users.add('admin', functions.user, functions.password.reveal(), FUNCTION_ROLES);
  }

  async #stopAll(): Promise<void> {
    await Promise.allSettled(this.#clusters.map((cluster) => cluster.stop()));
  }
}

function clusterOf(options: MongoOptions, region: string, at: number): StartableCluster {
  const { mode, stateDir, host, port = 0, clock, ids, events } = options;
  const folder = stateDir === undefined ? {} : { folder: join(stateDir, region) };
  if (mode === 'mongod') return new DownloadedCluster({ region, ...folder, events });
  if (mode !== 'embedded') return new ForeignCluster(region, mode);
  return new EmbeddedCluster({
    region,
    ...folder,
    ...(host === undefined ? {} : { host }),
    port: port === 0 ? 0 : port + at,
    movePort: true,
    ...(options.auth === undefined ? {} : { auth: options.auth.root }),
    clock,
    ids,
    ...(options.faults && { faults: new InjectedFaults(options.faults, region, faultLog(options)) }),
    onBackgroundError: (error) => tell(events, region, error),
  });
}

/** The function whose command was made to fail has it in its log, by the name that its client gave. */
function faultLog({ events, clock }: MongoOptions): FaultListener {
  return (client, text) =>
    events.emit('log', { time: clock.now(), functionName: client ?? 'mongo', logStream: 'faults', text });
}

function tell(events: EventBus, region: string, error: unknown): void {
  events.emit('diagnostic', {
    severity: 'error',
    code: 'MONGO_BACKGROUND',
    message: `MongoDB of ${region} failed in the background: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Look at the disk and the rights of its folder; data since the last sync may be at risk.',
  });
}

function signedIn(uri: string, { user, password }: Login): string {
  return uri.replace('://', `://${user}:${password.reveal()}@`);
}

/** Hides `user:password@` of a connection string. */
export function withoutCredentials(uri: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/)[^@/]*@/, '$1');
}
