import { compilePipeline, type Flow, type Pipeline } from '../../aggregate/index.js';
import { Decimal128, type Document, Double, isDocument, isNumber, type Value } from '../../bson/index.js';
import type { Collation } from '../../collation/index.js';
import { mongoError } from '../../error/index.js';
import type { Runtime } from '../../expression/index.js';
import type { ResultSource } from '../../session/cursors.js';
import type { Collection, Txn } from '../../storage/index.js';
import { assertStableStage } from '../api-version.js';
import * as as from '../arguments.js';
import { defineCommand, type Need, type Result } from '../command.js';
import { type CommandContext, checkDatabase } from '../context.js';
import { writeMerge } from '../write/merge.js';
import { writeOut } from '../write/out.js';
import { explainCommand } from './explain.js';
import { arraySource, openCursor } from './open-cursor.js';
import { CommandHost, resolveView } from './pipeline-host.js';
import { readCollation } from './query.js';
import { commandVariables } from './variables.js';

const fields = {
  aggregate: as.any,
  pipeline: as.required(as.notNull(as.array)),
  cursor: as.notNull(as.nested({ batchSize: as.count })),
  explain: as.notNull(as.flag),
  allowDiskUse: as.notNull(as.flag),
  bypassDocumentValidation: as.bool,
  collation: as.object,
  hint: as.parsed(as.objectOrText),
  let: as.object,
  collectionUUID: as.any,
  passthroughToShard: as.any,
  isMapReduceCommand: as.bool,
  rawData: as.bool,
};

/** Runs a pipeline over a collection, a view or nothing (`aggregate: 1`). */
export const aggregate = defineCommand({
  name: 'aggregate',
  access: 'read',
  needs: pipelineNeeds,
  inTransaction: true,
  writes: true,
  fields,
  async run(context, args): Promise<Result> {
    const name = sourceName(context, args.aggregate as Value);
    checkStages(context, args.pipeline);
    if (args.explain === true && context.generic.writeConcern !== undefined) {
      throw mongoError(
        'FailedToParse',
        "Aggregate command's 'explain' option cannot be used with writeConcern",
      );
    }
    context.server.counters.command++;
    if (args.cursor === undefined && args.explain !== true) {
      throw mongoError(
        'FailedToParse',
        "The 'cursor' option is required, except for aggregate with the explain argument",
      );
    }
    const source = sourceOf(context, name, args.pipeline, args.collation);
    const { allowDiskUse } = args;
    const runtime = { ...commandVariables(context, args.let).runtime(source.collation), allowDiskUse };
    const txn = context.txn();
    const host = new CommandHost(context, txn, { hint: args.hint });
    const { database } = context;
    const pipeline = compilePipeline(source.pipeline, {
      runtime,
      host,
      database,
      collection: source.collection,
    });
    if (args.explain === true && name !== undefined) {
      return explainCommand(context, context.body, 'queryPlanner');
    }
    const namespace = `${database}.${name ?? '$cmd.aggregate'}`;
    const batchSize = args.cursor?.batchSize;
    if (pipeline.sink === undefined)
      return openCursor(context, namespace, new FlowSource(pipeline.open()), { batchSize });
    const bypassValidation = args.bypassDocumentValidation === true;
    await write(context, txn, pipeline, { bypassValidation, runtime });
    return openCursor(context, namespace, arraySource([]), { batchSize });
  },
});

/** A pipeline that ends in `$out` or `$merge` writes: into its own database or the one it names. */
function pipelineNeeds(body: Document, database: string): Need[] {
  const pipeline = body.get('pipeline');
  const last = Array.isArray(pipeline) ? pipeline.at(-1) : undefined;
  const needs: Need[] = [{ access: 'read', database }];
  if (!isDocument(last)) return needs;
  const merge = last.get('$merge');
  const target = last.get('$out') ?? (isDocument(merge) ? merge.get('into') : merge);
  if (target === undefined) return needs;
  const named = isDocument(target) ? target.get('db') : undefined;
  return [...needs, { access: 'write', database: typeof named === 'string' ? named : database }];
}

/** Stages that tell of the server and not of data: in no transaction, and not as of another moment. */
const OUTSIDE_TRANSACTIONS = new Set([
  '$collStats',
  '$currentOp',
  '$indexStats',
  '$listLocalSessions',
  '$planCacheStats',
  '$unionWith',
]);

function checkStages({ generic, inTransaction }: CommandContext, pipeline: readonly Value[]): void {
  for (const stage of pipeline) {
    const name = isDocument(stage) ? (stage.keys()[0] ?? '') : '';
    if (generic.apiStrict) assertStableStage(name);
    if (!inTransaction || !OUTSIDE_TRANSACTIONS.has(name)) continue;
    throw mongoError(
      'OperationNotSupportedInTransaction',
      `Operation not permitted in transaction :: caused by :: Aggregation stage ${name} cannot run within a multi-document transaction`,
    );
  }
}

/** The collection's name; `undefined` for `1`, which means the database. */
function sourceName(context: CommandContext, value: Value): string | undefined {
  if (typeof value === 'string') {
    context.namespace(value);
    return value;
  }
  if (!isNumber(value)) {
    throw mongoError('InvalidNamespace', "the 'aggregate' field must specify a collection name or 1");
  }
  const number =
    value instanceof Decimal128 ? value.toNumber() : Number(value instanceof Double ? value.value : value);
  if (number !== 1) {
    throw mongoError(
      'BadValue',
      "Invalid command format: the 'aggregate' field must specify a collection name or 1",
    );
  }
  checkDatabase(context.database);
  return undefined;
}

interface Source {
  collection: string | undefined;
  pipeline: readonly Value[];
  collation: Collation | undefined;
}

/** What a pipeline runs on: for a view what is behind it, with the view's stages in front. */
function sourceOf(
  context: CommandContext,
  name: string | undefined,
  pipeline: readonly Value[],
  collationSpec: Document | undefined,
): Source {
  const collection = name === undefined ? undefined : context.collection(name);
  const collation = readCollation(collationSpec, collection);
  if (collection?.isView !== true) return { collection: name, pipeline, collation };
  checkViewCollation(collection, collationSpec, collation);
  const behind = resolveView(context, collection);
  return { collection: behind.collection, pipeline: [...behind.pipeline, ...pipeline], collation };
}

function checkViewCollation(
  view: Collection,
  given: Document | undefined,
  collation: Collation | undefined,
): void {
  if (given === undefined || given.size === 0) return;
  const own = view.options.collation;
  if (JSON.stringify(own?.toDocument()) === JSON.stringify(collation?.toDocument())) return;
  throw mongoError(
    'OptionNotSupportedOnView',
    `Cannot override default collation of collection '${view.namespace}' in its view`,
  );
}

/** A pipeline's documents as results. */
class FlowSource implements ResultSource {
  readonly #iterator: Iterator<ReturnType<ResultSource['next']>>;

  constructor(flow: Flow) {
    this.#iterator = flow[Symbol.iterator]();
  }

  next(): ReturnType<ResultSource['next']> {
    const { value, done } = this.#iterator.next();
    return done === true ? undefined : value;
  }

  close(): void {
    this.#iterator.return?.();
  }
}

async function write(
  context: CommandContext,
  txn: Txn,
  { open, sink }: Pipeline,
  options: { bypassValidation: boolean; runtime: Runtime },
): Promise<void> {
  if (sink === undefined) return;
  const stage = `$${sink.kind}`;
  if (context.inTransaction) {
    throw mongoError(
      'OperationNotSupportedInTransaction',
      `Operation not permitted in transaction :: caused by :: ${stage} cannot be used in a transaction`,
    );
  }
  if (context.generic.readConcern?.level === 'linearizable') {
    throw mongoError('InvalidOptions', `${stage} cannot be used with a 'linearizable' read concern level`);
  }
  if (sink.kind === 'out') await writeOut(context, txn, open(), sink, options.bypassValidation);
  else await writeMerge(context, txn, open(), sink, options);
  await txn.commit(context.durability);
  await context.server.storage.settled(context.settledLevel);
}
