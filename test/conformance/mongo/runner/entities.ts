import {
  type AbstractCursor,
  BSON,
  type ChangeStream,
  type ClientSession,
  type Collection,
  type CollectionOptions,
  type CommandFailedEvent,
  type CommandStartedEvent,
  type CommandSucceededEvent,
  type Db,
  MongoClient,
  type MongoClientOptions,
  ReadPreference,
  type ReadPreferenceMode,
  type TagSet,
  type TransactionOptions,
} from 'mongodb';
import type { MatchContext } from './match.js';
import type { EntityArguments, EntitySpec } from './spec.js';

export type CommandEvent = CommandStartedEvent | CommandSucceededEvent | CommandFailedEvent;

/** A client with the events it was asked to note. */
export interface ObservedClient {
  client: MongoClient;
  events: { name: string; event: Record<string, unknown> }[];
}

const COMMAND_EVENTS = ['commandStarted', 'commandSucceeded', 'commandFailed'] as const;
const POOL_EVENTS = [
  'connectionPoolCreated',
  'connectionPoolReady',
  'connectionPoolCleared',
  'connectionPoolClosed',
  'connectionCreated',
  'connectionReady',
  'connectionClosed',
  'connectionCheckOutStarted',
  'connectionCheckOutFailed',
  'connectionCheckedOut',
  'connectionCheckedIn',
] as const;
/** Never shown unless a test asks for sensitive commands. */
const SENSITIVE = new Set([
  'saslStart',
  'saslContinue',
  'authenticate',
  'createUser',
  'updateUser',
  'hello',
  'isMaster',
]);

/** The named things of one test: clients, databases, collections, sessions, cursors and saved results. */
export class Entities implements MatchContext {
  readonly #uri: string;
  readonly #all = new Map<string, unknown>();
  readonly #sessionIds = new Map<string, unknown>();

  /** The runner's own client, whose commands no test sees. */
  readonly internal: MongoClient;

  constructor(uri: string, internal: MongoClient) {
    this.#uri = uri;
    this.internal = internal;
  }

  async create(specs: readonly EntitySpec[]): Promise<void> {
    for (const spec of specs) {
      const [[kind, args]] = Object.entries(spec) as [[string, EntityArguments]];
      const make = this.#makers[kind];
      if (make === undefined) throw new Unsupported(`entity ${kind}`);
      this.#all.set(args.id, await make(args));
    }
  }

  set(id: string, value: unknown): void {
    this.#all.set(id, value);
  }

  entity(id: string): unknown {
    if (!this.#all.has(id)) throw new Error(`the test has no entity ${id}`);
    return this.#all.get(id);
  }

  observed(id: string): ObservedClient {
    return this.entity(id) as ObservedClient;
  }

  database(id: string): Db {
    return this.entity(id) as Db;
  }

  collection(id: string): Collection {
    return this.entity(id) as Collection;
  }

  session(id: string): ClientSession {
    return this.entity(id) as ClientSession;
  }

  cursor(id: string): AbstractCursor {
    return this.entity(id) as AbstractCursor;
  }

  changeStream(id: string): ChangeStream {
    return this.entity(id) as ChangeStream;
  }

  sessionId(id: string): unknown {
    return this.#sessionIds.get(id);
  }

  /** Ends sessions, cursors and clients. */
  async close(): Promise<void> {
    for (const entity of [...this.#all.values()].reverse()) {
      if (isClosable(entity)) await entity.close().catch(() => {});
      else if (isSession(entity)) await entity.endSession().catch(() => {});
      else if (isObserved(entity)) await entity.client.close();
    }
  }

  readonly #makers: Record<string, ((args: EntityArguments) => unknown) | undefined> = {
    client: (args) => this.#client(args),
    database: (args) => {
      const { client } = this.observed(String(args.client));
      return client.db(String(args.databaseName), concerns(args.databaseOptions));
    },
    collection: (args) => {
      const db = this.database(String(args.database));
      return db.collection(
        String(args.collectionName),
        concerns(args.collectionOptions) as CollectionOptions,
      );
    },
    session: (args) => this.#session(args),
  };

  #client(args: EntityArguments): ObservedClient {
    const options = { ...(args.uriOptions as object), monitorCommands: true } as MongoClientOptions & {
      appname?: string;
    };
    const { appname, ...rest } = options;
    const client = new MongoClient(this.#uri, {
      ...rest,
      ...(appname === undefined ? {} : { appName: appname }),
      ...(args.serverApi === undefined
        ? {}
        : { serverApi: args.serverApi as MongoClientOptions['serverApi'] & object }),
      serverSelectionTimeoutMS: 5_000,
    });
    const observed: ObservedClient = { client, events: [] };
    observe(observed, args);
    return observed;
  }

  #session(args: EntityArguments): ClientSession {
    const { client } = this.observed(String(args.client));
    const options = (args.sessionOptions ?? {}) as Record<string, unknown>;
    const { defaultTransactionOptions, ...rest } = options;
    const session = client.startSession({
      ...rest,
      ...(defaultTransactionOptions === undefined
        ? {}
        : { defaultTransactionOptions: concerns(defaultTransactionOptions) as TransactionOptions }),
    });
    this.#sessionIds.set(args.id, BSON.deserialize(BSON.serialize(session.id as object)));
    return session;
  }
}

/** Something that the runner (or the driver) cannot do: the test is left out, with this reason. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}

/** `readPreference` is a document in the format and an object or name in the driver. */
export function concerns(options: unknown): Record<string, unknown> {
  if (typeof options !== 'object' || options === null) return {};
  const { readPreference, ...rest } = options as { readPreference?: ReadPreferenceSpec };
  if (readPreference === undefined) return rest;
  return { ...rest, readPreference: readPreferenceOf(readPreference) };
}

interface ReadPreferenceSpec {
  mode: ReadPreferenceMode;
  tagSets?: TagSet[];
  maxStalenessSeconds?: number;
  hedge?: { enabled: boolean };
}

function readPreferenceOf({ mode, tagSets, ...options }: ReadPreferenceSpec): ReadPreference {
  return new ReadPreference(mode, tagSets, options);
}

function observe(observed: ObservedClient, args: EntityArguments): void {
  const wanted = (args.observeEvents ?? []) as string[];
  const ignored = new Set([
    'configureFailPoint',
    ...((args.ignoreCommandMonitoringEvents ?? []) as string[]),
  ]);
  for (const name of [...COMMAND_EVENTS, ...POOL_EVENTS]) {
    const inFormat = `${name}Event`.replace('connectionPool', 'pool');
    if (!wanted.includes(inFormat)) continue;
    observed.client.on(name as 'commandStarted', (event: CommandStartedEvent) => {
      const { commandName } = event;
      if (commandName !== undefined && (ignored.has(commandName) || SENSITIVE.has(commandName))) return;
      observed.events.push({ name: inFormat, event: { ...snapshot(event) } });
    });
  }
}

/** Events hold the driver's own objects, which change afterwards. */
function snapshot(event: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of ['commandName', 'databaseName', 'requestId', 'connectionId', 'reason'] as const) {
    if (key in event) copy[key] = (event as Record<string, unknown>)[key];
  }
  for (const key of ['command', 'reply'] as const) {
    const value = (event as Record<string, unknown>)[key];
    if (value !== undefined && value !== null) copy[key] = BSON.deserialize(BSON.serialize(value as object));
  }
  return copy;
}

function isClosable(entity: unknown): entity is { close(): Promise<void> } {
  return (
    typeof entity === 'object' && entity !== null && 'close' in entity && typeof entity.close === 'function'
  );
}

function isSession(entity: unknown): entity is ClientSession {
  return typeof entity === 'object' && entity !== null && 'endSession' in entity;
}

/** True for a client (cursors and collections have clients, too, but note no events). */
export function isObserved(entity: unknown): entity is ObservedClient {
  return typeof entity === 'object' && entity !== null && 'events' in entity && Array.isArray(entity.events);
}
