import type { Db, Document, MongoClient } from 'mongodb';
import { shellCollection } from './collection-proxy.js';

function shellMethods(client: MongoClient, database: Db) {
  return {
    getName: () => database.databaseName,
    getSiblingDB: (name: string) => shellDatabase(client, name),
    getCollection: (name: string) => shellCollection(database.collection(name)),
    getCollectionNames: async () => {
      const found = await database.listCollections({}, { nameOnly: true }).toArray();
      return found.map(({ name }) => name).sort();
    },
    runCommand: (command: Document | string) =>
      database.command(typeof command === 'string' ? { [command]: 1 } : command),
    adminCommand: (command: Document | string) =>
      client.db('admin').command(typeof command === 'string' ? { [command]: 1 } : command),
    aggregate: (pipeline: Document[] = [], options: Document = {}) => database.aggregate(pipeline, options),
    createCollection: async (name: string, options: Document = {}) => {
      await database.createCollection(name, options);
      return { ok: 1 };
    },
    dropDatabase: () => database.dropDatabase(),
    stats: () => database.stats(),
    watch: () => database.watch(),
  };
}

/**
 * `db` as in mongosh: methods of its own, and every other name is a collection (`db.orders`). A promise asks for `then`,
 * and an inspector for symbols: those are no collections.
 */
export function shellDatabase(client: MongoClient, name: string): object {
  const database = client.db(name);
  const own = new Map<PropertyKey, unknown>(Object.entries(shellMethods(client, database)));
  return new Proxy(
    { name },
    {
      get(target, property) {
        if (own.has(property)) return own.get(property);
        if (typeof property === 'symbol' || property === 'then' || property === 'constructor')
          return Reflect.get(target, property);
        return shellCollection(database.collection(property));
      },
    },
  );
}
