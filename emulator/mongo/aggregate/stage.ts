import type { Document, Value } from '../bson/index.js';
import { type Environment, newEnvironment, type Runtime } from '../expression/index.js';
import { compileMatcher } from '../query/index.js';
import type { PAUSE } from '../session/budget.js';

/** Documents on their way, with pauses in between so that others on the thread get a turn. */
export type Flow = Iterable<Document | typeof PAUSE>;

/** What a pipeline asks of a collection. */
export interface SourceRequest {
  /** A leading `$match`, which an index may answer. */
  filter?: Document | undefined;
  /** A `$sort` behind it, and the `$limit` behind that. */
  sort?: Document | undefined;
  limit?: number | undefined;
  /** What the filter's expressions are compiled with. */
  runtime: Runtime;
}

/** What a pipeline asks of the server that it runs on. */
export interface PipelineHost {
  /** Documents of a collection or view; nothing for one that does not exist. */
  read(database: string, collection: string, request: SourceRequest): Flow;
  /** True when an index can answer equality at this path. */
  hasIndex(database: string, collection: string, path: string): boolean;
  /** The documents of `$collStats`, `$indexStats` and other stages that show the server itself. */
  describe(stage: string, argument: Document, database: string, collection: string): Document[] | undefined;
  /** To be called in every loop that can be long; true when it is time to pause. Throws when the time is up. */
  step(): boolean;
}

/** A compiled pipeline. */
export type Run = (input: Flow) => Flow;

/** A pipeline inside of a stage. */
export interface Nested {
  /** Runs it on documents that are at hand. */
  run: Run;
  /** Runs it on the collection that it was compiled for. */
  open(): Flow;
}

/** Compiles the pipeline of a stage that has one inside. `within` is that stage's name. */
export type CompileNested = (stages: readonly Value[], context: StageContext, within: string) => Nested;

/** What stages are compiled and run with. */
export interface StageContext {
  readonly runtime: Runtime;
  readonly host: PipelineHost;
  readonly database: string;
  readonly collection: string;
  /** Variables of outer pipelines (`let` of `$lookup`) are bound here. */
  readonly environment: Environment;
  readonly compileNested: CompileNested;
  /** How many pipelines this one lies in. */
  readonly depth?: number;
  /** True in a `$facet`, however deep. */
  readonly inFacet?: boolean;
}

/** Compiles a stage's argument to what it does with the flow. */
export type StageCompiler = (argument: Value, context: StageContext, name: string) => Run;

/** A function of a document, from an expression. */
export function expressionOf(
  expression: Value,
  context: StageContext,
): (document: Document) => Value | undefined {
  const { evaluate } = context.environment.compile(expression);
  const scope = context.environment.newScope();
  return (document) => {
    scope.root = document;
    return evaluate(scope);
  };
}

/** A filter with everything the context gives to it. */
export function matcherOf(filter: Document, context: StageContext): (document: Document) => boolean {
  const match = compileMatcher(filter, {
    collation: context.runtime.collation,
    compileExpression: (expression) => expressionOf(expression, context),
    random: context.runtime.random,
    allowWhere: false,
    allowNear: false,
  });
  return (document) => match(document);
}

/** The context of a pipeline that begins anew: on another collection, or with variables of its own. */
export function contextOn(
  context: StageContext,
  collection: string,
  constants?: ReadonlyMap<string, Value | undefined>,
): StageContext {
  const all =
    constants === undefined
      ? context.runtime.constants
      : new Map([...(context.runtime.constants ?? []), ...constants]);
  const runtime = { ...context.runtime, constants: all };
  return { ...context, collection, runtime, environment: newEnvironment(runtime) };
}
