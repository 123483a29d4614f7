import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { parsePath } from '../expression/index.js';
import { typeName } from '../expression/operator.js';
import { PAUSE } from '../session/budget.js';
import { removeAt, setAt, valueAt } from './paths.js';
import type { StageCompiler } from './stage.js';

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
  if (path.includes('\0')) throw mongoError(16419, 'field path must not contain embedded null characters');
  return path;
}
