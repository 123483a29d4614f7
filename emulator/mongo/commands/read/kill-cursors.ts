import { Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** Closes cursors. */
export const killCursors = defineCommand({
  name: 'killCursors',
  access: 'read',
  inTransaction: true,
  fields: { killCursors: as.required(as.collectionName), cursors: as.required(as.longs) },
  run(context, { killCursors: collection, cursors }) {
    context.namespace(collection);
    const killed: bigint[] = [];
    const notFound: bigint[] = [];
    for (const id of cursors) (context.server.cursors.kill(id) ? killed : notFound).push(id);
    return Document.of({
      cursorsKilled: killed,
      cursorsNotFound: notFound,
      cursorsAlive: [],
      cursorsUnknown: [],
    });
  },
});
