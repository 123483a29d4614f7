import { Document, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import type { Txn } from '../../storage/index.js';
import type { Arguments } from '../arguments.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { checkFilter } from '../read/matcher.js';
import { projector } from '../read/projector.js';
import { changeMatches, readCollation } from '../read/query.js';
import { commandVariables } from '../read/variables.js';
import { earlierResult, runOnce, withoutConflicts } from './statements.js';
import { existingTarget } from './target-collection.js';
import { runUpdate } from './update-one.js';

const EMPTY = new Document();

const fields = {
  findAndModify: as.collectionName,
  findandmodify: as.collectionName,
  query: as.object,
  sort: as.object,
  fields: as.object,
  update: as.parsed(as.objectOrArray),
  remove: as.bool,
  new: as.bool,
  upsert: as.bool,
  bypassDocumentValidation: as.bool,
  collation: as.object,
  arrayFilters: as.array,
  hint: as.parsed(as.objectOrText),
  let: as.object,
  stmtId: as.integer,
  rawData: as.bool,
};
type Args = Arguments<typeof fields>;

/** Changes or removes one document and answers what it was, or what it has become. */
export const findAndModify = defineCommand({
  name: 'findAndModify',
  aliases: ['findandmodify'],
  access: 'write',
  inTransaction: true,
  retryable: true,
  writes: true,
  fields,
  async run(context, args) {
    const name = (args.findAndModify ?? args.findandmodify) as string;
    context.namespace(name);
    check(args);
    const statement = args.stmtId ?? 0;
    const earlier = earlierResult(context, statement);
    if (earlier !== undefined) return earlier.clone().set('retriedStmtId', statement);
    const txn = context.txn();
    const run = () =>
      args.remove === true ? remove(context, txn, name, args) : modify(context, txn, name, args);
    const result = await withoutConflicts(context, () => runOnce(context, statement, run));
    if (!context.inTransaction) await txn.commit(context.durability);
    return result.clone();
  },
});

function check(args: Args): void {
  if (args.remove === true) {
    if (args.update !== undefined)
      throw mongoError('FailedToParse', "Cannot specify both an 'update' and 'remove'=true");
    if (args.upsert === true)
      throw mongoError('FailedToParse', "Cannot specify both 'upsert'=true and 'remove'=true");
    if (args.new === true) {
      throw mongoError(
        'FailedToParse',
        "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
      );
    }
    if (args.arrayFilters !== undefined)
      throw mongoError('FailedToParse', "Cannot specify 'arrayFilters' and 'remove'=true");
  } else if (args.update === undefined) {
    throw mongoError('FailedToParse', "Either an 'update' or 'remove'=true must be specified");
  }
}

async function modify(context: CommandContext, txn: Txn, name: string, args: Args): Promise<Document> {
  const filter = args.query ?? EMPTY;
  const variables = commandVariables(context, args.let);
  const project = projector(args.fields, { filter, variables });
  const { matched, inserted, before, after } = await runUpdate(context, txn, name, {
    filter,
    update: args.update as Document | Value[],
    multi: false,
    upsert: args.upsert === true,
    arrayFilters: args.arrayFilters,
    collation: args.collation,
    hint: args.hint,
    sort: args.sort,
    variables,
    bypassValidation: args.bypassDocumentValidation === true,
  });
  const lastErrorObject = Document.of({
    n: inserted === undefined ? matched : 1,
    updatedExisting: matched > 0,
  });
  if (inserted !== undefined) lastErrorObject.set('upserted', inserted.get('_id')!);
  const answer = args.new === true ? after : before;
  return Document.of({ lastErrorObject, value: answer === undefined ? null : (project?.(answer) ?? answer) });
}

async function remove(context: CommandContext, txn: Txn, name: string, args: Args): Promise<Document> {
  const { query: filter = EMPTY, sort, hint } = args;
  const variables = commandVariables(context, args.let);
  const project = projector(args.fields, { filter, variables });
  const collection = existingTarget(context, name);
  let removed: Document | undefined;
  if (collection === undefined) checkFilter({ filter, variables });
  else {
    const collation = readCollation(args.collation, collection);
    const spec = { filter, sort, hint, collation, limit: 1, variables };
    await changeMatches(context, txn, collection, spec, (stored) => {
      removed = stored.document();
      txn.remove(collection, stored.id);
    });
  }
  const lastErrorObject = Document.of({ n: removed === undefined ? 0 : 1 });
  return Document.of({
    lastErrorObject,
    value: removed === undefined ? null : (project?.(removed) ?? removed),
  });
}
