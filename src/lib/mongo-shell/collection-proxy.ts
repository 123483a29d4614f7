import type { Collection, Document, Filter, FindOptions } from 'mongodb';

/** Methods that mongosh has and the driver calls otherwise. */
function shellMethods(collection: Collection) {
  return {
    find: (filter: Filter<Document> = {}, projection?: Document, options: FindOptions = {}) =>
      collection.find(filter, { ...options, ...(projection && { projection }) }),
    findOne: (filter: Filter<Document> = {}, projection?: Document, options: FindOptions = {}) =>
      collection.findOne(filter, { ...options, ...(projection && { projection }) }),
    getIndexes: () => collection.listIndexes().toArray(),
    getName: () => collection.collectionName,
    explain: () => ({
      find: (filter: Filter<Document> = {}) => collection.find(filter).explain('executionStats'),
      aggregate: (pipeline: Document[] = []) => collection.aggregate(pipeline).explain('executionStats'),
    }),
    stats: async () => {
      const [stats] = await collection.aggregate([{ $collStats: { storageStats: {} } }]).toArray();
      return stats;
    },
  };
}

/** The driver's collection with mongosh's names where they differ. */
export function shellCollection(collection: Collection): object {
  const own = new Map<PropertyKey, unknown>(Object.entries(shellMethods(collection)));
  return new Proxy(collection, {
    get(target, name) {
      if (own.has(name)) return own.get(name);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
