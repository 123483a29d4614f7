import { Decimal128, Document, isDocument, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { asNumber, asTruncated } from '../query/index.js';

/** `$slice` of find: a count from the start or (negative) the end, or how many to skip and how many to take. */
export interface Slice {
  skip: number | undefined;
  limit: number;
}

const INT_MAX = 2 ** 31 - 1;

/** Reads `$slice`; `undefined` when its arguments are those of the aggregation expression. Errors: 28667, 28724. */
export function parseSlice(value: Value): Slice | undefined {
  if (isNumber(value)) return { skip: undefined, limit: toInt(value) };
  if (!Array.isArray(value)) {
    throw mongoError(28667, 'Invalid $slice syntax. The given syntax did not match the find() syntax');
  }
  if (value.length < 2) {
    throw mongoError(
      28667,
      `Expression $slice takes at least 2 arguments, and at most 3, but ${value.length} were passed in.`,
    );
  }
  const [skip, limit] = value as [Value, Value];
  if (value.length !== 2 || !isNumber(skip) || !isNumber(limit)) return undefined;
  const count = toInt(limit);
  if (count <= 0) {
    throw mongoError(28724, `Invalid $slice syntax. The limit must be positive, but was ${count}`);
  }
  return { skip: toInt(skip), limit: count };
}

function toInt(value: Value): number {
  const number = isNumber(value) ? asNumber(value) : 0;
  if (Number.isNaN(number)) return 0;
  const whole = isNumber(value) && !(value instanceof Decimal128) ? asTruncated(value) : undefined;
  const truncated = whole === undefined ? Math.trunc(number) : Number(whole);
  return Math.min(Math.max(truncated, -INT_MAX - 1), INT_MAX);
}

/** Slices the array at a path, inside arrays in each element. */
export function sliceAt(names: readonly string[], slice: Slice): (document: Document) => Document {
  const cut = (items: Value[]): Value[] => {
    if (slice.skip === undefined)
      return slice.limit >= 0 ? items.slice(0, slice.limit) : items.slice(slice.limit);
    const from = slice.skip >= 0 ? slice.skip : Math.max(items.length + slice.skip, 0);
    return items.slice(from, from + slice.limit);
  };
  return (document) => mapPath(document, names, (value) => (Array.isArray(value) ? cut(value) : value));
}

function mapPath(document: Document, names: readonly string[], change: (value: Value) => Value): Document {
  const [name, ...rest] = names as [string, ...string[]];
  const value = document.get(name);
  if (value === undefined) return document;
  const changed = rest.length === 0 ? change(value) : mapInside(value, rest, change);
  return changed === value ? document : document.clone().set(name, changed);
}

function mapInside(value: Value, names: readonly string[], change: (value: Value) => Value): Value {
  if (isDocument(value)) return mapPath(value, names, change);
  return Array.isArray(value) ? value.map((item) => mapInside(item, names, change)) : value;
}

/** `$elemMatch`: the first element that matches, in an array of its own. */
export function firstMatch(
  name: string,
  matches: (item: Value) => boolean,
): (document: Document) => Value | undefined {
  return (document) => {
    const value = document.get(name);
    const found = Array.isArray(value) ? value.find(matches) : undefined;
    return found === undefined ? undefined : [found];
  };
}

/** `path.$`: of the first array on the path only the element that the filter matched. Errors: 51246, 51247. */
export function positionalAt(
  names: readonly string[],
  positionOf: (document: Document) => number | undefined,
): (result: Document, original: Document) => Document {
  return (result, original) => pick(result, names, () => positionOf(original));
}

function pick(document: Document, names: readonly string[], position: () => number | undefined): Document {
  const [name, ...rest] = names as [string, ...string[]];
  const value = document.get(name);
  if (value instanceof Document && rest.length > 0) {
    const inner = pick(value, rest, position);
    return inner === value ? document : document.clone().set(name, inner);
  }
  if (!Array.isArray(value)) return document;
  const at = position();
  if (at === undefined) {
    throw mongoError(
      51246,
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  }
  if (at >= value.length) {
    throw mongoError(
      51247,
      "Executor error during find command :: caused by :: positional operator '.$' element mismatch",
    );
  }
  return document.clone().set(name, [value[at] as Value]);
}
