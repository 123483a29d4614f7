import { accessor, Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';

/** MongoDB refuses deeper paths: `FieldPath is too long`. */
const MAX_DEPTH = 200;

/** Splits and checks a dotted path as MongoDB's FieldPath does (40352, 40353, 15998, 16410, 16411, 5984700). */
export function parsePath(path: string): string[] {
  if (path === '') throw mongoError(40352, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw mongoError(40353, `FieldPath must not end with a '.'. Found: '${path}'`);
  const names = path.split('.');
  if (names.length > MAX_DEPTH) throw mongoError(5984700, 'FieldPath is too long');
  for (const name of names) checkName(name);
  return names;
}

/** The fields of a DBRef, which have names like operators. */
const DB_REF = new Set(['$ref', '$id', '$db']);

/** Checks one name of a path or of an object expression, dots aside. */
export function checkName(name: string): void {
  if (name === '') throw mongoError(15998, 'FieldPath field names may not be empty strings.');
  if (name.startsWith('$') && !DB_REF.has(name)) {
    throw mongoError(
      16410,
      `FieldPath field names may not start with '$'. Consider using $getField or $setField. Found: '${name}'`,
    );
  }
  if (name.includes('\0')) throw mongoError(16411, `FieldPath field names may not contain '\\0'.`);
}

/**
 * Reads a path as aggregation does: through documents, and through arrays by collecting what the path gives in each
 * document inside. Numbers in the path are names, never positions.
 */
export function pathReader(names: readonly string[]): (value: Value | undefined) => Value | undefined {
  const [first, ...rest] = names;
  if (first === undefined) return (value) => value;
  const read = accessor(first);
  const deeper = pathReader(rest);
  const ends = rest.length === 0;
  const collect = (items: readonly Value[]): Value[] => {
    const found: Value[] = [];
    for (const item of items) {
      if (!(item instanceof Document)) continue;
      const inner = ends ? read(item) : deeper(read(item));
      if (inner !== undefined) found.push(inner);
    }
    return found;
  };
  return (value) => {
    if (value instanceof Document) return ends ? read(value) : deeper(read(value));
    return Array.isArray(value) ? collect(value) : undefined;
  };
}
