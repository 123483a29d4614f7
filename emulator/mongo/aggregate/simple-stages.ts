import { Document, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { parsePath } from '../expression/index.js';
import { toDouble, wholeNumber } from '../expression/numbers.js';
import { typeName } from '../expression/operator.js';
import { PAUSE } from '../session/budget.js';
import { compileSort, TopK } from '../sort/index.js';
import { compileAddFields, compileProject, compileUnset, type Project } from './projection-tree.js';
import {
  expressionOf,
  type Flow,
  matcherOf,
  type Run,
  type StageCompiler,
  type StageContext,
} from './stage.js';

/** A stage that makes one document of each. */
export function mapping(change: (document: Document) => Document): Run {
  return function* map(input) {
    for (const document of input) yield document === PAUSE ? PAUSE : change(document);
  };
}

/** Takes a whole flow in, passing pauses on. The array that is given is filled when the generator ends. */
export function* gather(input: Flow, into: Document[]): Flow {
  for (const document of input) {
    if (document === PAUSE) yield PAUSE;
    else into.push(document);
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

function projecting(
  compile: (spec: Document, context: StageContext) => Project,
  code: number,
): StageCompiler {
  return (argument, context, name) => {
    if (!(argument instanceof Document)) throw mongoError(code, `${name} specification must be an object`);
    return mapping(compile(argument, context));
  };
}

export const project = projecting(compileProject, 15969);
export const addFields = projecting(compileAddFields, 40272);

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
  return mapping(compileUnset(paths as string[], context));
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
    if (Number.isFinite(most)) {
      const top = new TopK(sorter, most);
      for (const document of input) {
        if (document === PAUSE) yield PAUSE;
        else top.add(document);
      }
      yield* top.sorted();
      return;
    }
    const keyed: { document: Document; key: Value[] }[] = [];
    for (const document of input) {
      if (document === PAUSE) yield PAUSE;
      else keyed.push({ document, key: sorter.keyOf(document) });
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

export const sample: StageCompiler = (argument, context) => {
  const size = sampleSize(argument);
  return function* draw(input) {
    const kept: Document[] = [];
    let seen = 0;
    for (const document of input) {
      if (document === PAUSE) {
        yield PAUSE;
        continue;
      }
      seen++;
      if (kept.length < size) kept.push(document);
      else {
        const at = Math.floor(context.runtime.random() * seen);
        if (at < size) kept[at] = document;
      }
    }
    shuffle(kept, context.runtime.random);
    yield* kept;
  };
};

function sampleSize(argument: Value): number {
  if (!(argument instanceof Document))
    throw mongoError(28745, 'the $sample stage specification must be an object');
  for (const field of argument.keys()) {
    if (field !== 'size') throw mongoError(28748, `unrecognized option to $sample: ${field}`);
  }
  const size = argument.get('size');
  if (size === undefined) throw mongoError(28749, '$sample stage must specify a size');
  if (!isNumber(size)) throw mongoError(28746, 'size argument to $sample must be a number');
  const number = Math.trunc(toDouble(size));
  if (!(number > 0)) throw mongoError(28747, 'size argument to $sample must be a positive integer');
  return number;
}

function shuffle(items: Document[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as Document, items[at] as Document];
  }
}

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

const UNWIND = ['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'];

export const unwind: StageCompiler = (argument) => {
  const { path, preserve, index } = unwindArguments(argument);
  const names = parsePath(path.slice(1));
  const indexNames = index === undefined ? undefined : parsePath(index);
  const numbered = (document: Document, at: bigint | null) =>
    indexNames === undefined ? document : setAt(document, indexNames, at);
  const parts = (document: Document): Document[] => {
    const value = valueAt(document, names);
    if (Array.isArray(value) && value.length > 0) {
      return value.map((item, at) => numbered(setAt(document, names, item), BigInt(at)));
    }
    if (Array.isArray(value)) return preserve ? [numbered(removeAt(document, names), null)] : [];
    const there = value !== undefined && value !== null;
    return there || preserve ? [numbered(document, null)] : [];
  };
  return function* unwound(input) {
    for (const document of input) {
      if (document === PAUSE) yield PAUSE;
      else yield* parts(document);
    }
  };
};

function unwindArguments(argument: Value): { path: string; preserve: boolean; index: string | undefined } {
  if (typeof argument === 'string')
    return { path: checkUnwindPath(argument), preserve: false, index: undefined };
  if (!(argument instanceof Document)) {
    throw mongoError(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${typeName(argument)}`,
    );
  }
  for (const field of argument.keys()) {
    if (!UNWIND.includes(field)) throw mongoError(28811, `unrecognized option to $unwind stage: ${field}`);
  }
  const [path, preserve, index] = UNWIND.map((field) => argument.get(field));
  if (path !== undefined && typeof path !== 'string')
    throw mongoError(28808, `expected a string as the path for $unwind stage, got ${typeName(path)}`);
  if (preserve !== undefined && typeof preserve !== 'boolean') {
    throw mongoError(
      28809,
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserve)}`,
    );
  }
  if (index !== undefined && (typeof index !== 'string' || index === '')) {
    throw mongoError(
      28810,
      `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(index)}`,
    );
  }
  if (typeof index === 'string' && index.startsWith('$')) {
    throw mongoError(
      28822,
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`,
    );
  }
  if (path === undefined) throw mongoError(28812, 'no path specified to $unwind stage');
  return {
    path: checkUnwindPath(path as string),
    preserve: preserve === true,
    index: index as string | undefined,
  };
}

function checkUnwindPath(path: string): string {
  if (path === '') throw mongoError(28812, 'no path specified to $unwind stage');
  if (!path.startsWith('$'))
    throw mongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  return path;
}

/** The value at a path through documents alone. */
export function valueAt(document: Document, names: readonly string[]): Value | undefined {
  let node: Value | undefined = document;
  for (const name of names) {
    if (!(node instanceof Document)) return undefined;
    node = node.get(name);
  }
  return node;
}

/** A copy with a value at a path; what is in the way of the path is replaced by documents. */
export function setAt(document: Document, names: readonly string[], value: Value): Document {
  const [name, ...rest] = names as [string, ...string[]];
  const made = document.clone();
  if (rest.length === 0) return made.set(name, value);
  const inner = document.get(name);
  return made.set(name, setAt(inner instanceof Document ? inner : new Document(), rest, value));
}

function removeAt(document: Document, names: readonly string[]): Document {
  const [name, ...rest] = names as [string, ...string[]];
  const made = document.clone();
  const inner = made.get(name);
  if (rest.length === 0) made.delete(name);
  else if (inner instanceof Document) made.set(name, removeAt(inner, rest));
  return made;
}

/** `$redact`: keeps, prunes or goes down into each level of a document. */
export const redact: StageCompiler = (argument, context) => {
  const { environment, slots } = context.environment.bind(['DESCEND', 'PRUNE', 'KEEP', 'CURRENT']);
  const [descend, prune, keep, current] = slots as [number, number, number, number];
  const decide = environment.compile(argument);
  const scope = environment.newScope();
  scope.slots[descend] = 'descend';
  scope.slots[prune] = 'prune';
  scope.slots[keep] = 'keep';
  const visit = (document: Document): Document | undefined => {
    scope.slots[current] = document;
    const decision = decide.evaluate(scope);
    if (decision === 'keep') return document;
    if (decision === 'prune') return undefined;
    if (decision !== 'descend') throw mongoError(17053, '$redact must return $$KEEP, $$PRUNE or $$DESCEND');
    const made = new Document();
    for (const [name, value] of document) {
      const inner = visitValue(value);
      if (inner !== undefined) made.append(name, inner);
    }
    return made;
  };
  const visitValue = (value: Value): Value | undefined => {
    if (value instanceof Document) return visit(value);
    return Array.isArray(value) ? value.map(visitValue).filter((item) => item !== undefined) : value;
  };
  return function* redacted(input) {
    for (const document of input) {
      if (document === PAUSE) {
        yield PAUSE;
        continue;
      }
      scope.root = document;
      const made = visit(document);
      if (made !== undefined) yield made;
    }
  };
};
