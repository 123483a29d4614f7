import { Document, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { parsePath, pathReader } from '../expression/index.js';
import { wholeNumber } from '../expression/numbers.js';
import { typeName } from '../expression/operator.js';
import { PAUSE } from '../session/budget.js';
import { buildJoin, HashJoin, localKeys, type StringKey } from './hash-join.js';
import { foreignName } from './join-arguments.js';
import { setAt } from './paths.js';
import { expressionOf, matcherOf, type StageCompiler } from './stage.js';

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
        yield* buildJoin(
          context.host.read(context.database, spec.from, { runtime: context.runtime }),
          spec.connectTo,
          stringKey,
          join,
        );
      }
      const found = walk(join, localStart(start(document), stringKey), spec, restrict, (value) => {
        context.host.step();
        return localKeys(read(value), stringKey);
      });
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
    const fresh = join
      .find(frontier)
      .filter((document) => !found.has(document) && restrict?.(document) !== false);
    for (const document of fresh) found.set(document, atDepth(document, depth, spec.depthField));
    const further = new Set(
      fresh.flatMap((document) => [...next(document)]).filter((key) => !asked.has(key)),
    );
    if (further.size === 0) break;
    for (const key of further) asked.add(key);
    frontier = further;
  }
  return [...found.values()];
}

function atDepth(document: Document, depth: number, field: string[] | undefined): Document {
  return field === undefined ? document : setAt(document, field, BigInt(depth));
}
