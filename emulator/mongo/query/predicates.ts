import {
  BsonDate,
  BsonSymbol,
  type BsonTypeCode,
  Decimal128,
  Double,
  isInt32,
  isNumber,
  MaxKey,
  MinKey,
  type NumberValue,
  ObjectId,
  Regex,
  typeOf,
  type Value,
} from '../bson/index.js';
import type { Collation } from '../collation/index.js';
import { type Collate, compare, compareNumbers, compareStrings, keyOf, typeRank } from '../compare/index.js';
import type { CompareOperator } from './ast.js';
import type { Predicate } from './path.js';
import { compileRegex } from './regex/index.js';
import { asTruncated, fitsLong } from './values.js';

/** Equality and order with one value. Values of another type never match, but for null (missing), MinKey and MaxKey. */
export function comparePredicate(
  operator: CompareOperator,
  operand: Value,
  collation: Collation | undefined,
): Predicate {
  if (operand instanceof MinKey || operand instanceof MaxKey) return boundaryPredicate(operator, operand);
  if (operator === 'eq') return equalityPredicate(operand, collation?.compare);
  if (operand === null) {
    return operator === 'lt' || operator === 'gt'
      ? () => false
      : (value) => value === undefined || value === null;
  }
  if (isNumber(operand)) return numberOrder(operator, operand);
  const accept = ACCEPT[operator];
  const rank = typeRank(operand);
  const collate = collation?.compare;
  if (operand instanceof BsonDate) return dateOrder(accept, operand.ms);
  return (value) =>
    value !== undefined && typeRank(value) === rank && accept(compare(value, operand, collate));
}

const ACCEPT: Record<CompareOperator, (order: number) => boolean> = {
  eq: (order) => order === 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
};

/** Every value lies between MinKey and MaxKey, whatever its type. */
function boundaryPredicate(operator: CompareOperator, operand: MinKey | MaxKey): Predicate {
  const accept = ACCEPT[operator];
  if (operator === 'eq') return (value) => value !== undefined && compare(value, operand) === 0;
  return (value) => accept(compare(value, operand));
}

function dateOrder(accept: (order: number) => boolean, ms: number): Predicate {
  return (value) => value instanceof BsonDate && accept(value.ms - ms);
}

function equalityPredicate(operand: Value, collate: Collate | undefined): Predicate {
  if (operand === null) return (value) => value === undefined || value === null;
  if (typeof operand === 'boolean') return (value) => value === operand;
  if (isNumber(operand)) return numberEquality(operand);
  if (typeof operand === 'string' || operand instanceof BsonSymbol) return textEquality(operand, collate);
  if (operand instanceof ObjectId) {
    return (value) => value instanceof ObjectId && operand.equals(value);
  }
  const rank = typeRank(operand);
  return (value) => value !== undefined && typeRank(value) === rank && compare(value, operand, collate) === 0;
}

function numberEquality(operand: NumberValue): Predicate {
  const plain = operand instanceof Double ? operand.value : operand;
  return (value) => {
    if (typeof value === 'number' && typeof plain === 'number') {
      return value === plain || (Number.isNaN(value) && Number.isNaN(plain));
    }
    return isNumber(value) && compareNumbers(value, operand) === 0;
  };
}

function textEquality(operand: string | BsonSymbol, collate: Collate | undefined): Predicate {
  const text = operand instanceof BsonSymbol ? operand.value : operand;
  if (collate !== undefined) {
    return (value) => {
      if (typeof value === 'string') return value === text || collate(value, text) === 0;
      return value instanceof BsonSymbol && collate(value.value, text) === 0;
    };
  }
  return (value) => value === text || (value instanceof BsonSymbol && value.value === text);
}

/** NaN is neither less nor greater than a number, but `$lte` and `$gte` NaN match NaN. */
function numberOrder(operator: CompareOperator, operand: NumberValue): Predicate {
  const accept = ACCEPT[operator];
  if (isNaNValue(operand)) {
    return operator === 'lt' || operator === 'gt'
      ? () => false
      : (value) => isNumber(value) && isNaNValue(value);
  }
  const bound = operand instanceof Double ? operand.value : operand;
  if (typeof bound === 'number') {
    return (value) => {
      // NaN - x is NaN, which no order accepts; Infinity - Infinity is NaN too, hence the comparison first.
      if (typeof value === 'number') return accept(value === bound ? 0 : value - bound);
      return isNumber(value) && !isNaNValue(value) && accept(compareNumbers(value, operand));
    };
  }
  return (value) => isNumber(value) && !isNaNValue(value) && accept(compareNumbers(value, operand));
}

function isNaNValue(value: NumberValue): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  return value instanceof Decimal128 && value.isNaN;
}

/** `$in`: one look-up per value, however long the list. */
export function inPredicate(
  values: readonly Value[],
  regexes: readonly Regex[],
  collation: Collation | undefined,
): Predicate {
  const lookUp = membership(values, collation);
  if (regexes.length === 0) return lookUp;
  const patterns = regexes.map(({ pattern, options }) => regexPredicate(pattern, options));
  return (value) => lookUp(value) || patterns.some((matches) => matches(value));
}

function membership(values: readonly Value[], collation: Collation | undefined): Predicate {
  const hasNull = values.includes(null);
  const primitives = new Set<Value>();
  const keys = new Set<string>();
  const stringKey = collation?.stringKey;
  for (const value of values) {
    // a symbol equals the string of its text
    const plain = value instanceof BsonSymbol ? value.value : value;
    if (isHashable(plain, collation)) primitives.add(plain);
    keys.add(keyOf(value, stringKey));
  }
  const onlyPrimitives =
    values.every((value) => value === null || typeof value === 'string') && collation === undefined;
  return (value) => {
    if (value === undefined || value === null) return hasNull;
    if (primitives.has(value)) return true;
    if (typeof value === 'string' && collation === undefined) return false;
    if (onlyPrimitives) return value instanceof BsonSymbol && primitives.has(value.value);
    return keys.has(keyOf(value, stringKey));
  };
}

function isHashable(value: Value, collation: Collation | undefined): boolean {
  if (typeof value === 'string') return collation === undefined;
  return typeof value === 'boolean' || (typeof value === 'number' && isInt32(value));
}

/** Strings and symbols that the pattern finds, and the regular expression itself. */
export function regexPredicate(pattern: string, options: string): Predicate {
  const regex = compileRegex(pattern, options);
  return (value) => {
    if (typeof value === 'string') return regex.test(value);
    if (value instanceof BsonSymbol) return regex.test(value.value);
    return (
      value instanceof Regex && value.pattern === pattern && compareStrings(value.options, options) === 0
    );
  };
}

export function typePredicate(types: ReadonlySet<BsonTypeCode>): Predicate {
  return (value) => value !== undefined && types.has(typeOf(value));
}

/** The remainder has the sign of the dividend; what does not fit into an int64 never matches. */
export function modPredicate(divisor: bigint, remainder: bigint): Predicate {
  const small = Number(divisor);
  const rest = Number(remainder);
  return (value) => {
    if (typeof value === 'number' && isInt32(value)) return (value % small) + 0 === rest;
    if (!isNumber(value)) return false;
    const whole = asTruncated(value);
    return whole !== undefined && fitsLong(whole) && whole % divisor === remainder;
  };
}

export function sizePredicate(size: number): Predicate {
  return (value) => Array.isArray(value) && value.length === size;
}
