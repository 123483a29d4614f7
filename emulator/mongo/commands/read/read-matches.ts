import { compilePipeline, type Flow } from '../../aggregate/index.js';
import { Document, encode, type Plain, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { PAUSE } from '../../session/budget.js';
import type { Collection, StoredDocument } from '../../storage/index.js';
import type { CommandContext } from '../context.js';
import { CommandHost, resolveView } from './pipeline-host.js';
import { findMatches, type Matches, type QuerySpec } from './query.js';
import { commandVariables } from './variables.js';

/** Documents of a collection or a view that match. */
export function readMatches(context: CommandContext, collection: Collection, spec: QuerySpec): Matches {
  const txn = context.txn();
  if (!collection.isView) return findMatches(txn, collection, spec, context.budget);
  if (spec.sort?.has('$natural') === true)
    throw mongoError('InvalidPipelineOperator', 'Sort option $natural not supported in aggregation.');
  const behind = resolveView(context, collection);
  const pipeline = compilePipeline([...behind.pipeline, ...stagesOf(spec)], {
    runtime: (spec.variables ?? commandVariables(context)).runtime(spec.collation),
    host: new CommandHost(context, txn, { hint: spec.hint }),
    database: context.database,
    collection: behind.collection,
  });
  return new FlowMatches(pipeline.open());
}

/** A query as the stages that mean the same. */
function stagesOf({ filter, sort, skip, limit }: QuerySpec): Value[] {
  const stages: Plain[] = [{ $match: filter }];
  if (sort !== undefined) stages.push({ $sort: sort });
  if (skip) stages.push({ $skip: skip });
  if (limit) stages.push({ $limit: limit });
  return Document.of({ stages }).get('stages') as Value[];
}

/** Documents that a pipeline makes, as if they were stored. */
class FlowMatches implements Matches {
  readonly #iterator: Iterator<Document | typeof PAUSE>;

  constructor(flow: Flow) {
    this.#iterator = flow[Symbol.iterator]();
  }

  next(): StoredDocument | typeof PAUSE | undefined {
    const { value, done } = this.#iterator.next();
    if (done === true) return undefined;
    return value === PAUSE ? PAUSE : { id: -1, document: () => value, bytes: () => encode(value) };
  }
}
