import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import { arraySource, openCursor } from '../read/open-cursor.js';
import { existingTarget } from '../write/target-collection.js';
import { indexDocument } from './index-document.js';

/** The indexes of a collection. */
export const listIndexes = defineCommand({
  name: 'listIndexes',
  access: 'read',
  fields: {
    // What is no name is an invalid namespace (73), not a wrong type.
    listIndexes: as.required(as.any),
    cursor: as.nested({ batchSize: as.count }),
    includeIndexBuildInfo: as.bool,
    rawData: as.bool,
  },
  run(context, { listIndexes: name, cursor, includeIndexBuildInfo }) {
    const namespace = context.namespace(name);
    const collection = existingTarget(context, name as string);
    if (collection === undefined) throw mongoError('NamespaceNotFound', `ns does not exist: ${namespace}`);
    const clustered = collection.options.shown.get('clusteredIndex');
    const all = collection.indexes.map(({ spec }) => indexDocument(spec));
    if (clustered instanceof Document) all[0] = clustered.clone().set('clustered', true);
    const shown = includeIndexBuildInfo === true ? all.map((spec) => Document.of({ spec })) : all;
    return openCursor(context, namespace, arraySource(shown), { batchSize: cursor?.batchSize ?? all.length });
  },
});
