import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { newEnvironment, type Runtime } from '../expression/index.js';
import { typeName } from '../expression/operator.js';
import { bucket, bucketAuto, sortByCount } from './buckets.js';
import { densify, fill } from './gaps.js';
import { group } from './group.js';
import { facet, graphLookup, lookup, unionWith } from './joins.js';
import { setWindowFields } from './set-window-fields.js';
import {
  addFields,
  count,
  documents,
  limit,
  match,
  project,
  redact,
  replaceRoot,
  replaceWith,
  sample,
  skip,
  sort,
  sortStage,
  unset,
  unwind,
} from './simple-stages.js';
import { mergeSink, outSink, type Sink } from './sinks.js';
import type { Flow, PipelineHost, Run, StageCompiler, StageContext } from './stage.js';

export { compileAddFields, compileProject, compileUnset } from './projection-tree.js';
export type { MergeSink, OutSink, Sink, WhenMatched } from './sinks.js';
export type { Flow, PipelineHost } from './stage.js';

/** Stages that stand for a source of documents and so must come first. */
const SOURCES = new Set([
  '$collStats',
  '$indexStats',
  '$documents',
  '$currentOp',
  '$listLocalSessions',
  '$listSessions',
  '$planCacheStats',
]);
const FORBIDDEN_INSIDE = new Set(['$out', '$merge']);
const FORBIDDEN_IN_FACET = new Set([...SOURCES, ...FORBIDDEN_INSIDE, '$facet', '$geoNear', '$changeStream']);
/** mongod's limits on the length of a pipeline and on pipelines in pipelines. */
const MOST_STAGES = 1000;

/** A stage that shows the server itself: its documents are the host's. */
const described: StageCompiler = (argument, context, name) => {
  if (!(argument instanceof Document))
    throw mongoError(
      name === '$collStats' ? 5447000 : 28803,
      `${name} must take a nested object but found: ${typeName(argument)}`,
    );
  return function* show(): Flow {
    const found = context.host.describe(name, argument, context.database, context.collection);
    if (found === undefined) throw unknownStage(name);
    yield* found;
  };
};

const STAGES: Readonly<Record<string, StageCompiler>> = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $collStats: described,
  $count: count,
  $currentOp: described,
  $densify: densify,
  $documents: documents,
  $facet: facet,
  $fill: fill,
  $graphLookup: graphLookup,
  $group: group,
  $indexStats: described,
  $limit: limit,
  $listLocalSessions: described,
  $lookup: lookup,
  $match: match,
  $planCacheStats: described,
  $project: project,
  $redact: redact,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
  $set: addFields,
  $setWindowFields: setWindowFields,
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unionWith: unionWith,
  $unset: unset,
  $unwind: unwind,
};

function unknownStage(name: string): Error {
  return mongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
}

/** A stage as it was written: name and argument. */
export interface StageSpec {
  name: string;
  argument: Value;
}

/** Reads the outer form of a pipeline: documents with one field each. */
export function readStages(stages: readonly Value[]): StageSpec[] {
  if (stages.length > MOST_STAGES)
    throw mongoError(7749501, `Pipeline length must be no longer than ${MOST_STAGES} stages.`);
  return stages.map((stage) => {
    if (!(stage instanceof Document))
      throw mongoError('TypeMismatch', "Each element of the 'pipeline' array must be an object");
    if (stage.size !== 1)
      throw mongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
    return { name: stage.keys()[0] as string, argument: stage.values[0] as Value };
  });
}

/** A compiled pipeline. */
export interface Pipeline {
  /** Runs the stages on the documents of the source (which stages such as `$documents` leave aside). */
  run: Run;
  /** Where the documents go instead of to the client. */
  sink: Sink | undefined;
  /** True when the first stage makes its own documents and the collection is not read. */
  ownSource: boolean;
}

export interface PipelineOptions {
  runtime: Runtime;
  host: PipelineHost;
  database: string;
  collection: string;
  compileSchema?: StageContext['compileSchema'];
}

/** Compiles a pipeline. Errors as mongod, with its codes, before a document is read. */
export function compilePipeline(stages: readonly Value[], options: PipelineOptions): Pipeline {
  const specs = readStages(stages);
  const context: StageContext = { ...options, environment: newEnvironment(options.runtime), compileNested };
  const sink = readSink(specs, options.database);
  const body = sink === undefined ? specs : specs.slice(0, -1);
  checkPositions(specs);
  return { run: chain(body, context), sink, ownSource: SOURCES.has(body[0]?.name ?? '') };
}

function readSink(specs: readonly StageSpec[], database: string): Sink | undefined {
  const last = specs[specs.length - 1];
  if (last?.name === '$out') return outSink(last.argument, database);
  return last?.name === '$merge' ? mergeSink(last.argument, database) : undefined;
}

function checkPositions(specs: readonly StageSpec[]): void {
  for (const [at, { name }] of specs.entries()) {
    if (FORBIDDEN_INSIDE.has(name) && at < specs.length - 1)
      throw mongoError(40601, `${name} can only be the final stage in the pipeline`);
    if (SOURCES.has(name) && at > 0 && Object.hasOwn(STAGES, name))
      throw mongoError(40602, `${name} is only valid as the first stage in a pipeline`);
  }
}

function compileNested(stages: readonly Value[], context: StageContext, within: string): Run {
  const specs = readStages(stages);
  for (const { name } of specs) {
    if (within === '$facet' && FORBIDDEN_IN_FACET.has(name))
      throw mongoError(40600, `${name} is not allowed to be used within a $facet stage`);
    if (within === '$lookup' && FORBIDDEN_INSIDE.has(name))
      throw mongoError(51047, `${name} is not allowed within a $lookup's sub-pipeline`);
    if (within === '$unionWith' && FORBIDDEN_INSIDE.has(name))
      throw mongoError(31441, `${name} is not allowed within a $unionWith's sub-pipeline`);
  }
  checkPositions(specs);
  return chain(specs, context);
}

function chain(specs: readonly StageSpec[], context: StageContext): Run {
  const runs: Run[] = [];
  for (let at = 0; at < specs.length; at++) {
    const { name, argument } = specs[at] as StageSpec;
    const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (compile === undefined) throw unknownStage(name);
    const next = specs[at + 1];
    // A limit right behind a sort bounds what the sort must keep.
    const most =
      name === '$sort' && next?.name === '$limit' && typeof next.argument === 'number' && next.argument > 0
        ? next.argument
        : undefined;
    runs.push(most === undefined ? compile(argument, context, name) : sortStage(argument, context, most));
  }
  return (input) => runs.reduce((flow, run) => run(flow), input);
}
