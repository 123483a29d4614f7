import { Document } from '../../bson/index.js';
import type { Collection } from '../../storage/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import { matcherFor } from '../read/matcher.js';
import { arraySource, openCursor } from '../read/open-cursor.js';
import { timelessVariables } from '../read/variables.js';
import { indexDocument } from './index-document.js';

/** The collections and views of a database. */
export const listCollections = defineCommand({
  name: 'listCollections',
  access: 'user',
  fields: {
    listCollections: as.any,
    filter: as.object,
    nameOnly: as.bool,
    authorizedCollections: as.bool,
    cursor: as.nested({ batchSize: as.count }),
    rawData: as.bool,
  },
  run(context, { filter, nameOnly, cursor }) {
    const variables = timelessVariables(context);
    const matches = matcherFor({ filter: filter ?? new Document(), variables });
    const all = context.server.storage.catalogue
      .collections(context.database)
      .filter((collection) => context.server.uncommitted.isVisible(collection, context.session))
      .map(describe)
      .filter((collection) => matches(collection))
      .map((collection) => (nameOnly === true ? shortened(collection) : collection));
    const namespace = `${context.database}.$cmd.listCollections`;
    return openCursor(context, namespace, arraySource(all), { batchSize: cursor?.batchSize ?? all.length });
  },
});

function describe(collection: Collection): Document {
  const { name, uuid, options, isView } = collection;
  const info = isView ? { readOnly: true } : { readOnly: false, uuid };
  const described = Document.of({ name, type: typeName(collection), options: options.shown, info });
  if (!isView) described.set('idIndex', indexDocument(collection.idIndex.spec));
  return described;
}

function typeName({ isView, options }: Collection): string {
  if (isView) return 'view';
  return options.shown.has('timeseries') ? 'timeseries' : 'collection';
}

function shortened(collection: Document): Document {
  return Document.of({ name: collection.get('name')!, type: collection.get('type')! });
}
