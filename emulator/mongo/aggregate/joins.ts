import { Document, isNumber, type Value } from '../bson/index.js';
import { keyOf } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { checkName, parsePath, pathReader } from '../expression/index.js';
import { wholeNumber } from '../expression/numbers.js';
import { nullish, typeName } from '../expression/operator.js';
import { checkVariableName } from '../expression/variable-name.js';
import { PAUSE } from '../session/budget.js';
import { gather, setAt } from './simple-stages.js';
import {
  contextOn,
  expressionOf,
  type Flow,
  matcherOf,
  type StageCompiler,
  type StageContext,
} from './stage.js';

const wrongType = (field: string, value: Value | undefined, expected: string, code = 9) =>
  mongoError(code, `${field} must be ${expected}, but found ${typeName(value)}`);

/** The other collection: a name, or `{db, coll}` where that is allowed. */
function foreignName(from: Value | undefined, stage: string): string {
  if (typeof from !== 'string') throw wrongType(`${stage} argument 'from'`, from, 'a string');
  if (from === '' || from.startsWith('.') || from.includes('\0'))
    throw mongoError('InvalidNamespace', `Invalid namespace specified: ${from}`);
  return from;
}

type StringKey = ((text: string) => string) | undefined;

/** Values that a document offers at a path for an equality join: each array item, and null for what is missing. */
function joinKeys(document: Document, path: string[], stringKey: StringKey): Set<string> {
  const keys = new Set<string>();
  for (const value of offered(document, path, 0)) keys.add(keyOf(nullish(value) ? null : value, stringKey));
  return keys;
}

function* offered(value: Value | undefined, path: string[], at: number): Generator<Value | undefined> {
  const name = path[at];
  if (name === undefined) {
    if (Array.isArray(value)) yield* value;
    yield value;
  } else if (value instanceof Document) yield* offered(value.get(name), path, at + 1);
  else if (Array.isArray(value)) yield* offeredInside(value, path, at);
  else yield undefined;
}

/** A name leads into each document of an array, or, when it is a number, to one of its items. */
function* offeredInside(list: readonly Value[], path: string[], at: number): Generator<Value | undefined> {
  const name = path[at] as string;
  const item = /^\d+$/.test(name) ? list[Number(name)] : undefined;
  if (item !== undefined) yield* offered(item, path, at + 1);
  for (const inner of list) if (inner instanceof Document) yield* offered(inner, path, at);
}

/** Values to look for: what aggregation reads at the local path, arrays item by item, missing as null. */
function localKeys(value: Value | undefined, stringKey: StringKey): Set<string> {
  const list = Array.isArray(value) ? value : [value];
  return new Set(list.map((item) => keyOf(nullish(item) ? null : (item as Value), stringKey)));
}

/** A hash table of a collection by one path; built once per stage, on the first document that asks. */
class HashJoin {
  readonly #table = new Map<string, { order: number; document: Document }[]>();
  #order = 0;

  add(document: Document, keys: Iterable<string>): void {
    const entry = { order: this.#order++, document };
    for (const key of keys) {
      const found = this.#table.get(key);
      if (found === undefined) this.#table.set(key, [entry]);
      else found.push(entry);
    }
  }

  find(keys: Iterable<string>): Document[] {
    const found = new Set<{ order: number; document: Document }>();
    for (const key of keys) for (const entry of this.#table.get(key) ?? []) found.add(entry);
    return [...found].sort((a, b) => a.order - b.order).map(({ document }) => document);
  }
}

function* buildJoin(source: Flow, path: string[], stringKey: StringKey, into: HashJoin): Flow {
  for (const document of source) {
    if (document === PAUSE) yield PAUSE;
    else into.add(document, joinKeys(document, path, stringKey));
  }
}

const LOOKUP = ['from', 'localField', 'foreignField', 'let', 'pipeline', 'as'];

interface LookupSpec {
  from: string;
  as: string[];
  local?: string;
  foreign?: string[];
  variables: [string, Value][];
  pipeline?: Value[];
}

function lookupSpec(argument: Value): LookupSpec {
  if (!(argument instanceof Document))
    throw mongoError(
      'FailedToParse',
      `the $lookup stage specification must be an object, but found ${typeName(argument)}`,
    );
  for (const field of argument.keys()) {
    if (!LOOKUP.includes(field) && !field.startsWith('_'))
      throw mongoError('FailedToParse', `unknown argument to $lookup: ${field}`);
  }
  const [from, local, foreign, variables, pipeline, as] = LOOKUP.map((field) => argument.get(field));
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw wrongType("$lookup argument 'pipeline'", pipeline, 'an array', 14);
  if (variables !== undefined && !(variables instanceof Document))
    throw wrongType("$lookup argument 'let'", variables, 'an object');
  if (typeof as !== 'string')
    throw as === undefined
      ? mongoError('FailedToParse', "must specify 'as' field for a $lookup")
      : wrongType("$lookup argument 'as'", as, 'a string');
  const firstStage =
    Array.isArray(pipeline) && pipeline[0] instanceof Document ? pipeline[0].keys()[0] : undefined;
  if (from === undefined && firstStage !== '$documents')
    throw mongoError('FailedToParse', "must specify 'from' field for a $lookup");
  for (const [field, value] of [
    ['localField', local],
    ['foreignField', foreign],
  ] as const) {
    if (value !== undefined && typeof value !== 'string')
      throw wrongType(`$lookup argument '${field}'`, value, 'a string');
  }
  if ((local === undefined) !== (foreign === undefined) || (local === undefined && pipeline === undefined)) {
    throw mongoError(
      'FailedToParse',
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  if (variables !== undefined && pipeline === undefined)
    throw mongoError('FailedToParse', "$lookup with a 'let' argument must also specify 'pipeline'");
  return {
    from: from === undefined ? '' : foreignName(from, '$lookup'),
    as: parsePath(as),
    ...(typeof local === 'string' ? { local, foreign: parsePath(foreign as string) } : {}),
    variables: variables === undefined ? [] : [...(variables as Document)],
    ...(Array.isArray(pipeline) ? { pipeline } : {}),
  };
}

export const lookup: StageCompiler = (argument, context) => {
  const spec = lookupSpec(argument);
  for (const [name] of spec.variables) checkVariableName(name, 'bind');
  const variables = spec.variables.map(([name, value]) => [name, expressionOf(value, context)] as const);
  const local = spec.local === undefined ? undefined : pathReader(parsePath(spec.local));
  const stringKey = context.runtime.collation?.stringKey;
  checkInner(spec, context);
  const runInner = (document: Document, source: Flow): Flow => {
    if (spec.pipeline === undefined) return source;
    const constants = new Map(variables.map(([name, value]) => [name, value(document)]));
    const inner = contextOn(context, spec.from, constants);
    return context.compileNested(spec.pipeline, inner, '$lookup')(source);
  };
  return function* joined(input) {
    let join: HashJoin | undefined;
    for (const document of input) {
      if (document === PAUSE) {
        yield PAUSE;
        continue;
      }
      let source: Flow = [];
      if (local !== undefined) {
        if (join === undefined) {
          join = new HashJoin();
          yield* buildJoin(
            context.host.read(context.database, spec.from),
            spec.foreign as string[],
            stringKey,
            join,
          );
        }
        source = join.find(localKeys(local(document), stringKey));
      } else if (spec.from !== '') source = context.host.read(context.database, spec.from);
      const found: Document[] = [];
      yield* gather(runInner(document, source), found);
      yield setAt(document, spec.as, found);
    }
  };
};

/** A broken inner pipeline fails even when no document comes. */
function checkInner(spec: LookupSpec, context: StageContext): void {
  if (spec.pipeline === undefined) return;
  const constants = new Map(spec.variables.map(([name]) => [name, undefined]));
  context.compileNested(spec.pipeline, contextOn(context, spec.from, constants), '$lookup');
}

export const unionWith: StageCompiler = (argument, context) => {
  const { collection, pipeline } = unionSpec(argument);
  const inner = contextOn(context, collection);
  const run = context.compileNested(pipeline, inner, '$unionWith');
  return function* united(input) {
    yield* input;
    yield* run(collection === '' ? [] : context.host.read(context.database, collection));
  };
};

function unionSpec(argument: Value): { collection: string; pipeline: Value[] } {
  if (typeof argument === 'string') return { collection: foreignName(argument, '$unionWith'), pipeline: [] };
  if (!(argument instanceof Document))
    throw mongoError(
      'FailedToParse',
      `the $unionWith stage specification must be an object or string, but found ${typeName(argument)}`,
    );
  for (const field of argument.keys()) {
    if (field !== 'coll' && field !== 'pipeline')
      throw mongoError(40415, `BSON field '$unionWith.${field}' is an unknown field.`);
  }
  const [coll, pipeline] = [argument.get('coll'), argument.get('pipeline')];
  if (coll !== undefined && typeof coll !== 'string')
    throw mongoError(
      'TypeMismatch',
      `BSON field '$unionWith.coll' is the wrong type '${typeName(coll)}', expected type 'string'`,
    );
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw mongoError(
      'TypeMismatch',
      `BSON field '$unionWith.pipeline' is the wrong type '${typeName(pipeline)}', expected type 'array'`,
    );
  const first =
    Array.isArray(pipeline) && pipeline[0] instanceof Document ? pipeline[0].keys()[0] : undefined;
  if (coll === undefined && first !== '$documents')
    throw mongoError(
      'FailedToParse',
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    );
  return {
    collection: typeof coll === 'string' ? foreignName(coll, '$unionWith') : '',
    pipeline: (pipeline as Value[] | undefined) ?? [],
  };
}

const GRAPH = [
  'from',
  'startWith',
  'connectFromField',
  'connectToField',
  'as',
  'maxDepth',
  'depthField',
  'restrictSearchWithMatch',
];

export const graphLookup: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document))
    throw mongoError(
      'FailedToParse',
      `the $graphLookup stage specification must be an object, but found ${typeName(argument)}`,
    );
  for (const field of argument.keys()) {
    if (!GRAPH.includes(field)) throw mongoError(40104, `Unknown argument to $graphLookup: ${field}`);
  }
  const spec = graphSpec(argument);
  const start = expressionOf(spec.startWith, context);
  const restrict = spec.restrict === undefined ? undefined : matcherOf(spec.restrict, context);
  const read = pathReader(spec.connectFrom);
  const stringKey = context.runtime.collation?.stringKey;
  return function* graph(input) {
    let join: HashJoin | undefined;
    for (const document of input) {
      if (document === PAUSE) {
        yield PAUSE;
        continue;
      }
      if (join === undefined) {
        join = new HashJoin();
        yield* buildJoin(context.host.read(context.database, spec.from), spec.connectTo, stringKey, join);
      }
      const found = walk(join, localStart(start(document), stringKey), spec, restrict, (value) =>
        localKeys(read(value), stringKey),
      );
      yield setAt(document, spec.as, found);
    }
  };
};

function localStart(value: Value | undefined, stringKey: StringKey): Set<string> {
  return value === undefined ? new Set() : localKeys(value, stringKey);
}

interface GraphSpec {
  from: string;
  startWith: Value;
  connectFrom: string[];
  connectTo: string[];
  as: string[];
  maxDepth: number;
  depthField: string[] | undefined;
  restrict: Document | undefined;
}

function graphSpec(argument: Document): GraphSpec {
  const text = (field: string): string => {
    const value = argument.get(field);
    if (typeof value !== 'string')
      throw mongoError(
        value === undefined ? 40105 : 40103,
        `$graphLookup requires '${field}' to be a string, found ${typeName(value)}`,
      );
    return value;
  };
  const startWith = argument.get('startWith');
  const restrict = argument.get('restrictSearchWithMatch');
  if (restrict !== undefined && !(restrict instanceof Document))
    throw mongoError(40185, `restrictSearchWithMatch must be an object, found ${typeName(restrict)}`);
  const depthField = argument.has('depthField') ? parsePath(text('depthField')) : undefined;
  const missing =
    startWith === undefined ||
    ['from', 'connectFromField', 'connectToField', 'as'].some((field) => !argument.has(field));
  if (missing)
    throw mongoError(
      40105,
      "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.",
    );
  return {
    from: foreignName(argument.get('from'), '$graphLookup'),
    startWith: startWith as Value,
    connectFrom: parsePath(text('connectFromField')),
    connectTo: parsePath(text('connectToField')),
    as: parsePath(text('as')),
    maxDepth: depthLimit(argument.get('maxDepth')),
    depthField,
    restrict,
  };
}

function depthLimit(value: Value | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!isNumber(value)) throw mongoError(40100, `maxDepth must be numeric, found type: ${typeName(value)}`);
  const whole = wholeNumber(value);
  if (whole === undefined) throw mongoError(40102, 'maxDepth could not be represented as a long long');
  if (whole < 0n) throw mongoError(40101, `maxDepth requires a nonnegative argument, found: ${whole}`);
  return Number(whole);
}

/** Breadth first; each document once, at the least depth. */
function walk(
  join: HashJoin,
  start: Set<string>,
  spec: GraphSpec,
  restrict: ((document: Document) => boolean) | undefined,
  next: (document: Document) => Set<string>,
): Document[] {
  const found = new Map<Document, Document>();
  const asked = new Set<string>(start);
  let frontier: Iterable<string> = start;
  for (let depth = 0; depth <= spec.maxDepth; depth++) {
    const further = new Set<string>();
    for (const document of join.find(frontier)) {
      if (found.has(document) || (restrict !== undefined && !restrict(document))) continue;
      found.set(
        document,
        spec.depthField === undefined ? document : setAt(document, spec.depthField, BigInt(depth)),
      );
      for (const key of next(document)) if (!asked.has(key)) further.add(key);
    }
    if (further.size === 0) break;
    for (const key of further) asked.add(key);
    frontier = further;
  }
  return [...found.values()];
}

export const facet: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document) || argument.size === 0)
    throw mongoError(40169, 'the $facet specification must be a non-empty object');
  const parts = [...argument].map(([name, pipeline]) => {
    checkName(name);
    if (name.includes('.'))
      throw mongoError(16412, `FieldPath field names may not contain '.'. Found: '${name}'`);
    if (!Array.isArray(pipeline))
      throw mongoError(40170, `arguments to $facet must be arrays, ${name} is type ${typeName(pipeline)}`);
    for (const stage of pipeline)
      if (!(stage instanceof Document))
        throw mongoError(40171, `elements of arrays in $facet spec must be non-empty objects`);
    return [name, context.compileNested(pipeline, context, '$facet')] as const;
  });
  return function* faceted(input) {
    const all: Document[] = [];
    yield* gather(input, all);
    const made = new Document();
    for (const [name, run] of parts) {
      const found: Document[] = [];
      yield* gather(run(all), found);
      made.append(name, found);
    }
    yield made;
  };
};
