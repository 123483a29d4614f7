import {
  type BsonTypeCode,
  BsonUndefined,
  type Document,
  isDocument,
  isNumber,
  Regex,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { CompareOperator, Condition, Test } from './ast.js';
import { parseBits } from './bits.js';
import { checkRegex } from './regex/index.js';
import { typeSet } from './type-names.js';
import { asTruncated, asWhole, fitsLong } from './values.js';

const COMPARE: Record<string, CompareOperator> = {
  $eq: 'eq',
  $lt: 'lt',
  $lte: 'lte',
  $gt: 'gt',
  $gte: 'gte',
};

/** `$size` is an int32. */
const LARGEST_SIZE = 2n ** 31n - 1n;

/** Reads one operator of a path; `$regex` and `$options` are read together from `operators`. */
export function parseOperator(name: string, value: Value, operators: Document): Condition[] {
  const compare = COMPARE[name];
  if (compare !== undefined) return [holds(compareTest(compare, value))];
  switch (name) {
    case '$ne':
      if (value instanceof Regex) throw mongoError('BadValue', "Can't have regex as arg to $ne.");
      return [fails(compareTest('eq', value))];
    case '$in':
      return [holds(inTest(name, value))];
    case '$nin':
      return [fails(inTest(name, value))];
    case '$exists':
      return [isTruthy(value) ? holds({ kind: 'exists' }) : fails({ kind: 'exists' })];
    case '$regex':
      return [holds(regexTest(value, operators))];
    case '$options':
      if (!operators.has('$regex')) throw mongoError('BadValue', '$options needs a $regex');
      return [];
    default:
      return [holds(parseRarer(name, value))];
  }
}

function parseRarer(name: string, value: Value): Test {
  switch (name) {
    case '$type':
      return { kind: 'type', types: parseTypes(value) };
    case '$mod':
      return modTest(value);
    case '$size':
      return { kind: 'size', size: parseSize(value) };
    case '$bitsAllSet':
      return { kind: 'bits', operator: 'allSet', positions: parseBits(name, value) };
    case '$bitsAnySet':
      return { kind: 'bits', operator: 'anySet', positions: parseBits(name, value) };
    case '$bitsAllClear':
      return { kind: 'bits', operator: 'allClear', positions: parseBits(name, value) };
    case '$bitsAnyClear':
      return { kind: 'bits', operator: 'anyClear', positions: parseBits(name, value) };
    case '$near':
    case '$nearSphere':
      throw mongoError(291, `unable to find index for $geoNear query`);
    default:
      throw mongoError('BadValue', `unknown operator: ${name}`);
  }
}

const holds = (test: Test): Condition => ({ kind: 'test', test });
const fails = (test: Test): Condition => ({ kind: 'not', conditions: [holds(test)] });

function compareTest(operator: CompareOperator, value: Value): Test {
  if (value instanceof BsonUndefined) throw mongoError('BadValue', 'cannot compare to undefined');
  if (value instanceof Regex && operator !== 'eq') {
    throw mongoError('BadValue', "Can't have RegEx as arg to predicate over field");
  }
  return { kind: 'compare', operator, value };
}

function inTest(name: string, value: Value): Test {
  if (!Array.isArray(value)) throw mongoError('BadValue', `${name} needs an array`);
  const values: Value[] = [];
  const regexes: Regex[] = [];
  for (const item of value) {
    if (
      isDocument(item) &&
      item.keys()[0]?.startsWith('$') &&
      !['$ref', '$id'].includes(item.keys()[0] as string)
    ) {
      throw mongoError('BadValue', `cannot nest $ under ${name}`);
    }
    if (item instanceof BsonUndefined)
      throw mongoError('BadValue', 'InMatchExpression equality cannot be undefined');
    if (item instanceof Regex) {
      checkRegex(item.pattern, item.options);
      regexes.push(item);
    }
    values.push(item);
  }
  return { kind: 'in', values, regexes };
}

function isTruthy(value: Value): boolean {
  if (isNumber(value)) return asTruncated(value) !== 0n || asWhole(value) === undefined;
  return value !== false && value !== null && !(value instanceof BsonUndefined);
}

function regexTest(value: Value, operators: Document): Test {
  const options = operators.get('$options');
  if (options !== undefined && typeof options !== 'string') {
    throw mongoError('BadValue', '$options has to be a string');
  }
  const pattern = value instanceof Regex ? value.pattern : value;
  if (typeof pattern !== 'string') throw mongoError('BadValue', '$regex has to be a string');
  const own = value instanceof Regex ? value.options : '';
  if (own !== '' && options !== undefined) {
    const optionsFirst = operators.keys().indexOf('$options') < operators.keys().indexOf('$regex');
    throw mongoError(optionsFirst ? 51074 : 51075, 'options set in both $regex and $options');
  }
  const flags = options ?? own;
  checkRegex(pattern, flags);
  return { kind: 'regex', pattern, options: flags };
}

function parseTypes(value: Value): ReadonlySet<BsonTypeCode> {
  const items = Array.isArray(value) ? value : [value];
  if (items.length === 0) throw mongoError('FailedToParse', '$type must match at least one type');
  return typeSet(items);
}

function modTest(value: Value): Test {
  if (!Array.isArray(value)) throw mongoError('BadValue', 'malformed mod, needs to be an array');
  if (value.length < 2) throw mongoError('BadValue', 'malformed mod, not enough elements');
  if (value.length > 2) throw mongoError('BadValue', 'malformed mod, too many elements');
  const divisor = modArgument(value[0] as Value, 'divisor');
  const remainder = modArgument(value[1] as Value, 'remainder');
  if (divisor === 0n) throw mongoError('BadValue', 'divisor cannot be 0');
  return { kind: 'mod', divisor, remainder };
}

function modArgument(value: Value, name: string): bigint {
  if (!isNumber(value)) throw mongoError('BadValue', `malformed mod, ${name} not a number`);
  const whole = asTruncated(value);
  if (whole === undefined || !fitsLong(whole)) {
    throw mongoError(
      'BadValue',
      `malformed mod, ${name} value is invalid :: caused by :: Unable to coerce NaN/Inf to integral type`,
    );
  }
  return whole;
}

function parseSize(value: Value): number {
  if (!isNumber(value)) {
    throw mongoError('BadValue', 'Failed to parse $size. Expected a number in: $size');
  }
  const size = asWhole(value);
  if (size === undefined) {
    throw mongoError('BadValue', 'Failed to parse $size. Expected an integer: $size');
  }
  if (size < 0n) {
    throw mongoError('BadValue', 'Failed to parse $size. Expected a non-negative number in: $size');
  }
  if (size > LARGEST_SIZE) {
    throw mongoError('BadValue', 'Failed to parse $size. Cannot represent as a 32-bit integer: $size');
  }
  return Number(size);
}
