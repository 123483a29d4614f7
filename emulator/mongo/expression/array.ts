import { Document, isNumber, type Value } from '../bson/index.js';
import { equals } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { toDouble, wholeInt32, wholeNumber } from './numbers.js';
import { binary, nullish, type Operators, typeName, unary, variadic } from './operator.js';

type V = Value | undefined;

/** MongoDB's limit for `$range` and its like: what would not fit 100 MB of memory fails. */
const MAX_RANGE = 6_000_000;

function elementAt(list: V, index: V): V {
  if (nullish(list) || nullish(index)) return null;
  if (!Array.isArray(list)) {
    throw mongoError(28689, `$arrayElemAt's first argument must be an array, but is ${typeName(list)}`);
  }
  if (!isNumber(index)) {
    throw mongoError(
      28690,
      `$arrayElemAt's second argument must be a numeric value, but is ${typeName(index)}`,
    );
  }
  const at = wholeInt32(index);
  if (at === undefined) {
    throw mongoError(28691, "$arrayElemAt's second argument must be representable as a 32-bit integer");
  }
  return list[at < 0 ? list.length + at : at];
}

function edge(last: boolean) {
  return unary((list, _environment, name) => {
    if (nullish(list)) return null;
    if (!Array.isArray(list))
      throw mongoError(28689, `${name}'s argument must be an array, but is ${typeName(list)}`);
    return list[last ? list.length - 1 : 0];
  });
}

/** Longer arrays fit no document, and doubled often enough no memory: at 8 bytes an item mongod's 100 MB. */
const MOST_ITEMS = 13_107_200;

function concatArrays(values: V[]): V {
  const all: Value[] = [];
  for (const value of values) {
    if (nullish(value)) return null;
    if (!Array.isArray(value)) {
      throw mongoError(28664, `$concatArrays only supports arrays, not ${typeName(value)}`);
    }
    if (all.length + value.length > MOST_ITEMS) {
      throw mongoError(
        'ExceededMemoryLimit',
        `$concatArrays would make an array of more than ${MOST_ITEMS} items`,
      );
    }
    for (const item of value) all.push(item);
  }
  return all;
}

function isIn(value: V, list: V, collate: ((a: string, b: string) => number) | undefined): V {
  if (!Array.isArray(list)) {
    throw mongoError(40081, `$in requires an array as a second argument, found: ${typeName(list)}`);
  }
  return list.some((item) => equals(item, value, collate));
}

const indexOfArray = variadic(
  (values, environment) => {
    const [list, wanted, start, end] = values;
    const given = values.length;
    if (nullish(list)) return null;
    if (!Array.isArray(list)) {
      throw mongoError(
        40090,
        `$indexOfArray requires an array as a first argument, found: ${typeName(list)}`,
      );
    }
    const from = given < 3 ? 0 : arrayPosition(start, 'starting');
    const to = Math.min(given < 4 ? list.length : arrayPosition(end, 'ending'), list.length);
    const collate = environment.runtime.collation?.compare;
    for (let at = from; at < to; at++) if (equals(list[at], wanted, collate)) return at;
    return -1;
  },
  2,
  4,
);

function arrayPosition(value: V, which: string): number {
  const at = wholeInt32(value);
  if (at === undefined) {
    throw mongoError(
      9711600,
      `$indexOfArray requires an integral ${which} index, found a value of type: ${typeName(value)}`,
    );
  }
  if (at < 0) throw mongoError(9711601, `$indexOfArray requires a nonnegative ${which} index, found: ${at}`);
  return at;
}

const range = variadic(
  ([start, end, step]) => {
    const from = rangePart(start, 'starting value', 34443, 34444);
    const to = rangePart(end, 'ending value', 34445, 34446);
    const by = step === undefined ? 1 : rangePart(step, 'step value', 34447, 34448);
    if (by === 0) throw mongoError(34449, '$range requires a non-zero step value');
    if ((to - from) / by > MAX_RANGE) {
      throw mongoError('ExceededMemoryLimit', '$range would use too much memory (over 104857600 bytes)');
    }
    const made: Value[] = [];
    for (let at = from; by > 0 ? at < to : at > to; at += by) made.push(at);
    return made;
  },
  2,
  3,
);

function rangePart(value: V, what: string, type: number, whole: number): number {
  if (!isNumber(value)) {
    throw mongoError(type, `$range requires a numeric ${what}, found value of type: ${typeName(value)}`);
  }
  const number = wholeInt32(value);
  if (number === undefined) {
    throw mongoError(
      whole,
      `$range requires a ${what} that can be represented as a 32-bit integer, found value: ${toDouble(value)}`,
    );
  }
  return number;
}

const slice = variadic(
  (values) => {
    const [list, second, third] = values;
    if (nullish(list) || nullish(second)) return null;
    if (!Array.isArray(list)) {
      throw mongoError(28724, `First argument to $slice must be an array, but is of type: ${typeName(list)}`);
    }
    const first = sliceNumber(second, 'Second', 28725, 28726);
    if (values.length < 3)
      return first < 0 ? list.slice(Math.max(list.length + first, 0)) : list.slice(0, first);
    if (nullish(third)) return null;
    const count = sliceNumber(third, 'Third', 28727, 28728);
    if (count <= 0) throw mongoError(28729, `Third argument to $slice must be positive: ${count}`);
    const from = first < 0 ? Math.max(list.length + first, 0) : Math.min(first, list.length);
    return list.slice(from, from + count);
  },
  2,
  3,
);

function sliceNumber(value: Value, which: string, type: number, whole: number): number {
  if (!isNumber(value)) {
    throw mongoError(type, `${which} argument to $slice must be numeric, but is of type: ${typeName(value)}`);
  }
  const number = wholeInt32(value);
  if (number === undefined)
    throw mongoError(whole, `${which} argument to $slice can't be represented as a 32-bit integer`);
  return number;
}

function arrayToObject(list: V): V {
  if (nullish(list)) return null;
  if (!Array.isArray(list)) {
    throw mongoError(40386, `$arrayToObject requires an array input, found: ${typeName(list)}`);
  }
  const made = new Document();
  const pairs = Array.isArray(list[0]);
  if (list.length > 0 && !pairs && !(list[0] instanceof Document)) {
    throw mongoError(40398, `Unrecognised input type format for $arrayToObject: ${typeName(list[0])}`);
  }
  for (const item of list) {
    const [key, value] = pairs ? fromPair(item) : fromKeyValue(item);
    made.set(key, value);
  }
  return made;
}

function fromPair(item: Value): [string, Value] {
  if (!Array.isArray(item)) {
    throw mongoError(
      40396,
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Array was detected, now found: ${typeName(item)}`,
    );
  }
  if (item.length !== 2) {
    throw mongoError(
      40397,
      `$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`,
    );
  }
  const [key, value] = item as [Value, Value];
  return [objectKey(key, 40395, 4940400), value];
}

function fromKeyValue(item: Value): [string, Value] {
  if (!(item instanceof Document)) {
    throw mongoError(
      40391,
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Object was detected, now found: ${typeName(item)}`,
    );
  }
  if (item.size !== 2) {
    throw mongoError(
      40392,
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${item.size}`,
    );
  }
  const [key, value] = [item.get('k'), item.get('v')];
  if (key === undefined || value === undefined) {
    throw mongoError(
      40393,
      `$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys`,
    );
  }
  return [objectKey(key, 40394, 4940401), value];
}

function objectKey(key: Value, type: number, nul: number): string {
  if (typeof key !== 'string') {
    throw mongoError(
      type,
      `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(key)}`,
    );
  }
  if (key.includes('\0')) throw mongoError(nul, 'Key field cannot contain an embedded null byte');
  return key;
}

function objectToArray(value: V): V {
  if (nullish(value)) return null;
  if (!(value instanceof Document)) {
    throw mongoError(40390, `$objectToArray requires a document input, found: ${typeName(value)}`);
  }
  return [...value].map(([k, v]) =>
    Document.of([
      ['k', k],
      ['v', v],
    ]),
  );
}

function reverse(list: V): V {
  if (nullish(list)) return null;
  if (!Array.isArray(list)) {
    throw mongoError(
      34435,
      `The argument to $reverseArray must be an array, but was of type: ${typeName(list)}`,
    );
  }
  return [...list].reverse();
}

function size(list: V): V {
  if (!Array.isArray(list)) {
    throw mongoError(17124, `The argument to $size must be an array, but was of type: ${typeName(list)}`);
  }
  return list.length;
}

/** Reads the `n` of `$firstN` and its relatives: a whole positive number. */
export function countOf(n: V): number {
  if (!isNumber(n))
    throw mongoError(5787902, `Value for 'n' must be of integral type, but found ${typeName(n)}`);
  const whole = wholeNumber(n);
  if (whole === undefined || whole > 2n ** 63n - 1n) {
    throw mongoError(5787903, `Value for 'n' must be of integral type, but found ${toDouble(n)}`);
  }
  if (whole <= 0n) throw mongoError(5787908, `'n' must be greater than 0, found ${whole}`);
  return Number(whole);
}

export const arrayOperators: Operators = {
  $arrayElemAt: binary(elementAt),
  $arrayToObject: unary(arrayToObject),
  $concatArrays: variadic(concatArrays),
  $first: edge(false),
  $in: binary((value, list, environment) => isIn(value, list, environment.runtime.collation?.compare)),
  $indexOfArray: indexOfArray,
  $isArray: unary((value) => Array.isArray(value)),
  $last: edge(true),
  $objectToArray: unary(objectToArray),
  $range: range,
  $reverseArray: unary(reverse),
  $size: unary(size),
  $slice: slice,
};
