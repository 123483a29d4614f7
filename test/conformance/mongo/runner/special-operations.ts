import assert from 'node:assert/strict';
import type { ClientSession, Document } from 'mongodb';
import { type Entities, Unsupported } from './entities.js';
import type { Arguments, EntitySpec, Operation } from './spec.js';

/** Operations on the runner itself: failpoints, assertions about sessions, collections and indexes. */
export async function runSpecial(operation: Operation, entities: Entities): Promise<unknown> {
  const run = SPECIAL[operation.name];
  if (run === undefined) throw new Unsupported(`operation ${operation.name}`);
  return run(operation.arguments ?? {}, entities);
}

type Special = (args: Arguments, entities: Entities) => unknown;

const SPECIAL: Record<string, Special | undefined> = {
  failPoint: (args, entities) => setFailPoint(args, entities),
  createEntities: ({ entities: specs }, entities) => entities.create(specs as EntitySpec[]),
  assertSessionTransactionState: (args, entities) => {
    const states: Record<string, string> = {
      none: 'NO_TRANSACTION',
      starting: 'STARTING_TRANSACTION',
      in_progress: 'TRANSACTION_IN_PROGRESS',
      committed: 'TRANSACTION_COMMITTED',
      aborted: 'TRANSACTION_ABORTED',
    };
    const { transaction } = entities.session(String(args.session)) as unknown as {
      transaction: { state: string };
    };
    assert.equal(transaction.state, states[String(args.state)]);
  },
  assertSessionDirty: (args, entities) => assert.equal(isDirty(entities.session(String(args.session))), true),
  assertSessionNotDirty: (args, entities) =>
    assert.equal(isDirty(entities.session(String(args.session))), false),
  assertSessionPinned: (args, entities) =>
    assert.equal(entities.session(String(args.session)).isPinned, true),
  assertSessionUnpinned: (args, entities) =>
    assert.equal(entities.session(String(args.session)).isPinned, false),
  assertSameLsidOnLastTwoCommands: (args, entities) => compareLsids(args, entities, true),
  assertDifferentLsidOnLastTwoCommands: (args, entities) => compareLsids(args, entities, false),
  assertCollectionExists: async (args, entities) => assert.equal(await hasCollection(args, entities), true),
  assertCollectionNotExists: async (args, entities) =>
    assert.equal(await hasCollection(args, entities), false),
  assertIndexExists: async (args, entities) => assert.equal(await hasIndex(args, entities), true),
  assertIndexNotExists: async (args, entities) => assert.equal(await hasIndex(args, entities), false),
  assertNumberConnectionsCheckedOut: (args, entities) => {
    const { client } = entities.observed(String(args.client)) as unknown as {
      client: { topology: Topology };
    };
    const counts = [...client.topology.s.servers.values()].map(({ pool }) => pool.currentCheckedOutCount);
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      args.connections,
    );
  },
};

interface Topology {
  s: { servers: Map<string, { pool: { currentCheckedOutCount: number } }> };
}

async function setFailPoint({ client, failPoint }: Arguments, entities: Entities): Promise<void> {
  await entities
    .observed(String(client))
    .client.db('admin')
    .command(failPoint as Document);
}

function isDirty(session: ClientSession): boolean {
  return (session.serverSession as unknown as { isDirty: boolean }).isDirty;
}

function compareLsids({ client }: Arguments, entities: Entities, same: boolean): void {
  const lsids = entities
    .observed(String(client))
    .events.filter(({ name }) => name === 'commandStartedEvent')
    .slice(-2)
    .map(({ event }) => JSON.stringify((event.command as Document).lsid));
  assert.equal(lsids.length, 2);
  assert.equal(lsids[0] === lsids[1], same);
}

async function hasCollection(
  { databaseName, collectionName }: Arguments,
  entities: Entities,
): Promise<boolean> {
  const db = entities.internal.db(String(databaseName));
  return (await db.listCollections({ name: String(collectionName) }).toArray()).length > 0;
}

async function hasIndex(
  { databaseName, collectionName, indexName }: Arguments,
  entities: Entities,
): Promise<boolean> {
  const collection = entities.internal.db(String(databaseName)).collection(String(collectionName));
  const indexes = await collection.indexes().catch(() => []);
  return indexes.some(({ name }) => name === indexName);
}
