import {
  Binary,
  BsonDate,
  BsonSymbol,
  Code,
  DBPointer,
  type Document,
  type NumberValue,
  ObjectId,
  Regex,
  Timestamp,
  type Value,
} from '../bson/index.js';
import { compareNumbers } from './numbers.js';
import { type Collate, compareStrings } from './strings.js';
import { TypeRank, typeRank } from './type-order.js';

/**
 * MongoDB's total order over all values, across types; negative, zero or positive. `undefined` stands for missing and
 * equals the undefined type. `collate` orders strings, nested ones too; without it their UTF-8 bytes do.
 */
export function compare(a: Value | undefined, b: Value | undefined, collate?: Collate): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') {
    return a < b ? -1 : a > b ? 1 : compareNumbers(a, b);
  }
  if (typeof a === 'string' && typeof b === 'string') {
    return collate === undefined ? compareStrings(a, b) : collate(a, b);
  }
  const rank = typeRank(a);
  const difference = rank - typeRank(b);
  return difference !== 0 ? difference : compareSameRank(rank, a as Value, b as Value, collate);
}

/** True when `compare` finds no difference: 1, 1.0 and NumberLong(1) are equal. */
export function equals(a: Value | undefined, b: Value | undefined, collate?: Collate): boolean {
  return compare(a, b, collate) === 0;
}

function compareSameRank(rank: number, a: Value, b: Value, collate: Collate | undefined): number {
  switch (rank) {
    case TypeRank.Number:
      return compareNumbers(a as NumberValue, b as NumberValue);
    case TypeRank.String:
      return (collate ?? compareStrings)(textOf(a as string | BsonSymbol), textOf(b as string | BsonSymbol));
    case TypeRank.Object:
      return compareDocuments(a as Document, b as Document, collate);
    case TypeRank.Array:
      return compareArrays(a as Value[], b as Value[], collate);
    case TypeRank.Boolean:
      return Number(a) - Number(b);
    default:
      return compareRare(a, b, collate);
  }
}

function compareRare(a: Value, b: Value, collate: Collate | undefined): number {
  if (a instanceof ObjectId && b instanceof ObjectId) return a.compare(b);
  if (a instanceof BsonDate && b instanceof BsonDate) return Math.sign(a.ms - b.ms);
  if (a instanceof Binary && b instanceof Binary) return compareBinaries(a, b);
  if (a instanceof Timestamp && b instanceof Timestamp) return a.t - b.t || a.i - b.i;
  if (a instanceof Regex && b instanceof Regex) {
    return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options);
  }
  if (a instanceof DBPointer && b instanceof DBPointer) return comparePointers(a, b);
  if (a instanceof Code && b instanceof Code) {
    return compareStrings(a.code, b.code) || compare(a.scope, b.scope, collate);
  }
  return 0; // null, MinKey, MaxKey, undefined: one value each
}

function textOf(value: string | BsonSymbol): string {
  return value instanceof BsonSymbol ? value.value : value;
}

/** Field by field: type first, then name, then value; a prefix is less. */
function compareDocuments(a: Document, b: Document, collate: Collate | undefined): number {
  const namesA = a.keys();
  const namesB = b.keys();
  const length = Math.min(a.size, b.size);
  for (let at = 0; at < length; at++) {
    const x = a.values[at] as Value;
    const y = b.values[at] as Value;
    const order =
      typeRank(x) - typeRank(y) ||
      compareStrings(namesA[at] as string, namesB[at] as string) ||
      compare(x, y, collate);
    if (order !== 0) return order;
  }
  return a.size - b.size;
}

function compareArrays(a: Value[], b: Value[], collate: Collate | undefined): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const order = compare(a[at], b[at], collate);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Length, then subtype, then bytes. */
function compareBinaries(a: Binary, b: Binary): number {
  return storedLength(a) - storedLength(b) || a.subtype - b.subtype || Buffer.compare(a.bytes, b.bytes);
}

const OLD_BINARY = 2;

/** The length as it is stored: the deprecated subtype 2 repeats it in front of the bytes. */
export function storedLength({ bytes, subtype }: Binary): number {
  return subtype === OLD_BINARY ? bytes.length + 4 : bytes.length;
}

function comparePointers(a: DBPointer, b: DBPointer): number {
  const size = Buffer.byteLength(a.namespace) - Buffer.byteLength(b.namespace);
  return size || compareStrings(a.namespace, b.namespace) || a.id.compare(b.id);
}
