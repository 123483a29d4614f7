import type { AbstractCursor, ChangeStream, ClientSession, Collection, Db, Document } from 'mongodb';
import { bulkModels, clientBulkModels, clientBulkResult } from './bulk-models.js';
import { concerns, type Entities, isObserved, type ObservedClient, Unsupported } from './entities.js';
import type { Arguments, Operation } from './spec.js';
import { runSpecial } from './special-operations.js';

/** Carries out one operation of a test with the official driver and gives its result. */
export async function runOperation(operation: Operation, entities: Entities): Promise<unknown> {
  if (operation.object === 'testRunner') return runSpecial(operation, entities);
  const target = entities.entity(operation.object);
  const args = withSession(operation.arguments ?? {}, entities);
  const run = OPERATIONS[operation.name];
  if (run === undefined) throw new Unsupported(`operation ${operation.name}`);
  return run(target, args, entities);
}

/** Names of sessions become the sessions themselves, read preferences what the driver takes. */
function withSession(args: Arguments, entities: Entities): Arguments {
  const { session, ...rest } = concerns(args);
  return session === undefined ? rest : { ...rest, session: entities.session(String(session)) };
}

type Run = (target: unknown, args: Arguments, entities: Entities) => unknown;

function on<T>(run: (target: T, args: Arguments, entities: Entities) => unknown): Run {
  return (target, args, entities) => run(target as T, args, entities);
}

const RETURN = { Before: 'before', After: 'after' } as const;

function findAndOptions({ returnDocument, ...rest }: Arguments): Arguments {
  if (returnDocument === undefined) return rest;
  return { ...rest, returnDocument: RETURN[returnDocument as keyof typeof RETURN] };
}

const collectionOperations: Record<string, Run> = {
  insertOne: on<Collection>((c, { document, ...options }) => c.insertOne(document as Document, options)),
  insertMany: on<Collection>((c, { documents, ...options }) =>
    c.insertMany(documents as Document[], options),
  ),
  find: on<Collection>((c, { filter, ...options }) => c.find(filter as Document, options).toArray()),
  findOne: on<Collection>((c, { filter, ...options }) => c.findOne(filter as Document, options)),
  createFindCursor: on<Collection>(async (c, { filter, ...options }) => {
    const cursor = c.find(filter as Document, options);
    await cursor.hasNext();
    return cursor;
  }),
  updateOne: on<Collection>((c, { filter, update, ...options }) =>
    c.updateOne(filter as Document, update as Document, options),
  ),
  updateMany: on<Collection>((c, { filter, update, ...options }) =>
    c.updateMany(filter as Document, update as Document, options),
  ),
  replaceOne: on<Collection>((c, { filter, replacement, ...options }) =>
    c.replaceOne(filter as Document, replacement as Document, options),
  ),
  deleteOne: on<Collection>((c, { filter, ...options }) => c.deleteOne(filter as Document, options)),
  deleteMany: on<Collection>((c, { filter, ...options }) => c.deleteMany(filter as Document, options)),
  findOneAndUpdate: on<Collection>((c, { filter, update, ...options }) =>
    c.findOneAndUpdate(filter as Document, update as Document, findAndOptions(options)),
  ),
  findOneAndReplace: on<Collection>((c, { filter, replacement, ...options }) =>
    c.findOneAndReplace(filter as Document, replacement as Document, findAndOptions(options)),
  ),
  findOneAndDelete: on<Collection>((c, { filter, ...options }) =>
    c.findOneAndDelete(filter as Document, options),
  ),
  count: on<Collection>((c, { filter, ...options }) => c.count(filter as Document, options)),
  countDocuments: on<Collection>((c, { filter, ...options }) =>
    c.countDocuments(filter as Document, options),
  ),
  estimatedDocumentCount: on<Collection>((c, options) => c.estimatedDocumentCount(options)),
  distinct: on<Collection>((c, { fieldName, filter, ...options }) =>
    c.distinct(fieldName as string, (filter ?? {}) as Document, options),
  ),
  bulkWrite: on<Collection>((c, { requests, ...options }) =>
    c.bulkWrite(bulkModels(requests as Document[]), options),
  ),
  createIndex: on<Collection>((c, { keys, ...options }) =>
    c.createIndex(keys as Document as Record<string, 1>, options),
  ),
  dropIndex: on<Collection>((c, { name, ...options }) => c.dropIndex(name as string, options)),
  dropIndexes: on<Collection>((c, options) => c.dropIndexes(options)),
  listIndexes: on<Collection>((c, options) => c.listIndexes(options).toArray()),
  listIndexNames: on<Collection>(async (c, options) =>
    (await c.listIndexes(options).toArray()).map(({ name }) => name),
  ),
  rename: on<Collection>((c, { to, ...options }) => c.rename(to as string, options)),
  createSearchIndex: on<Collection>((c, { model }) => c.createSearchIndex(model as { definition: Document })),
  createSearchIndexes: on<Collection>((c, { models }) =>
    c.createSearchIndexes(models as { definition: Document }[]),
  ),
  dropSearchIndex: on<Collection>((c, { name }) => c.dropSearchIndex(name as string)),
  updateSearchIndex: on<Collection>((c, { name, definition }) =>
    c.updateSearchIndex(name as string, definition as Document),
  ),
  listSearchIndexes: on<Collection>((c, { name, aggregationOptions }) =>
    c.listSearchIndexes(name as string, (aggregationOptions ?? {}) as Document).toArray(),
  ),
};

const databaseOperations: Record<string, Run> = {
  runCommand: on<Db>((db, { command, commandName: _name, ...options }) =>
    db.command(command as Document, options),
  ),
  runCursorCommand: on<Db>((db, args) => commandCursor(db, args).toArray()),
  createCommandCursor: on<Db>(async (db, args) => {
    const cursor = commandCursor(db, args);
    // The driver sends the command with the first look at the cursor; the format means it to be sent now.
    await (cursor as unknown as { cursorInit(): Promise<void> }).cursorInit();
    return cursor;
  }),
  createCollection: on<Db>((db, { collection, ...options }) =>
    db.createCollection(collection as string, options),
  ),
  dropCollection: on<Db>((db, { collection, ...options }) =>
    db.dropCollection(collection as string, options),
  ),
  modifyCollection: on<Db>((db, { collection, ...options }) =>
    db.command({ collMod: collection, ...options }),
  ),
  listCollections: on<Db>((db, { filter, ...options }) =>
    db.listCollections((filter ?? {}) as Document, options).toArray(),
  ),
  listCollectionNames: on<Db>(async (db, { filter, ...options }) =>
    (await db.listCollections((filter ?? {}) as Document, { ...options, nameOnly: true }).toArray()).map(
      ({ name }) => name,
    ),
  ),
};

function commandCursor(
  db: Db,
  {
    command,
    commandName: _name,
    batchSize,
    maxTimeMS,
    comment,
    timeoutMode,
    cursorType,
    ...options
  }: Arguments,
) {
  const cursor = db.runCursorCommand(
    command as Document,
    {
      ...options,
      ...(timeoutMode === undefined ? {} : { timeoutMode }),
      ...(cursorType === undefined ? {} : { cursorType }),
    } as Document,
  );
  if (batchSize !== undefined) cursor.setBatchSize(batchSize as number);
  if (maxTimeMS !== undefined) cursor.setMaxTimeMS(maxTimeMS as number);
  if (comment !== undefined) cursor.setComment(comment);
  return cursor;
}

const sessionOperations: Record<string, Run> = {
  startTransaction: on<ClientSession>((session, options) => session.startTransaction(options)),
  commitTransaction: on<ClientSession>((session) => session.commitTransaction()),
  abortTransaction: on<ClientSession>((session) => session.abortTransaction()),
  endSession: on<ClientSession>((session) => session.endSession()),
  getSnapshotTime: on<ClientSession & { snapshotTime?: unknown }>((session) => session.snapshotTime),
  withTransaction: on<ClientSession>(
    async (session, { callback, session: _session, ...options }, entities) => {
      await session.withTransaction(async () => {
        for (const operation of callback as Operation[]) {
          const result = await runOperation(operation, entities);
          if (operation.saveResultAsEntity !== undefined) entities.set(operation.saveResultAsEntity, result);
        }
      }, options);
    },
  ),
};

interface Aggregating {
  aggregate(pipeline: Document[], options: Arguments): AbstractCursor;
  watch(pipeline: Document[], options: Arguments): ChangeStream;
}

const commonOperations: Record<string, Run> = {
  aggregate: on<Aggregating>(async (target, { pipeline, ...options }) =>
    target.aggregate(pipeline as Document[], options).toArray(),
  ),
  createChangeStream: on<Aggregating | ObservedClient>(async (target, { pipeline, ...options }) => {
    const stream = (isObserved(target) ? target.client : target).watch(pipeline as Document[], options);
    // Opens the stream on the server: the test expects errors and events of it here.
    await stream.tryNext();
    return stream;
  }),
  clientBulkWrite: on<ObservedClient>(async ({ client }, { models, ...options }) =>
    clientBulkResult(await client.bulkWrite(clientBulkModels(models as Document[]), options)),
  ),
  listDatabases: on<{ client: { db(name: string): Db } }>(async ({ client }, options) => {
    const { databases } = await client.db('admin').admin().listDatabases(options);
    return databases;
  }),
  listDatabaseNames: on<{ client: { db(name: string): Db } }>(async ({ client }, options) => {
    const { databases } = await client
      .db('admin')
      .admin()
      .listDatabases({ ...options, nameOnly: true });
    return databases.map(({ name }) => name);
  }),
};

const cursorOperations: Record<string, Run> = {
  iterateUntilDocumentOrError: on<{ next(): unknown }>((cursor) => cursor.next()),
  iterateOnce: on<{ tryNext(): unknown }>((cursor) => cursor.tryNext()),
  close: on<{ close(): unknown } | ObservedClient>((target) =>
    (isObserved(target) ? target.client : target).close(),
  ),
};

const OPERATIONS: Record<string, Run | undefined> = {
  ...collectionOperations,
  ...databaseOperations,
  ...sessionOperations,
  ...commonOperations,
  ...cursorOperations,
};
