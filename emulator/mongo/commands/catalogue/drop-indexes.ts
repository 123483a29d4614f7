import { Document, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { samePattern } from '../../plan/index.js';
import type { Collection } from '../../storage/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import { existingTarget } from '../write/target-collection.js';

/** Drops indexes by name, by key, by names, or all (`*`) but `_id_`. */
export const dropIndexes = defineCommand({
  name: 'dropIndexes',
  aliases: ['deleteIndexes'],
  access: 'write',
  writes: true,
  // What is no name is an invalid namespace (73), not a wrong type.
  fields: { dropIndexes: as.any, deleteIndexes: as.any, index: as.required(as.any), rawData: as.bool },
  async run(context, args) {
    const name = args.dropIndexes ?? args.deleteIndexes;
    const namespace = context.namespace(name);
    const collection = existingTarget(context, name as string);
    if (collection === undefined) throw mongoError('NamespaceNotFound', `ns not found ${namespace}`);
    const nIndexesWas = collection.indexes.length;
    const { storage } = context.server;
    for (const index of namesOf(collection, args.index)) storage.catalogue.dropIndex(collection, index);
    await storage.settled(context.settledLevel);
    const reply = Document.of({ nIndexesWas });
    return args.index === '*' ? reply.set('msg', 'non-_id indexes dropped for collection') : reply;
  },
});

function namesOf(collection: Collection, wanted: Value): string[] {
  if (wanted === '*') return collection.indexes.slice(1).map(({ spec }) => spec.name);
  if (typeof wanted === 'string') return [existing(collection, wanted)];
  if (Array.isArray(wanted)) return namesIn(collection, wanted);
  if (wanted instanceof Document) return [byKey(collection, wanted)];
  throw as.wrongType('dropIndexes.index', wanted, [2, 4, 3]);
}

function namesIn(collection: Collection, wanted: readonly Value[]): string[] {
  if (wanted.length === 1 && wanted[0] === '*') return namesOf(collection, '*');
  return wanted.map((name) => existing(collection, asName(name)));
}

function asName(name: Value): string {
  if (typeof name === 'string') return name;
  throw as.wrongType('dropIndexes.index', name, [2]);
}

function existing(collection: Collection, name: string): string {
  if (name === '_id_') throw mongoError('InvalidOptions', 'cannot drop _id index');
  if (collection.index(name) === undefined) {
    throw mongoError('IndexNotFound', `index not found with name [${name}]`);
  }
  return name;
}

function byKey(collection: Collection, key: Document): string {
  const found = collection.indexes.filter(({ spec }) => samePattern(spec.key, key));
  if (found.length === 0)
    throw mongoError(
      'IndexNotFound',
      `can't find index with key: ${JSON.stringify(Object.fromEntries([...key].map(([k, v]) => [k, Number(v)])))}`,
    );
  if (found.length > 1) {
    throw mongoError(
      'AmbiguousIndexKeyPattern',
      `${found.length} indexes found for key, identify by name instead`,
    );
  }
  return existing(collection, found[0]!.spec.name);
}
