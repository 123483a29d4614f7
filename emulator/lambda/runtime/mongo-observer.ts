import { machineNow } from './clock.js';
import { record } from './observers.js';
import { currentScope, type Scope } from './scope.js';

interface ClientLike {
  on(event: string, listener: (event: CommandEvent) => void): unknown;
}
type ClientClass = new (uri: string, options?: Record<string, unknown>) => ClientLike;

interface CommandEvent {
  requestId: number;
  connectionId?: string;
  databaseName: string;
  commandName: string;
  command?: Record<string, unknown>;
  failure?: Error;
}

/** Commands that say nothing about the handler's own work. */
const HOUSEKEEPING = /^(hello|ismaster|isMaster|ping|endSessions|sasl.*)$/;

/** Replaces the driver's `MongoClient` by one that reports its commands as spans. Called by a bundle (see the bundler). */
export function observeMongoClient(exports: { MongoClient: ClientClass }): void {
  const { MongoClient } = exports;
  class ObservedMongoClient extends MongoClient {
    constructor(uri: string, options?: Record<string, unknown>) {
      super(uri, { ...options, monitorCommands: true });
      watch(this);
    }
  }
  Object.defineProperty(ObservedMongoClient, 'name', { value: 'MongoClient' });
  exports.MongoClient = ObservedMongoClient;
}

function watch(client: ClientLike): void {
  const started = new Map<string, { scope: Scope | undefined; startedAt: number; collection?: string }>();
  const keyOf = ({ connectionId, requestId }: CommandEvent) => `${connectionId}:${requestId}`;
  client.on('commandStarted', (event) => {
    if (HOUSEKEEPING.test(event.commandName)) return;
    const target = event.command?.[event.commandName === 'getMore' ? 'collection' : event.commandName];
    const scope = currentScope();
    started.set(keyOf(event), {
      scope,
      startedAt: machineNow(),
      ...(typeof target === 'string' ? { collection: target } : {}),
    });
  });
  const finish = (event: CommandEvent) => {
    const begun = started.get(keyOf(event));
    if (!begun) return;
    started.delete(keyOf(event));
    const { scope, startedAt, collection } = begun;
    record(scope, {
      name: collection ? `${event.commandName} ${collection}` : event.commandName,
      kind: 'mongo',
      startedAt,
      durationMs: machineNow() - startedAt,
      attributes: { database: event.databaseName },
      ...(event.failure ? { error: event.failure.message } : {}),
    });
  };
  client.on('commandSucceeded', finish);
  client.on('commandFailed', finish);
}
