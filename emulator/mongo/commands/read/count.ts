import { Document } from '../../bson/index.js';
import { countOf } from '../../plan/index.js';
import { PAUSE } from '../../session/budget.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { checkFilter } from './matcher.js';
import { type Matches, openQuery, planFor, readCollation } from './query.js';
import { readMatches } from './read-matches.js';
import { timelessVariables } from './variables.js';

const EMPTY = new Document();

/** How many documents match. */
export const count = defineCommand({
  name: 'count',
  access: 'read',
  fields: {
    count: as.required(as.collectionName),
    query: as.object,
    limit: as.exactInteger,
    skip: as.count,
    hint: as.parsed(as.objectOrText),
    collation: as.object,
    fields: as.any,
    rawData: as.bool,
  },
  async run(context, { count: name, query = EMPTY, limit = 0, skip, hint, collation }) {
    context.namespace(name);
    const collection = context.collection(name);
    const variables = timelessVariables(context);
    if (collection === undefined) {
      checkFilter({ filter: query, variables });
      return Document.of({ n: 0 });
    }
    // A negative limit means the same as a positive one, as it did for find in the old protocol.
    const spec = {
      filter: query,
      limit: Math.abs(limit),
      skip,
      hint,
      variables,
      collation: readCollation(collation, collection),
    };
    if (collection.isView) {
      return Document.of({ n: await countMatches(context, readMatches(context, collection, spec)) });
    }
    if (query.size === 0 && hint === undefined && !spec.limit && !skip && !context.inTransaction) {
      return Document.of({ n: collection.count });
    }
    const txn = context.txn();
    const planned = planFor(collection, spec);
    const inIndex = countOf(planned.planning.plan, txn, collection);
    if (inIndex !== undefined) return Document.of({ n: pageOf(inIndex, spec) });
    const { matches } = openQuery(txn, collection, spec, context.budget, planned);
    return Document.of({ n: await countMatches(context, matches) });
  },
});

function pageOf(count: number, { skip = 0, limit }: { skip?: number | undefined; limit: number }): number {
  const left = Math.max(count - skip, 0);
  return limit === 0 ? left : Math.min(left, limit);
}

async function countMatches({ budget }: CommandContext, matches: Matches): Promise<number> {
  let n = 0;
  for (;;) {
    const next = matches.next();
    if (next === undefined) return n;
    if (next === PAUSE) await budget.pause();
    else n++;
  }
}
