import { mongoError } from '../../error/index.js';
import type { Collection, CollectionOptions } from '../../storage/index.js';
import type { CommandContext } from '../context.js';

/** The collection that a write goes to; made when it is not there. */
export function targetCollection(context: CommandContext, name: string): Collection {
  return existingTarget(context, name) ?? createImplicitly(context, name);
}

/** The same, but `undefined` when it is not there. */
export function existingTarget(context: CommandContext, name: string): Collection | undefined {
  const { database } = context;
  const collection = existingNamespace(context, name);
  if (collection?.isView === true) {
    throw mongoError(
      'CommandNotSupportedOnView',
      `Namespace ${database}.${name} is a view, not a collection`,
    );
  }
  if (context.inTransaction && collection?.options.capped !== undefined) {
    throw mongoError(
      'OperationNotSupportedInTransaction',
      `Collection '${database}.${name}' is a capped collection. Writes in transactions are not allowed on capped collections.`,
    );
  }
  return collection;
}

/** The collection or view that has a name already. */
export function existingNamespace(
  { server, database, session }: CommandContext,
  name: string,
): Collection | undefined {
  const collection = server.storage.catalogue.find(database, name);
  if (collection !== undefined) server.uncommitted.assertFree(collection, session);
  return collection;
}

/** Makes a collection that a write needs. */
export function createImplicitly(
  context: CommandContext,
  name: string,
  options?: CollectionOptions,
): Collection {
  const { server, database, session } = context;
  assertCreatable(database, name);
  const collection = server.storage.catalogue.create(database, name, options, context.inTransaction);
  if (context.inTransaction) server.uncommitted.add(collection, session!);
  return collection;
}

/** Refuses names that no collection may have. */
export function assertCreatable(database: string, name: string): void {
  const namespace = `${database}.${name}`;
  if (Buffer.byteLength(namespace) > 255) {
    throw mongoError(
      'InvalidNamespace',
      `Fully qualified namespace is too long. Namespace: ${namespace} Max: 255`,
    );
  }
  if (name.includes('$')) throw mongoError('InvalidNamespace', `Invalid collection name: ${name}`);
  if (name.startsWith('system.') && !WRITABLE_SYSTEM.has(name)) {
    throw mongoError('InvalidNamespace', `Invalid system namespace: ${namespace}`);
  }
}

const WRITABLE_SYSTEM = new Set([
  'system.js',
  'system.users',
  'system.roles',
  'system.views',
  'system.buckets',
]);
