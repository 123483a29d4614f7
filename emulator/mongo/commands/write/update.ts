import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { commandVariables } from '../read/variables.js';
import { addOutcome, assertBatchSize, runStatements } from './statements.js';
import { runUpdate } from './update-one.js';

const statement = {
  q: as.required(as.object),
  u: as.required(as.objectOrArray),
  c: as.object,
  upsert: as.bool,
  multi: as.bool,
  arrayFilters: as.array,
  collation: as.object,
  hint: as.objectOrText,
  sort: as.object,
  upsertSupplied: as.bool,
  sampleId: as.any,
};

/** Changes documents. */
export const update = defineCommand({
  name: 'update',
  access: 'write',
  inTransaction: true,
  retryable: true,
  writes: true,
  fields: {
    update: as.required(as.collectionName),
    updates: as.required(as.nestedArray(statement)),
    ordered: as.bool,
    let: as.object,
    bypassDocumentValidation: as.bool,
    stmtId: as.integer,
    stmtIds: as.array,
    bypassEmptyTsReplacement: as.bool,
    rawData: as.bool,
  },
  async run(context, args) {
    context.namespace(args.update);
    const { updates } = args;
    assertBatchSize(updates.length);
    const txn = context.txn();
    const variables = commandVariables(context, args.let);
    const run = async (index: number): Promise<Document> => {
      const { q, u, c, upsert = false, multi = false, arrayFilters, collation, hint, sort } = updates[index]!;
      checkMulti(context, multi, sort);
      const { matched, modified, inserted } = await runUpdate(context, txn, args.update, {
        ...{ filter: q, update: u, constants: c, upsert, multi, arrayFilters, collation, hint, sort },
        variables,
        bypassValidation: args.bypassDocumentValidation === true,
      });
      const result = Document.of({ n: inserted === undefined ? matched : 1, nModified: modified });
      return inserted === undefined ? result : result.set('upserted', inserted.get('_id')!);
    };
    const totals = new UpdateTotals();
    const ids = (args.stmtIds ?? []) as number[];
    const outcome = await runStatements(
      context,
      updates.length,
      args.ordered !== false,
      ids,
      run,
      totals.add,
    );
    if (!context.inTransaction) await txn.commit(context.durability);
    return addOutcome(totals.reply(), outcome);
  },
});

function checkMulti({ isRetryable }: CommandContext, multi: boolean, sort: Document | undefined): void {
  if (!multi) return;
  if (isRetryable)
    throw mongoError('InvalidOptions', 'Cannot use (or request) retryable writes with multi=true');
  if (sort !== undefined) throw mongoError('FailedToParse', 'Cannot specify sort with multi=true');
}

class UpdateTotals {
  #n = 0;
  #modified = 0;
  readonly #upserted: Document[] = [];

  readonly add = (index: number, result: Document): void => {
    this.#n += result.get('n') as number;
    this.#modified += result.get('nModified') as number;
    const id = result.get('upserted');
    if (id !== undefined) this.#upserted.push(Document.of({ index, _id: id }));
  };

  reply(): Document {
    const reply = Document.of({ n: this.#n });
    if (this.#upserted.length > 0) reply.set('upserted', this.#upserted);
    return reply.set('nModified', this.#modified);
  }
}
