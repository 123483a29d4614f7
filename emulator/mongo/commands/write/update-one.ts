import { compileUpdatePipeline } from '../../aggregate/index.js';
import type { Document, Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { matchPosition } from '../../query/index.js';
import type { Collection, StoredDocument, Txn } from '../../storage/index.js';
import { compileUpdate, type Update } from '../../update/index.js';
import type { CommandContext } from '../context.js';
import { matcherFor, matchOptions } from '../read/matcher.js';
import { changeMatches, type QuerySpec, readCollation } from '../read/query.js';
import { type Variables, withConstants } from '../read/variables.js';
import { createImplicitly, existingTarget } from './target-collection.js';
import { updateContext } from './update-context.js';
import { assertValid } from './validation.js';

/** One statement of `update`, `findAndModify` or `bulkWrite`. */
export interface UpdateStatement {
  filter: Document;
  update: Document | readonly Value[];
  multi: boolean;
  upsert: boolean;
  arrayFilters: readonly Value[] | undefined;
  collation: Document | undefined;
  hint: Document | string | undefined;
  sort?: Document | undefined;
  variables: Variables;
  /** Constants for the pipeline of a pipeline update (`c`). */
  constants?: Document | undefined;
  bypassValidation: boolean;
}

export interface UpdateOutcome {
  /** Documents that matched. */
  matched: number;
  /** Documents that changed. */
  modified: number;
  /** The document that an upsert inserted. */
  inserted: Document | undefined;
  /** The last document that matched, before and after. */
  before: Document | undefined;
  after: Document | undefined;
}

/** Carries out one update statement. */
export async function runUpdate(
  context: CommandContext,
  txn: Txn,
  name: string,
  statement: UpdateStatement,
): Promise<UpdateOutcome> {
  context.server.counters.update++;
  const collection = existingTarget(context, name);
  const collation = readCollation(statement.collation, collection);
  const { filter, hint, sort, variables } = statement;
  const spec: QuerySpec = { filter, hint, sort, collation, variables, limit: statement.multi ? 0 : 1 };
  const update = compileStatement(statement, spec);
  if (statement.multi && update.kind === 'replacement') {
    throw mongoError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const outcome: UpdateOutcome = {
    matched: 0,
    modified: 0,
    inserted: undefined,
    before: undefined,
    after: undefined,
  };
  const apply = applier(context, txn, update, spec, statement.bypassValidation, outcome);
  if (collection === undefined) matcherFor(spec);
  else await changeMatches(context, txn, collection, spec, (stored) => apply(collection, stored));
  if (outcome.matched === 0 && statement.upsert) {
    upsert(context, txn, collection ?? createImplicitly(context, name), update, statement, outcome);
  }
  return outcome;
}

function compileStatement(statement: UpdateStatement, spec: QuerySpec): Update {
  const { arrayFilters, constants, variables, update } = statement;
  if (constants !== undefined && !Array.isArray(update)) {
    throw mongoError(51198, 'Constant values may only be specified for pipeline updates');
  }
  const all = constants === undefined ? variables : withConstants(variables, constants);
  return compileUpdate(update, {
    ...matchOptions(spec),
    arrayFilters,
    compilePipeline: (stages) => compileUpdatePipeline(stages, all.runtime(spec.collation)),
  });
}

function applier(
  context: CommandContext,
  txn: Txn,
  update: Update,
  spec: QuerySpec,
  bypassValidation: boolean,
  outcome: UpdateOutcome,
) {
  const base = updateContext(context);
  const matches = update.positional ? matcherFor(spec) : undefined;
  return (collection: Collection, stored: StoredDocument): void => {
    const before = stored.document();
    const position = matches && matchPosition(matches, before);
    const { document, modified } = update.apply(
      before,
      position === undefined ? base : { ...base, position },
    );
    if (modified) {
      if (!bypassValidation) assertValid(context, collection, document, before);
      txn.update(collection, stored.id, document);
      outcome.modified++;
    }
    outcome.matched++;
    outcome.before = before;
    outcome.after = document;
  };
}

function upsert(
  context: CommandContext,
  txn: Txn,
  collection: Collection,
  update: Update,
  statement: UpdateStatement,
  outcome: UpdateOutcome,
): void {
  const newId = () => context.server.newObjectId();
  const document = update.insert(statement.filter, { ...updateContext(context), inserting: true }, newId);
  if (!statement.bypassValidation) assertValid(context, collection, document);
  txn.insert(collection, document);
  outcome.inserted = document;
  outcome.after = document;
}
