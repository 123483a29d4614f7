import { BsonType, Document, Double, isDocument, isNumber, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { type Arguments, readFields } from '../arguments.js';
import { defineCommand } from '../command.js';
import { CommandContext, checkNamespace } from '../context.js';
import { arraySource, openCursor } from '../read/open-cursor.js';
import { commandVariables } from '../read/variables.js';
import { deleteMatching } from './delete.js';
import { insertOne } from './insert.js';
import { assertBatchSize, runStatements } from './statements.js';
import { existingTarget } from './target-collection.js';
import { runUpdate } from './update-one.js';

const ONE = new Double(1);
const ZERO = new Double(0);

const insertFields = { insert: as.required(as.integer), document: as.required(as.object) };
const updateFields = {
  update: as.required(as.integer),
  filter: as.required(as.object),
  updateMods: as.required(as.parsed(as.objectOrArray)),
  multi: as.flag,
  upsert: as.flag,
  arrayFilters: as.array,
  hint: as.parsed(as.objectOrText),
  constants: as.object,
  collation: as.object,
  sort: as.object,
  upsertSupplied: as.bool,
  sampleId: as.any,
};
const deleteFields = {
  delete: as.required(as.integer),
  filter: as.required(as.object),
  multi: as.flag,
  hint: as.parsed(as.objectOrText),
  collation: as.object,
  sampleId: as.any,
};

const fields = {
  bulkWrite: as.any,
  ops: as.required(as.objects),
  nsInfo: as.required(as.objects),
  ordered: as.flag,
  errorsOnly: as.flag,
  bypassDocumentValidation: as.bool,
  let: as.object,
  cursor: as.nested({ batchSize: as.count }),
  stmtId: as.integer,
  stmtIds: as.array,
  rawData: as.bool,
};
type Args = Arguments<typeof fields>;
type Operation = (index: number) => Promise<Document>;

/** Inserts, updates and deletes in several collections with one command. */
export const bulkWrite = defineCommand({
  name: 'bulkWrite',
  access: 'write',
  needs: (body) => namespacesIn(body).map((database) => ({ access: 'write', database })),
  adminOnly: true,
  inTransaction: true,
  retryable: true,
  writes: true,
  fields,
  async run(context, args) {
    const { ops, nsInfo } = args;
    assertBatchSize(ops.length);
    const namespaces = nsInfo.map(readNamespace);
    const operations = ops.map((op) => prepare(context, args, namespaces, op));
    const tally = new Tally(args.errorsOnly === true);
    const ids = (args.stmtIds ?? []) as number[];
    const run = (index: number) => operations[index]!(index);
    const ordered = args.ordered !== false;
    const outcome = await runStatements(context, ops.length, ordered, ids, run, tally.add);
    for (const error of outcome.writeErrors) tally.fail(error, ops);
    if (!context.inTransaction) await context.server.storage.settled(context.settledLevel);
    const results = arraySource(tally.results());
    const opened = await openCursor(context, 'admin.$cmd.bulkWrite', results, {
      batchSize: args.cursor?.batchSize ?? ops.length,
    });
    const parts = opened instanceof Document ? { body: opened } : opened;
    for (const [name, value] of tally.totals(outcome.retried)) parts.body.set(name, value);
    return parts;
  },
});

/** The databases that are written to; what is no namespace is refused later. */
function namespacesIn(body: Document): string[] {
  const infos = body.get('nsInfo');
  const named = (Array.isArray(infos) ? infos : []).filter(isDocument).map((info) => info.get('ns'));
  const databases = named.filter((ns) => typeof ns === 'string').map((ns) => ns.split('.', 1)[0] as string);
  return databases.length === 0 ? ['admin'] : databases;
}

function readNamespace(info: Document): { database: string; name: string } {
  const ns = info.get('ns');
  if (ns !== undefined && ns !== null && typeof ns !== 'string')
    throw as.wrongType('NamespaceInfoEntry.ns', ns, [BsonType.String]);
  if (typeof ns !== 'string')
    throw mongoError(40414, "BSON field 'NamespaceInfoEntry.ns' is missing but a required field");
  const dot = ns.indexOf('.');
  const [database, name] = [ns.slice(0, Math.max(dot, 0)), ns.slice(dot + 1)];
  checkNamespace(database, name);
  return { database, name };
}

function prepare(
  context: CommandContext,
  args: Args,
  namespaces: readonly { database: string; name: string }[],
  op: Document,
): Operation {
  const kind = op.keys()[0] ?? '';
  const at = op.values[0];
  if (!['insert', 'update', 'delete'].includes(kind)) {
    throw mongoError(40415, `BSON field 'bulkWrite.ops.${kind}' is an unknown field.`);
  }
  if (at === undefined || at === null)
    throw mongoError(40414, `BSON field 'bulkWrite.ops.${kind}' is missing but a required field`);
  if (!isNumber(at)) throw as.wrongType(`bulkWrite.ops.${kind}`, at, [16, 18, 1, 19]);
  const target = namespaces[as.toNumber(at)];
  if (target === undefined) {
    throw mongoError('BadValue', `BulkWrite ops entry ${describe(op)} has an invalid nsInfo index.`);
  }
  const there = inDatabase(context, target.database);
  if (kind === 'insert') return prepareInsert(there, args, target.name, op);
  return kind === 'update'
    ? prepareUpdate(there, args, target.name, op)
    : prepareDelete(there, args, target.name, op);
}

function describe(op: Document): string {
  return op.keys().join(', ');
}

/** The same command, looking at another database. */
function inDatabase(context: CommandContext, database: string): CommandContext {
  return new CommandContext({ ...context, request: { ...context.request, database } });
}

function prepareInsert(context: CommandContext, args: Args, name: string, op: Document): Operation {
  const { document } = readFields(insertFields, op, 'bulkWrite.ops');
  return async () => {
    insertOne(context, context.txn(), name, document, args.bypassDocumentValidation === true);
    return Document.of({ kind: 'insert', n: 1 });
  };
}

function prepareUpdate(context: CommandContext, args: Args, name: string, op: Document): Operation {
  const {
    filter,
    updateMods,
    multi = false,
    upsert = false,
    constants,
    ...rest
  } = readFields(updateFields, op, 'bulkWrite.ops');
  if (multi && context.isRetryable)
    throw mongoError('InvalidOptions', 'Cannot use (or request) retryable writes with multi=true');
  commandVariables(context, args.let);
  return async () => {
    // Each operation has a cluster time of its own.
    const variables = commandVariables(context, args.let);
    const { matched, modified, inserted } = await runUpdate(context, context.txn(), name, {
      filter,
      update: updateMods,
      multi,
      upsert,
      constants,
      arrayFilters: rest.arrayFilters,
      collation: rest.collation,
      hint: rest.hint,
      sort: rest.sort,
      variables,
      bypassValidation: args.bypassDocumentValidation === true,
    });
    const result = Document.of({
      kind: 'update',
      n: inserted === undefined ? matched : 1,
      nModified: modified,
    });
    return inserted === undefined
      ? result
      : result.set('upserted', Document.of({ _id: inserted.get('_id')! }));
  };
}

function prepareDelete(context: CommandContext, args: Args, name: string, op: Document): Operation {
  const { filter, multi = false, hint, collation } = readFields(deleteFields, op, 'bulkWrite.ops');
  if (multi && context.isRetryable)
    throw mongoError('InvalidOptions', 'Cannot use (or request) retryable writes with multi=true');
  const spec = {
    filter,
    limit: multi ? 0 : 1,
    hint,
    collation,
    variables: commandVariables(context, args.let),
  };
  return async () => {
    const n = await deleteMatching(context, context.txn(), existingTarget(context, name), spec);
    return Document.of({ kind: 'delete', n });
  };
}

/** Adds up what the statements did. */
class Tally {
  readonly #errorsOnly: boolean;
  readonly #results = new Map<number, Document>();
  readonly #counts = { nErrors: 0, nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 };

  constructor(errorsOnly: boolean) {
    this.#errorsOnly = errorsOnly;
  }

  readonly add = (index: number, result: Document): void => {
    const n = result.get('n') as number;
    const upserted = result.get('upserted');
    const kind = result.get('kind');
    if (kind === 'insert') this.#counts.nInserted += n;
    else if (kind === 'delete') this.#counts.nDeleted += n;
    else if (upserted !== undefined) this.#counts.nUpserted += n;
    else this.#counts.nMatched += n;
    this.#counts.nModified += (result.get('nModified') as number | undefined) ?? 0;
    if (this.#errorsOnly) return;
    const shown = Document.of({ ok: ONE, idx: index, n });
    for (const name of ['nModified', 'upserted']) {
      const value = result.get(name);
      if (value !== undefined) shown.set(name, value);
    }
    this.#results.set(index, shown);
  };

  fail(error: Document, ops: readonly Document[]): void {
    this.#counts.nErrors++;
    const index = error.get('index') as number;
    const shown = Document.of({ ok: ZERO, idx: index });
    for (const [name, value] of error) if (name !== 'index') shown.set(name, value);
    shown.set('n', 0);
    if (ops[index]?.keys()[0] === 'update') shown.set('nModified', 0);
    this.#results.set(index, shown);
  }

  results(): Document[] {
    return [...this.#results].sort(([a], [b]) => a - b).map(([, result]) => result);
  }

  totals(retried: readonly number[]): [string, Value][] {
    const totals: [string, Value][] = Object.entries(this.#counts);
    if (retried.length > 0) totals.push(['retriedStmtIds', [...retried]]);
    return totals;
  }
}
