import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import { checkNamespace } from '../context.js';
import { assertCreatable } from '../write/target-collection.js';

/** Gives a collection another name, perhaps in another database. */
export const renameCollection = defineCommand({
  name: 'renameCollection',
  access: 'write',
  needs: (body) =>
    [body.get('renameCollection'), body.get('to')].map((namespace) => ({
      access: 'write',
      database: typeof namespace === 'string' ? (namespace.split('.', 1)[0] as string) : 'admin',
    })),
  adminOnly: true,
  writes: true,
  fields: {
    renameCollection: as.required(as.text),
    to: as.required(as.text),
    dropTarget: as.bool,
    stayTemp: as.bool,
    collectionUUID: as.any,
  },
  async run(context, { renameCollection: from, to, dropTarget }) {
    const { storage, cursors } = context.server;
    const [fromDb, fromName] = split(from);
    const [toDb, toName] = split(to);
    if (from === to) throw mongoError('IllegalOperation', "Can't rename a collection to itself");
    const collection = storage.catalogue.find(fromDb, fromName);
    if (collection === undefined)
      throw mongoError('NamespaceNotFound', `Source collection ${from} does not exist`);
    if (collection.isView) {
      throw mongoError('CommandNotSupportedOnView', `cannot rename view: ${from}`);
    }
    assertCreatable(toDb, toName);
    storage.catalogue.rename(collection, toDb, toName, dropTarget === true);
    cursors.breakWhere(
      ({ namespace }) => namespace === from || namespace === to,
      `collection renamed from '${from}' to '${to}'`,
    );
    await storage.settled(context.settledLevel);
    return new Document();
  },
});

function split(namespace: string): [string, string] {
  const dot = namespace.indexOf('.');
  if (dot < 0) throw mongoError('InvalidNamespace', `Invalid namespace specified '${namespace}'`);
  const [db, name] = [namespace.slice(0, dot), namespace.slice(dot + 1)];
  checkNamespace(db, name);
  return [db, name];
}
