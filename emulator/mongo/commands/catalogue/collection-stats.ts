import { Document } from '../../bson/index.js';
import type { Collection } from '../../storage/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';

/** Rough bytes of an index entry: what the tree keeps of a key. */
const ENTRY_BYTES = 40;

/** Sizes of a collection, as `collStats` and `$collStats` show them. `scale` divides sizes in bytes. */
export function collectionStats(collection: Collection, scale: number): Document {
  const scaled = (bytes: number) => Math.floor(bytes / scale);
  const { count, dataSize, indexes, options } = collection;
  const sizes = indexes.map(({ spec }) => [spec.name, scaled(count * ENTRY_BYTES)] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  return Document.of({
    size: scaled(dataSize),
    count,
    avgObjSize: count === 0 ? undefined : Math.floor(dataSize / count),
    numOrphanDocs: 0,
    storageSize: scaled(dataSize),
    freeStorageSize: 0,
    capped: options.capped !== undefined,
    max: options.capped?.max,
    maxSize: options.capped?.size,
    nindexes: indexes.length,
    indexBuilds: [],
    totalIndexSize: total,
    totalSize: scaled(dataSize) + total,
    indexSizes: Document.of(sizes),
    scaleFactor: scale,
  });
}

/** Sizes of a collection. One that is not there has none. */
export const collStats = defineCommand({
  name: 'collStats',
  aliases: ['collstats'],
  access: 'read',
  fields: { collStats: as.text, collstats: as.text, scale: as.count, rawData: as.bool },
  run(context, { collStats: name = context.body.values[0] as string, scale }) {
    const ns = context.namespace(name);
    const collection = context.collection(name);
    const reply = Document.of({ ns });
    if (collection === undefined) {
      const nothing = { size: 0, count: 0, numOrphanDocs: 0, storageSize: 0, totalSize: 0, nindexes: 0 };
      for (const [key, value] of Object.entries(nothing)) reply.set(key, value);
      return reply
        .set('totalIndexSize', 0)
        .set('indexSizes', new Document())
        .set('scaleFactor', scale ?? 1);
    }
    for (const [key, value] of collectionStats(collection, scale || 1)) reply.set(key, value);
    return reply;
  },
});

/** Sizes of a database. */
export const dbStats = defineCommand({
  name: 'dbStats',
  aliases: ['dbstats'],
  access: 'read',
  fields: { dbStats: as.any, dbstats: as.any, scale: as.count, freeStorage: as.any },
  run: (context, { scale }) => databaseStats(context, scale || 1),
});

function databaseStats({ server, database }: CommandContext, scale: number): Document {
  const all = server.storage.catalogue.collections(database);
  const stored = all.filter(({ isView }) => !isView);
  const sum = (of: (collection: Collection) => number) => stored.reduce((total, each) => total + of(each), 0);
  const objects = sum(({ count }) => count);
  const dataSize = sum((each) => each.dataSize);
  const indexSize = sum((each) => each.count * each.indexes.length * ENTRY_BYTES);
  return Document.of({
    db: database,
    collections: BigInt(stored.length),
    views: BigInt(all.length - stored.length),
    objects: BigInt(objects),
    avgObjSize: objects === 0 ? 0 : dataSize / objects,
    dataSize: dataSize / scale,
    storageSize: dataSize / scale,
    indexes: BigInt(sum((each) => each.indexes.length)),
    indexSize: indexSize / scale,
    totalSize: (dataSize + indexSize) / scale,
    scaleFactor: BigInt(scale),
  });
}
