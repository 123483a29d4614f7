import { Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { wrongType } from '../arguments.js';
import { defineCommand } from '../command.js';

/** Closes cursors. */
export const killCursors = defineCommand({
  name: 'killCursors',
  access: 'read',
  inTransaction: true,
  fields: { killCursors: as.required(as.collectionName), cursors: as.required(as.array) },
  run(context, { killCursors: collection, cursors }) {
    context.namespace(collection);
    const killed: bigint[] = [];
    const notFound: bigint[] = [];
    cursors.forEach((id, i) => {
      if (typeof id !== 'bigint') throw wrongType(`killCursors.cursors.${i}`, id, [18]);
      (context.server.cursors.kill(id) ? killed : notFound).push(id);
    });
    return Document.of({
      cursorsKilled: killed,
      cursorsNotFound: notFound,
      cursorsAlive: [],
      cursorsUnknown: [],
    });
  },
});
