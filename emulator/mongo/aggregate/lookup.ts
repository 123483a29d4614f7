import { Document, Regex, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { parsePath, pathReader } from '../expression/index.js';
import { nullish, typeName } from '../expression/operator.js';
import { checkVariableName } from '../expression/variable-name.js';
import { PAUSE } from '../session/budget.js';
import { buildJoin, HashJoin, localKeys } from './hash-join.js';
import { firstStage, foreignName, wrongType } from './join-arguments.js';
import { setAt } from './paths.js';
import { gather } from './simple-stages.js';
import {
  contextOn,
  expressionOf,
  type Flow,
  type Nested,
  type StageCompiler,
  type StageContext,
} from './stage.js';

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
  if (new Set(argument.keys()).size !== argument.size)
    throw mongoError(40413, "BSON field '$lookup' has a duplicate field");
  for (const field of argument.keys()) {
    if (!LOOKUP.includes(field) && !field.startsWith('_'))
      throw mongoError(40415, `BSON field '$lookup.${field}' is an unknown field.`);
  }
  checkLookupTypes(argument);
  const given = present(argument);
  checkLookupForms(given);
  const [from, local, foreign, variables, pipeline, as] = LOOKUP.map((field) => given.get(field));
  return {
    from: from === undefined ? '' : foreignName(from, '$lookup'),
    as: parsePath(as as string),
    ...(typeof local === 'string' ? { local, foreign: parsePath(foreign as string) } : {}),
    variables: variables === undefined ? [] : [...(variables as Document)],
    ...(Array.isArray(pipeline) ? { pipeline } : {}),
  };
}

/** The arguments that count: null, and an empty name of a field, is the same as none. */
function present(argument: Document): Document {
  return Document.of(
    [...argument].filter(
      ([name, value]) =>
        value !== null && !(value === '' && (name === 'localField' || name === 'foreignField')),
    ),
  );
}

function checkLookupTypes(argument: Document): void {
  const [pipeline, variables, as] = ['pipeline', 'let', 'as'].map((field) => argument.get(field));
  if (!nullish(pipeline) && !Array.isArray(pipeline))
    throw wrongType("$lookup argument 'pipeline'", pipeline, 'an array', 14);
  if (!nullish(variables) && !(variables instanceof Document))
    throw wrongType("$lookup argument 'let'", variables, 'an object', 14);
  if (as === undefined) throw mongoError('FailedToParse', "must specify 'as' field for a $lookup");
  if (as === null) throw mongoError(40414, "BSON field '$lookup.as' is missing but a required field");
  if (typeof as !== 'string') throw wrongType("$lookup argument 'as'", as, 'a string', 14);
  for (const field of ['localField', 'foreignField']) {
    const value = argument.get(field);
    if (!nullish(value) && typeof value !== 'string')
      throw wrongType(`$lookup argument '${field}'`, value, 'a string', 14);
  }
}

/** Which arguments belong together: both fields, a pipeline, or all of them. */
function checkLookupForms(argument: Document): void {
  const has = (field: string) => argument.has(field);
  if (!has('from') && firstStage(argument.get('pipeline')) !== '$documents')
    throw mongoError('FailedToParse', "must specify 'from' field for a $lookup");
  if (has('localField') !== has('foreignField') || (!has('localField') && !has('pipeline'))) {
    throw mongoError(
      'FailedToParse',
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  if (has('let') && !has('pipeline'))
    throw mongoError('FailedToParse', "$lookup with a 'let' argument must also specify 'pipeline'");
}

/** `$lookup`: by equal fields, by a pipeline with variables, or by both. */
export const lookup: StageCompiler = (argument, context) => {
  const spec = lookupSpec(argument);
  for (const [name] of spec.variables) checkVariableName(name, 'bind');
  const inner = innerPipeline(spec, context);
  const partners = spec.local === undefined ? undefined : equalityJoin(spec, spec.local, context);
  return function* joined(input) {
    for (const document of input) {
      if (document === PAUSE) {
        yield PAUSE;
        continue;
      }
      let matching: Document[] | undefined;
      if (partners !== undefined) {
        matching = [];
        yield* partners(document, matching);
      }
      const found: Document[] = [];
      if (inner === undefined) yield setAt(document, spec.as, matching ?? []);
      else {
        const nested = inner(document);
        yield* gather(matching === undefined ? nested.open() : nested.run(matching), found);
        yield setAt(document, spec.as, found);
      }
    }
  };
};

/** The inner pipeline for a document; compiled once unless variables give it constants of each document. */
function innerPipeline(
  { pipeline, variables, from }: LookupSpec,
  context: StageContext,
): ((document: Document) => Nested) | undefined {
  if (pipeline === undefined) return undefined;
  const values = variables.map(([name, value]) => [name, expressionOf(value, context)] as const);
  const compile = (constants: ReadonlyMap<string, Value | undefined>) =>
    context.compileNested(pipeline, contextOn(context, from, constants), '$lookup');
  // A broken pipeline fails even when no document comes.
  const once = compile(new Map(variables.map(([name]) => [name, undefined])));
  if (values.length === 0) return () => once;
  return (document) => compile(new Map(values.map(([name, value]) => [name, value(document)])));
}

type Partners = (document: Document, into: Document[]) => Flow;

/** Finds partners through an index of the other collection when it has one, else through a hash table of it. */
function equalityJoin({ from, foreign }: LookupSpec, local: string, context: StageContext): Partners {
  const { host, database, runtime } = context;
  const read = pathReader(parsePath(local));
  const path = foreign as string[];
  const stringKey = runtime.collation?.stringKey;
  let table: HashJoin | undefined;
  return function* find(document, into) {
    const value = read(document);
    const list = Array.isArray(value) && value.length > 0 ? value : [value];
    const values = list.map((item) => (Array.isArray(item) && item === value ? null : (item ?? null)));
    if (table === undefined && isIndexable(values) && host.hasIndex(database, from, path.join('.'))) {
      const filter = Document.of({ [path.join('.')]: { $in: values as Value[] } });
      yield* gather(host.read(database, from, { filter, runtime }), into);
      return;
    }
    if (table === undefined) {
      table = new HashJoin();
      yield* buildJoin(host.read(database, from, { runtime }), path, stringKey, table);
    }
    into.push(...table.find(localKeys(value, stringKey)));
  };
}

/** A regular expression in `$in` is a pattern, and an array there means itself: the table knows neither. */
function isIndexable(values: readonly (Value | undefined)[]): boolean {
  return values.length <= 100 && !values.some((value) => value instanceof Regex || Array.isArray(value));
}
