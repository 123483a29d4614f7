import { Document, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { toDouble, wholeNumber } from '../expression/numbers.js';
import { typeName } from '../expression/operator.js';
import { compileProjection } from '../projection/index.js';
import { PAUSE } from '../session/budget.js';
import { compileSort, TopK } from '../sort/index.js';
import { compileAddFields } from './add-fields.js';
import { MemoryMeter } from './memory.js';
import {
  expressionOf,
  type Flow,
  matcherOf,
  type Run,
  type StageCompiler,
  type StageContext,
} from './stage.js';

/** mongod's limit on the names of a path. */
const DEEPEST_PATH = 200;

/** A stage that makes one document of each. */
export function mapping(change: (document: Document) => Document): Run {
  return function* map(input) {
    for (const document of input) yield document === PAUSE ? PAUSE : change(document);
  };
}

/** Takes a whole flow in, passing pauses on. The array that is given is filled when the generator ends. */
export function* gather(input: Flow, into: Document[], meter?: MemoryMeter): Flow {
  for (const document of input) {
    if (document === PAUSE) yield PAUSE;
    else {
      meter?.add(document);
      into.push(document);
    }
  }
}

export const match: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document))
    throw mongoError(15959, 'the match filter must be an expression in an object');
  const test = matcherOf(argument, context);
  return function* filter(input) {
    for (const document of input) if (document === PAUSE || test(document)) yield document;
  };
};

/** A projection without what only `find` knows. */
function projection(spec: Document, context: StageContext): (document: Document) => Document {
  return compileProjection(spec, {
    find: false,
    collation: context.runtime.collation,
    compileExpression: (expression) => expressionOf(expression, context),
  }).apply;
}

export const project: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document)) throw mongoError(15969, '$project specification must be an object');
  return mapping(projection(argument, context));
};

export const addFields: StageCompiler = (argument, context, name) => {
  if (!(argument instanceof Document)) throw mongoError(40272, `${name} specification must be an object`);
  return mapping(compileAddFields(argument, context));
};

/** What a projection would not tell: null bytes come first, and a field may not be named twice. */
function checkUnsetPaths(paths: readonly string[]): void {
  if (paths.some((path) => path.includes('\0')))
    throw mongoError(9527900, 'field path must not contain embedded null characters');
  if (paths.some((path) => path.split('.').length > DEEPEST_PATH))
    throw mongoError('Overflow', `FieldPath is too long, the maximum depth is ${DEEPEST_PATH}`);
  const twice = paths.find((path, at) => paths.indexOf(path) < at);
  if (twice !== undefined) throw mongoError(31250, `Path collision at ${twice}`);
}

export const unset: StageCompiler = (argument, context) => {
  if (typeof argument !== 'string' && !Array.isArray(argument)) {
    throw mongoError(31002, '$unset specification must be a string or an array');
  }
  const paths = Array.isArray(argument) ? argument : [argument];
  if (paths.length === 0)
    throw mongoError(31119, '$unset specification must be a string or an array with at least one field');
  for (const path of paths) {
    if (typeof path !== 'string')
      throw mongoError(
        31120,
        '$unset specification must be a string or an array containing only string values',
      );
  }
  checkUnsetPaths(paths as string[]);
  const spec = Document.of(paths.map((path) => [path as string, false] as const));
  return mapping(projection(spec, context));
};

/** A whole number that is not negative, as `$limit` and `$skip` read it. */
function countArgument(argument: Value, name: string, code: number): number {
  const whole = isNumber(argument) ? wholeNumber(argument) : undefined;
  if (whole === undefined || whole > 2n ** 63n - 1n) {
    throw mongoError(
      code,
      `invalid argument to ${name} stage: Expected an integer: ${name}: ${isNumber(argument) ? toDouble(argument) : typeName(argument)}`,
    );
  }
  if (whole < 0n)
    throw mongoError(
      code,
      `invalid argument to ${name} stage: Expected a non-negative number in: ${name}: ${whole}`,
    );
  return Number(whole);
}

export const limit: StageCompiler = (argument, _context, name) => {
  const most = countArgument(argument, name, 5107201);
  if (most === 0) throw mongoError(15958, 'the limit must be positive');
  return function* take(input) {
    let left = most;
    for (const document of input) {
      yield document;
      if (document !== PAUSE && --left === 0) return;
    }
  };
};

export const skip: StageCompiler = (argument, _context, name) => {
  const count = countArgument(argument, name, 5107200);
  return function* drop(input) {
    let left = count;
    for (const document of input) {
      if (document === PAUSE || left === 0) yield document;
      else left--;
    }
  };
};

/** `$sort`; when a `$limit` follows, only as many documents are kept. */
export function sortStage(argument: Value, context: StageContext, most = Number.POSITIVE_INFINITY): Run {
  if (!(argument instanceof Document))
    throw mongoError(15973, 'the $sort key specification must be an object');
  if (argument.size === 0) throw mongoError(15976, '$sort stage must have at least one sort key');
  const sorter = compileSort(argument, {
    collation: context.runtime.collation,
    meta: (_document, name) => context.runtime.meta?.(name),
  });
  return function* sorted(input) {
    const meter = new MemoryMeter('Sort', context.runtime);
    if (Number.isFinite(most)) {
      const top = new TopK(sorter, most);
      let held = 0;
      for (const document of input) {
        if (document === PAUSE) yield PAUSE;
        else {
          top.add(document);
          if (held++ < most) meter.add(document);
        }
      }
      yield* top.sorted();
      return;
    }
    const keyed: { document: Document; key: Value[] }[] = [];
    for (const document of input) {
      if (document === PAUSE) yield PAUSE;
      else {
        meter.add(document);
        keyed.push({ document, key: sorter.keyOf(document) });
      }
    }
    keyed.sort((a, b) => sorter.compareKeys(a.key, b.key));
    for (const { document } of keyed) yield document;
  };
}

export const sort: StageCompiler = (argument, context) => sortStage(argument, context);

export const count: StageCompiler = (argument) => {
  if (typeof argument !== 'string') throw mongoError(40156, `the count field must be a non-empty string`);
  if (argument === '') throw mongoError(40157, 'the count field must be a non-empty string');
  if (argument.startsWith('$')) throw mongoError(40158, 'the count field cannot be a $-prefixed path');
  if (argument.includes('\0')) throw mongoError(40159, 'the count field cannot contain a null byte');
  if (argument.includes('.')) throw mongoError(40160, "the count field cannot contain '.'");
  if (argument === '_id') throw mongoError(9039800, 'the count field cannot be _id');
  return function* counted(input) {
    let total = 0;
    for (const document of input) {
      if (document === PAUSE) yield PAUSE;
      else total++;
    }
    if (total > 0) yield Document.of({ [argument]: total });
  };
};

function replacing(expression: Value, context: StageContext, name: string): Run {
  const value = expressionOf(expression, context);
  return mapping((document) => {
    const made = value(document);
    if (made instanceof Document) return made;
    throw mongoError(
      40228,
      `'${name}' expression must evaluate to an object, but resulting value was: ${typeName(made)}`,
    );
  });
}

export const replaceRoot: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document))
    throw mongoError(
      40229,
      `expected an object as specification for $replaceRoot stage, got ${typeName(argument)}`,
    );
  for (const field of argument.keys()) {
    if (field !== 'newRoot')
      throw mongoError(40415, `BSON field '$replaceRoot.${field}' is an unknown field.`);
  }
  const root = argument.get('newRoot');
  if (root === undefined)
    throw mongoError(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field");
  return replacing(root, context, 'newRoot');
};

export const replaceWith: StageCompiler = (argument, context) =>
  replacing(argument, context, 'replacement document');

/** `$documents`: an array of documents that stands in for a collection. */
export const documents: StageCompiler = (argument, context) => {
  const value = expressionOf(argument, context);
  return function* listed() {
    const list = value(new Document());
    if (!Array.isArray(list))
      throw mongoError(5858203, `an array is expected, but ${typeName(list)} was given`);
    for (const item of list) {
      if (!(item instanceof Document))
        throw mongoError(40228, `'$documents' expression must evaluate to an array of objects`);
      yield item;
    }
  };
};
