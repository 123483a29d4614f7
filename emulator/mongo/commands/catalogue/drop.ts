import { Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** Drops a collection with its indexes. One that is not there is dropped too, since 7.0. */
export const drop = defineCommand({
  name: 'drop',
  access: 'write',
  writes: true,
  fields: { drop: as.required(as.text), collectionUUID: as.any, rawData: as.bool },
  async run(context, { drop: name }) {
    const ns = context.namespace(name);
    const { storage, cursors } = context.server;
    const collection = context.collection(name);
    if (collection === undefined) return new Document();
    const nIndexesWas = collection.indexes.length;
    storage.catalogue.drop(collection);
    cursors.breakWhere(({ namespace }) => namespace === ns, `collection dropped: ${ns}`);
    await storage.settled(context.settledLevel);
    return collection.isView ? Document.of({ ns }) : Document.of({ nIndexesWas, ns });
  },
});

/** Drops a database with all its collections. */
export const dropDatabase = defineCommand({
  name: 'dropDatabase',
  access: 'admin',
  writes: true,
  fields: { dropDatabase: as.any },
  async run(context) {
    const { database } = context;
    const { storage, cursors } = context.server;
    if (!storage.catalogue.dropDatabase(database)) return new Document();
    cursors.breakWhere(
      ({ namespace }) => namespace.startsWith(`${database}.`),
      `database dropped: ${database}`,
    );
    await storage.settled(context.settledLevel);
    return Document.of({ dropped: database });
  },
});
