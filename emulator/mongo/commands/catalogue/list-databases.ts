import { Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { matcherFor } from '../read/matcher.js';
import { timelessVariables } from '../read/variables.js';

/** The databases and their sizes. */
export const listDatabases = defineCommand({
  name: 'listDatabases',
  access: 'user',
  adminOnly: true,
  fields: { listDatabases: as.any, filter: as.object, nameOnly: as.bool, authorizedDatabases: as.bool },
  run(context, { filter, nameOnly }) {
    const variables = timelessVariables(context);
    const matches = matcherFor({ filter: filter ?? new Document(), variables });
    const all = context.server.storage.catalogue
      .databases()
      .map((name) => describe(context, name))
      .filter((database) => matches(database));
    if (nameOnly === true) {
      return Document.of({ databases: all.map((database) => Document.of({ name: database.get('name')! })) });
    }
    const total = all.reduce((sum, database) => sum + (database.get('sizeOnDisk') as bigint), 0n);
    return Document.of({ databases: all, totalSize: total, totalSizeMb: total / 1_048_576n });
  },
});

function describe({ server }: CommandContext, name: string): Document {
  const collections = server.storage.catalogue.collections(name);
  const size = collections.reduce((sum, { dataSize }) => sum + dataSize, 0);
  return Document.of({ name, sizeOnDisk: BigInt(size), empty: false });
}
