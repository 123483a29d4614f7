import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import type { Collection, Txn } from '../../storage/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { checkFilter } from '../read/matcher.js';
import { changeMatches, readCollation } from '../read/query.js';
import { commandVariables, type Variables } from '../read/variables.js';
import { addOutcome, assertBatchSize, runStatements } from './statements.js';
import { existingTarget } from './target-collection.js';

const statement = {
  q: as.required(as.object),
  limit: as.required(as.integer),
  collation: as.object,
  hint: as.objectOrText,
  sampleId: as.any,
};

/** Removes documents. */
export const deleteDocuments = defineCommand({
  name: 'delete',
  access: 'write',
  inTransaction: true,
  retryable: true,
  writes: true,
  fields: {
    delete: as.required(as.collectionName),
    deletes: as.required(as.nestedArray(statement)),
    ordered: as.bool,
    let: as.object,
    bypassDocumentValidation: as.bool,
    stmtId: as.integer,
    stmtIds: as.array,
    rawData: as.bool,
  },
  async run(context, args) {
    context.namespace(args.delete);
    const { deletes } = args;
    assertBatchSize(deletes.length);
    for (const { limit } of deletes) checkLimit(limit);
    const txn = context.txn();
    const variables = commandVariables(context, args.let);
    let n = 0;
    const run = async (index: number): Promise<Document> => {
      const { q, limit, collation, hint } = deletes[index]!;
      const target = existingTarget(context, args.delete);
      const spec = { filter: q, limit: forRetry(context, limit), hint, variables };
      return Document.of({ n: await deleteMatching(context, txn, target, { ...spec, collation }) });
    };
    const ids = (args.stmtIds ?? []) as number[];
    const outcome = await runStatements(
      context,
      deletes.length,
      args.ordered !== false,
      ids,
      run,
      (_, result) => {
        n += result.get('n') as number;
      },
    );
    if (!context.inTransaction) await txn.commit(context.durability);
    return addOutcome(Document.of({ n }), outcome);
  },
});

function checkLimit(limit: number): void {
  if (limit === 0 || limit === 1) return;
  throw mongoError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
}

function forRetry({ isRetryable }: CommandContext, limit: number): number {
  if (!isRetryable || limit === 1) return limit;
  throw mongoError('InvalidOptions', 'Cannot use (or request) retryable writes with limit=0');
}

interface DeleteSpec {
  filter: Document;
  limit: number;
  hint: Document | string | undefined;
  collation: Document | undefined;
  variables: Variables;
}

/** Removes what matches and counts it. */
export async function deleteMatching(
  context: CommandContext,
  txn: Txn,
  collection: Collection | undefined,
  { collation, ...rest }: DeleteSpec,
): Promise<number> {
  context.server.counters.delete++;
  if (collection === undefined) {
    checkFilter(rest);
    return 0;
  }
  const spec = { ...rest, collation: readCollation(collation, collection) };
  let removed = 0;
  await changeMatches(context, txn, collection, spec, (stored) => {
    txn.remove(collection, stored.id);
    removed++;
  });
  return removed;
}
