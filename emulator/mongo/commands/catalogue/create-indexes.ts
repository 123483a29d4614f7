import { Document } from '../../bson/index.js';
import { identical } from '../../compare/index.js';
import { mongoError } from '../../error/index.js';
import type { IndexSpec } from '../../index/index.js';
import type { Collection } from '../../storage/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { existingTarget, targetCollection } from '../write/target-collection.js';
import { indexDocument } from './index-document.js';
import { indexFields, readIndexSpec } from './index-specs.js';

/** A collection has no more indexes than this. */
const MOST_INDEXES = 64;

/** Builds indexes; the collection is made when it is not there. */
export const createIndexes = defineCommand({
  name: 'createIndexes',
  access: 'write',
  inTransaction: true,
  writes: true,
  fields: {
    createIndexes: as.required(as.text),
    indexes: as.required(as.nestedArray(indexFields)),
    ignoreUnknownIndexOptions: as.bool,
    commitQuorum: as.any,
    rawData: as.bool,
  },
  async run(context, args) {
    context.namespace(args.createIndexes);
    if (args.indexes.length === 0) throw mongoError('BadValue', 'Must specify at least one index to create');
    const specs = args.indexes.map((index) => readIndexSpec(index));
    const existed = existingTarget(context, args.createIndexes) !== undefined;
    const collection = targetCollection(context, args.createIndexes);
    const { storage } = context.server;
    const before = collection.indexes.length;
    if (context.inTransaction) assertNew(context, collection);
    const { collation } = collection.options;
    // One that names the simple collation keeps it, though the collection has another.
    for (const [at, spec] of specs.entries())
      if (collation !== undefined && args.indexes[at]?.collation === undefined) spec.collation = collation;
    const added = specs.filter((spec, at) => isNew(collection, spec, specs.slice(0, at)));
    if (before + added.length > MOST_INDEXES) {
      throw mongoError('CannotCreateIndex', `add index fails, too many indexes for ${collection.namespace}`);
    }
    if (added.length > 0) {
      await storage.catalogue.createIndexesInTurns(collection, added, () => context.budget.pause());
    }
    await storage.settled(context.settledLevel);
    const reply = Document.of({ numIndexesBefore: before, numIndexesAfter: collection.indexes.length });
    reply.set('createdCollectionAutomatically', !existed);
    if (added.length === 0) reply.set('note', 'all indexes already exist');
    return reply;
  },
});

/** Inside a transaction indexes are for collections that are new or empty. */
function assertNew({ server, session }: CommandContext, collection: Collection): void {
  if (server.uncommitted.isMadeBy(collection, session) || collection.count === 0) return;
  throw mongoError(
    'OperationNotSupportedInTransaction',
    `Cannot create new indexes on non-empty collection ${collection.namespace} in a multi-document transaction.`,
  );
}

/** False when the same index is there already; one that conflicts with it is an error. */
function isNew(collection: Collection, spec: IndexSpec, before: readonly IndexSpec[]): boolean {
  const all = [...collection.indexes.map((index) => index.spec), ...before];
  const wanted = indexDocument(spec);
  for (const existing of all) {
    const found = indexDocument(existing);
    if (existing.name === spec.name) {
      if (sameIndex(found, wanted)) return false;
      const isSame = sameKey(existing, spec) && sameScope(existing, spec);
      const conflict = isSame ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict';
      throw mongoError(
        conflict,
        'An existing index has the same name as the requested index. When index names are not specified, they are ' +
          'auto generated and can cause conflicts. Please refer to our documentation. ' +
          `Requested index: ${show(wanted)}, existing index: ${show(found)}`,
      );
    }
    if (sameKey(existing, spec) && sameScope(existing, spec)) {
      if (existing.name === '_id_') return false;
      throw mongoError(
        'IndexOptionsConflict',
        `Index already exists with a different name: ${existing.name}`,
      );
    }
  }
  return true;
}

function sameIndex(a: Document, b: Document): boolean {
  const [x, y] = [a.clone(), b.clone()];
  return x.size === y.size && x.keys().every((key) => sameValue(x, y, key));
}

function sameValue(a: Document, b: Document, key: string): boolean {
  if (key === 'key') return show(a.get(key) as Document) === show(b.get(key) as Document);
  const [x, y] = [a.get(key), b.get(key)];
  return x !== undefined && y !== undefined && identical(x, y);
}

function sameKey(a: IndexSpec, b: IndexSpec): boolean {
  return show(a.key) === show(b.key);
}

/** Indexes on one key may stand side by side when they differ in what they hold, or in what they compare. */
function sameScope(a: IndexSpec, b: IndexSpec): boolean {
  const [p, q] = [a.partialFilterExpression, b.partialFilterExpression];
  const samePartial = p === undefined || q === undefined ? p === q : identical(p, q);
  const sameFlags =
    (a.sparse ?? false) === (b.sparse ?? false) && (a.unique ?? false) === (b.unique ?? false);
  return a.collation === b.collation && sameFlags && samePartial;
}

function show(document: Document): string {
  const parts = [...document].map(
    ([key, value]) =>
      `${key}: ${value instanceof Document ? show(value) : Number.isNaN(Number(value)) ? `"${String(value)}"` : Number(value)}`,
  );
  return `{ ${parts.join(', ')} }`;
}
