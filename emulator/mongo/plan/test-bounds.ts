import {
  BsonDate,
  BsonType,
  Decimal128,
  Document,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Regex,
  Timestamp,
  UNDEFINED,
  type Value,
} from '../bson/index.js';
import { keyOf, type StringKey, TypeRank, typeRank, utf8Key } from '../compare/index.js';
import { valueText } from '../index/value-text.js';
import type { CompareOperator, Condition, Test } from '../query/index.js';
import {
  after,
  before,
  complement,
  type Interval,
  intersect,
  isWithin,
  typeBound,
  union,
} from './interval.js';
import { regexPrefix } from './regex-prefix.js';

/** Where a condition can hold in an index. */
export interface FieldBounds {
  /** In ascending order of values, apart from each other. */
  intervals: Interval[];
  /** All values in the intervals fulfil the condition (in an index without arrays). */
  exact: boolean;
}

/** What the meaning of bounds depends on. */
export interface BoundsContext {
  stringKey: StringKey;
  /** The query compares strings as the index orders them. */
  sameCollation: boolean;
  /** Some document has an array on the field's path. */
  multikey: boolean;
}

/** A tag is the rank moved out of the way of ends and escapes; the key encoding's first byte. */
function tagOf(rank: number): number {
  return keyTagBase + rank;
}
const keyTagBase = keyOf(null).charCodeAt(0) - TypeRank.Null;

/** The intervals in which a condition can hold; `undefined` where an index is no help. */
export function conditionBounds(condition: Condition, context: BoundsContext): FieldBounds | undefined {
  if (condition.kind === 'test') return testBounds(condition.test, context);
  return negatedBounds(condition.conditions, context);
}

function testBounds(test: Test, context: BoundsContext): FieldBounds | undefined {
  switch (test.kind) {
    case 'compare':
      return compareBounds(test.operator, test.value, context);
    case 'in':
      return inBounds(test.values, test.regexes, context);
    case 'regex':
      return regexBounds(test.pattern, test.options, context);
    case 'type':
      return typeBounds(test.types);
    case 'mod':
      return loose([typeInterval(TypeRank.Number)]);
    case 'elemMatchValue':
      return elementBounds(test.conditions, context);
    case 'never':
      return { intervals: [], exact: true };
    default:
      return undefined;
  }
}

/** Conditions on one element of an array may narrow each other. */
function elementBounds(conditions: readonly Condition[], context: BoundsContext): FieldBounds | undefined {
  let intervals: Interval[] | undefined;
  for (const condition of conditions) {
    const bounds = conditionBounds(condition, { ...context, multikey: true });
    if (bounds === undefined || condition.kind === 'not') continue;
    intervals = intervals === undefined ? bounds.intervals : intersect(intervals, bounds.intervals);
  }
  return intervals && loose(intervals);
}

function negatedBounds(conditions: readonly Condition[], context: BoundsContext): FieldBounds | undefined {
  const [condition] = conditions;
  if (conditions.length !== 1 || condition?.kind !== 'test') return undefined;
  const { test } = condition;
  // Missing and null share a key; an index with arrays has it for elements without the field as well.
  if (test.kind === 'exists') return loose([typeInterval(TypeRank.Null), typeInterval(TypeRank.Undefined)]);
  const values = excludedValues(test);
  if (values === undefined || !values.every((value) => isSimple(value, context))) return undefined;
  if (context.multikey && values.includes(null)) return undefined;
  const points = union(values.map((value) => point(value, context)));
  return { intervals: complement(points), exact: false };
}

function excludedValues(test: Test): Value[] | undefined {
  if (test.kind === 'compare' && test.operator === 'eq') return [test.value];
  return test.kind === 'in' && test.regexes.length === 0 ? test.values : undefined;
}

/** Values that have one key in any index and equal nothing with another key. */
function isSimple(value: Value, context: BoundsContext): boolean {
  return !Array.isArray(value) && !(value instanceof Regex) && isComparable(value, context);
}

/** False where the query's collation may see strings as equal that the index tells apart. */
function isComparable(value: Value, { sameCollation }: BoundsContext): boolean {
  if (sameCollation) return true;
  return typeRank(value) !== TypeRank.String && !(value instanceof Document) && !Array.isArray(value);
}

function compareBounds(
  operator: CompareOperator,
  value: Value,
  context: BoundsContext,
): FieldBounds | undefined {
  if (!isComparable(value, context)) return undefined;
  const isEqual = operator === 'eq' || ((value === null || value === UNDEFINED) && operator.endsWith('e'));
  if (isEqual) return equalBounds(value, context);
  if (value === null || value === UNDEFINED || value instanceof Regex) return undefined;
  if (Array.isArray(value) || value instanceof MinKey || value instanceof MaxKey) return undefined;
  if (Number.isNaN(asDouble(value))) return loose([typeInterval(TypeRank.Number)]);
  return { intervals: rangeWithin(operator, value, context), exact: isExact(value) };
}

/** Documents and escaped strings have keys that others' bounds may cut across. */
function isExact(value: Value): boolean {
  return typeof value === 'string'
    ? !value.includes('\0')
    : !(value instanceof Document || value instanceof Regex);
}

function asDouble(value: Value): number {
  if (typeof value === 'number') return value;
  if (value instanceof Decimal128) return value.toNumber();
  return value instanceof Double ? value.value : 0;
}

function equalBounds(value: Value, context: BoundsContext): FieldBounds {
  if (value === null || value === UNDEFINED) {
    return loose([typeInterval(TypeRank.Undefined), typeInterval(TypeRank.Null)]);
  }
  if (!Array.isArray(value)) return { intervals: [point(value, context)], exact: isExact(value) };
  // An array is found by its first element (or as an element itself, whole).
  return loose(union([point(value, context), point(value[0] ?? UNDEFINED, context)]));
}

/** Comparison keeps to the operand's type. */
function rangeWithin(operator: CompareOperator, value: Value, context: BoundsContext): Interval[] {
  const type = typeInterval(typeRank(value));
  const key = keyOf(value, context.stringKey);
  const text = valueText(value);
  const start = { low: type.low, lowText: type.lowText };
  const end = { high: type.high, highText: type.highText };
  switch (operator) {
    case 'lt':
      return [{ ...numbersOnly(start, value), high: before(key), highText: `${text})`, point: false }];
    case 'lte':
      return [{ ...numbersOnly(start, value), high: after(key), highText: `${text}]`, point: false }];
    case 'gt':
      return [{ low: after(key), lowText: `(${text}`, ...end, point: false }];
    default:
      return [{ low: before(key), lowText: `[${text}`, ...end, point: false }];
  }
}

/** NaN sorts below all numbers and is less than none. */
function numbersOnly<T extends { low: Interval['low'] }>(start: T, value: Value): T {
  return typeRank(value) === TypeRank.Number ? { ...start, low: after(keyOf(Number.NaN)) } : start;
}

function inBounds(
  values: readonly Value[],
  regexes: readonly Regex[],
  context: BoundsContext,
): FieldBounds | undefined {
  const parts = [
    ...values.map((value) => compareBounds('eq', value, context)),
    ...regexes.map(({ pattern, options }) => regexBounds(pattern, options, context)),
  ];
  if (parts.some((part) => part === undefined)) return undefined;
  const known = parts as FieldBounds[];
  return {
    intervals: union(known.flatMap(({ intervals }) => intervals)),
    exact: known.every(({ exact }) => exact),
  };
}

function regexBounds(pattern: string, options: string, context: BoundsContext): FieldBounds {
  const regex = new Regex(pattern, options);
  const same = point(regex, context);
  const prefix = context.sameCollation && context.stringKey === utf8Key ? regexPrefix(pattern, options) : '';
  if (prefix === '') return loose([typeInterval(TypeRank.String), same]);
  // Every string with the prefix: from the prefix itself to its key without the end, followed by the highest byte.
  const whole = keyOf(prefix);
  const last = prefix.length - 1;
  const next = prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
  const strings: Interval = {
    low: before(whole),
    lowText: `["${prefix}"`,
    high: after(whole.slice(0, -1)),
    highText: `"${next}")`,
    point: false,
  };
  return loose([strings, same]);
}

function typeBounds(types: ReadonlySet<number>): FieldBounds | undefined {
  if (types.has(BsonType.Array)) return undefined;
  const intervals = [...types].map((type) => typeInterval(RANK_OF_TYPE[type] ?? TypeRank.Undefined));
  return loose(union(intervals));
}

const RANK_OF_TYPE: Record<number, number> = {
  [BsonType.MinKey]: TypeRank.MinKey,
  [BsonType.Undefined]: TypeRank.Undefined,
  [BsonType.Null]: TypeRank.Null,
  [BsonType.Double]: TypeRank.Number,
  [BsonType.Int32]: TypeRank.Number,
  [BsonType.Int64]: TypeRank.Number,
  [BsonType.Decimal128]: TypeRank.Number,
  [BsonType.String]: TypeRank.String,
  [BsonType.Symbol]: TypeRank.String,
  [BsonType.Document]: TypeRank.Object,
  [BsonType.Binary]: TypeRank.Binary,
  [BsonType.ObjectId]: TypeRank.ObjectId,
  [BsonType.Boolean]: TypeRank.Boolean,
  [BsonType.Date]: TypeRank.Date,
  [BsonType.Timestamp]: TypeRank.Timestamp,
  [BsonType.Regex]: TypeRank.Regex,
  [BsonType.DBPointer]: TypeRank.DBPointer,
  [BsonType.Code]: TypeRank.Code,
  [BsonType.CodeWithScope]: TypeRank.CodeWithScope,
  [BsonType.MaxKey]: TypeRank.MaxKey,
};

function point(value: Value, { stringKey }: BoundsContext): Interval {
  const key = keyOf(value, stringKey);
  const text = valueText(value);
  return { low: before(key), high: after(key), lowText: `[${text}`, highText: `${text}]`, point: true };
}

/** True when the key of null (and of a missing field) lies in one of the intervals. */
export function holdsNull(intervals: readonly Interval[]): boolean {
  return isWithin([NULL_POINT], intervals);
}

function loose(intervals: Interval[]): FieldBounds {
  return { intervals, exact: false };
}

/** First and last value of a type in mongod's words. */
const ENDS: Record<number, [string, string]> = {
  [TypeRank.MinKey]: ['[MinKey', 'MinKey]'],
  [TypeRank.Undefined]: ['[undefined', 'undefined]'],
  [TypeRank.Null]: ['[null', 'null]'],
  [TypeRank.Number]: ['[nan', 'inf]'],
  [TypeRank.String]: ['[""', '{})'],
  [TypeRank.Object]: ['[{}', '[])'],
  [TypeRank.Array]: ['[[]', 'BinData(0, ))'],
  [TypeRank.Binary]: ['[BinData(0, )', `${valueText(new ObjectId(0, 0, 0))})`],
  [TypeRank.ObjectId]: [`[${valueText(new ObjectId(0, 0, 0))}`, `${valueText(new ObjectId(-1, -1, -1))}]`],
  [TypeRank.Boolean]: ['[false', 'true]'],
  [TypeRank.Date]: [`[${valueText(new BsonDate(-(2 ** 63)))}`, `${valueText(new BsonDate(2 ** 63))}]`],
  [TypeRank.Timestamp]: [
    `[${valueText(new Timestamp(0, 0))}`,
    `${valueText(new Timestamp(0xffffffff, 0xffffffff))}]`,
  ],
  [TypeRank.MaxKey]: ['[MaxKey', 'MaxKey]'],
};

/** All values of one rank. */
function typeInterval(rank: number): Interval {
  const [lowText, highText] = ENDS[rank] ?? ['[MinKey', 'MaxKey]'];
  return { low: typeBound(tagOf(rank)), high: typeBound(tagOf(rank) + 1), lowText, highText, point: false };
}

const NULL_POINT = point(null, { stringKey: utf8Key, sameCollation: true, multikey: false });
