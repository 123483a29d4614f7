import { Document, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { newEnvironment, type Runtime } from '../expression/index.js';
import { PAUSE } from '../session/budget.js';
import { sortStage } from './simple-stages.js';
import { mergeSink, outSink, type Sink } from './sinks.js';
import type { Flow, Nested, PipelineHost, Run, SourceRequest, StageContext } from './stage.js';
import { stageCompiler } from './stages.js';

export type { MergeSink, OutSink, Sink } from './sinks.js';
export type { Flow, PipelineHost, SourceRequest } from './stage.js';
export { compileUpdatePipeline } from './update-pipeline.js';

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
/** Sources that belong to no collection (`aggregate: 1`). */
const WITHOUT_COLLECTION = new Set(['$documents', '$currentOp', '$listLocalSessions']);
const FORBIDDEN_INSIDE = new Set(['$out', '$merge']);
/** Stages of MongoDB that this server does not have, and that must come first where they are. */
const FOREIGN_SOURCES = new Set([
  '$changeStream',
  '$geoNear',
  '$listClusterCatalog',
  '$listSampledQueries',
  '$listSearchIndexes',
  '$querySettings',
  '$queryStats',
  '$search',
  '$searchMeta',
  '$vectorSearch',
]);
const FORBIDDEN_IN_FACET = new Set([
  ...SOURCES,
  ...FOREIGN_SOURCES,
  ...FORBIDDEN_INSIDE,
  '$facet',
  '$changeStreamSplitLargeEvent',
]);
/** mongod's limits on the length of a pipeline and on pipelines in pipelines. */
const MOST_STAGES = 1000;
const DEEPEST = 20;

/** A stage as it was written: name and argument. */
interface StageSpec {
  name: string;
  argument: Value;
}

/** Reads the outer form of a pipeline: documents with one field each. */
function readStages(stages: readonly Value[]): StageSpec[] {
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
  /** Runs it on its collection, or on what its first stage makes. */
  open(): Flow;
  /** Where the documents go instead of to the client. */
  sink: Sink | undefined;
}

export interface PipelineOptions {
  runtime: Runtime;
  host: PipelineHost;
  database: string;
  /** `undefined` for a pipeline on a database (`aggregate: 1`). */
  collection: string | undefined;
}

/** Compiles a pipeline. Errors as mongod, with its codes, before a document is read. */
export function compilePipeline(stages: readonly Value[], options: PipelineOptions): Pipeline {
  const specs = readStages(stages);
  const { collection = '$cmd.aggregate', runtime } = options;
  const context = { ...options, collection, environment: newEnvironment(runtime), compileNested };
  const sink = readSink(specs, options.database);
  checkSource(specs[0]?.name, options.collection);
  checkPositions(specs);
  const body = sink === undefined ? specs : specs.slice(0, -1);
  return { open: opener(body, chain(body, context), context), sink };
}

function readSink(specs: readonly StageSpec[], database: string): Sink | undefined {
  const last = specs[specs.length - 1];
  if (last?.name === '$out') return outSink(last.argument, database);
  return last?.name === '$merge' ? mergeSink(last.argument, database) : undefined;
}

function checkSource(first: string | undefined, collection: string | undefined): void {
  const needsNone = first !== undefined && WITHOUT_COLLECTION.has(first);
  if (collection === undefined && !needsNone) {
    throw mongoError(
      'InvalidNamespace',
      `{aggregate: 1} is not valid for '${first ?? ''}'; a collection is required.`,
    );
  }
  if (collection !== undefined && needsNone) {
    throw mongoError(
      'InvalidNamespace',
      `${first} must be run against the database with {aggregate: 1}, not a collection`,
    );
  }
}

function checkPositions(specs: readonly StageSpec[]): void {
  for (const [at, { name }] of specs.entries()) {
    if (FORBIDDEN_INSIDE.has(name) && at < specs.length - 1)
      throw mongoError(40601, `${name} can only be the final stage in the pipeline`);
    if ((SOURCES.has(name) || FOREIGN_SOURCES.has(name)) && at > 0)
      throw mongoError(40602, `${name} is only valid as the first stage in a pipeline`);
  }
}

function compileNested(stages: readonly Value[], outer: StageContext, within: string): Nested {
  const depth = (outer.depth ?? 0) + 1;
  if (depth > DEEPEST) {
    throw mongoError(
      'MaxSubPipelineDepthExceeded',
      `Maximum number of nested sub-pipelines exceeded. Limit is ${DEEPEST}`,
    );
  }
  const inFacet = within === '$facet' || outer.inFacet === true;
  const context = { ...outer, depth, inFacet };
  const specs = readStages(stages);
  for (const { name } of specs) checkInside(name, inFacet && name !== '$documents' ? '$facet' : within);
  checkPositions(specs);
  const runs = chain(specs, context);
  return { run: (input) => runs.reduce((flow, run) => run(flow), input), open: opener(specs, runs, context) };
}

function checkInside(name: string, within: string): void {
  if (within === '$facet' && FORBIDDEN_IN_FACET.has(name))
    throw mongoError(40600, `${name} is not allowed to be used within a $facet stage`);
  if (within === '$lookup' && FORBIDDEN_INSIDE.has(name))
    throw mongoError(51047, `${name} is not allowed within a $lookup's sub-pipeline`);
  if (within === '$unionWith' && FORBIDDEN_INSIDE.has(name))
    throw mongoError(31441, `${name} is not allowed within a $unionWith's sub-pipeline`);
}

/** Stages from which documents may come without a read in between, and so without its pauses. */
const SPRINGS = new Set([
  '$bucketAuto',
  '$densify',
  '$documents',
  '$fill',
  '$graphLookup',
  '$group',
  '$lookup',
  '$setWindowFields',
  '$sort',
  '$unionWith',
  '$unwind',
]);

/** Adds pauses, and the end of the command's time, to a flow. */
function paced(run: Run, host: PipelineHost): Run {
  return function* pace(input) {
    for (const document of run(input)) {
      if (document !== PAUSE && host.step()) yield PAUSE;
      yield document;
    }
  };
}

/** One run per stage. A stage that a source has done for it is passed by then. */
function chain(specs: readonly StageSpec[], context: StageContext): Run[] {
  return specs.map(({ name, argument }, at) => {
    const next = specs[at + 1];
    // A limit right behind a sort bounds what the sort must keep.
    const most =
      name === '$sort' && next?.name === '$limit' && typeof next.argument === 'number' && next.argument > 0
        ? next.argument
        : undefined;
    if (most !== undefined) return sortStage(argument, context, most);
    const run = stageCompiler(name)(argument, context, name);
    return SPRINGS.has(name) && next !== undefined ? paced(run, context.host) : run;
  });
}

/** Reads the pipeline's collection, with the leading `$match` stages as its filter, and runs the rest. */
function opener(specs: readonly StageSpec[], runs: readonly Run[], context: StageContext): () => Flow {
  const { host, database, collection, runtime } = context;
  const start = (input: Flow, from: number) => runs.slice(from).reduce((flow, run) => run(flow), input);
  if (SOURCES.has(specs[0]?.name ?? '')) return () => start([], 0);
  const { request, taken } = sourceRequest(specs, runtime);
  return () => start(host.read(database, collection, request), taken);
}

/** What of a pipeline's beginning the collection itself can answer, and how many stages that are. */
function sourceRequest(
  specs: readonly StageSpec[],
  runtime: Runtime,
): { request: SourceRequest; taken: number } {
  const other = specs.findIndex(({ name }) => name !== '$match');
  let taken = other < 0 ? specs.length : other;
  const filters = specs.slice(0, taken).map(({ argument }) => argument);
  const filter = filters.length > 1 ? Document.of({ $and: filters }) : (filters[0] as Document | undefined);
  const request: SourceRequest = { filter, runtime };
  const sort = specs[taken];
  if (sort?.name === '$sort' && sort.argument instanceof Document && sort.argument.values.every(isNumber)) {
    request.sort = sort.argument;
    const limit = specs[++taken];
    if (limit?.name === '$limit' && typeof limit.argument === 'number') {
      request.limit = limit.argument;
      taken++;
    }
  }
  return { request, taken };
}
