import {
  Binary,
  BsonDate,
  BsonType,
  type BsonTypeCode,
  BsonUndefined,
  Decimal128,
  Document,
  Double,
  double,
  isNumber,
  type NumberValue,
  ObjectId,
  Timestamp,
  truncateToInteger,
  typeAlias,
  typeOf,
  type Value,
} from '../bson/index.js';
import { MongoError, mongoError } from '../error/index.js';
import { bytesToNumber, bytesToText, numberToBytes, textToBytes } from './convert-binary.js';
import { isoText } from './date-format.js';
import { parseDate } from './date-parse.js';
import { derived, type Node } from './node.js';
import { dateOf, INT64_MAX, INT64_MIN, toDecimal, toDouble, Width, widthOf } from './numbers.js';
import {
  compileNamed,
  namedArguments,
  nullish,
  type Operator,
  type Operators,
  typeName,
  unary,
} from './operator.js';

type V = Value | undefined;

/** What `$convert` may say besides the target type. */
export interface ConvertOptions {
  format?: string | undefined;
  subtype?: number | undefined;
  byteOrder?: 'little' | 'big' | undefined;
}

type Converter = (value: Value, options: ConvertOptions) => Value;

function refuse(value: Value, target: string, why = ''): MongoError {
  const text =
    why === ''
      ? `Unsupported conversion from ${typeName(value)} to ${target} in $convert with no onError value`
      : why;
  return mongoError('ConversionFailure', text);
}

const INTEGER_TEXT = /^[+-]?\d+$/;

function parseInteger(text: string, low: bigint, high: bigint, target: string): bigint {
  const fail = (why: string) =>
    mongoError(
      'ConversionFailure',
      `Failed to parse number '${text}' in $convert with no onError value: ${why}`,
    );
  if (/^[+-]?0x/i.test(text))
    throw mongoError(
      'ConversionFailure',
      `Illegal hexadecimal input in $convert with no onError value: ${text}`,
    );
  if (!INTEGER_TEXT.test(text)) throw fail('Did not consume whole string.');
  const number = BigInt(text.replace(/^\+/, ''));
  if (number < low || number > high) throw fail(`Overflow (${target})`);
  return number;
}

/** A number without its fraction; refuses NaN, infinities and what the target cannot hold. */
function truncateNumber(value: NumberValue, low: bigint, high: bigint, target: string): bigint {
  if (typeof value === 'bigint') return inRange(value, low, high, target);
  if (value instanceof Decimal128) {
    const whole = value.isFinite && value.parts.exponent < 40 ? truncateToInteger(value) : undefined;
    if (whole === undefined)
      throw mongoError(
        'ConversionFailure',
        `Attempt to convert ${value} value to ${target} in $convert with no onError value`,
      );
    return inRange(whole, low, high, target);
  }
  const number = toDouble(value);
  if (!Number.isFinite(number)) {
    throw mongoError(
      'ConversionFailure',
      `Attempt to convert ${number} value to integer type in $convert with no onError value`,
    );
  }
  return inRange(BigInt(Math.trunc(number)), low, high, target);
}

function inRange(value: bigint, low: bigint, high: bigint, target: string): bigint {
  if (value >= low && value <= high) return value;
  throw mongoError(
    'ConversionFailure',
    `Conversion would overflow target type in $convert with no onError value: ${value} to ${target}`,
  );
}

const INT_LOW = -2147483648n;
const INT_HIGH = 2147483647n;

function toInt(value: Value, options: ConvertOptions): Value {
  if (typeof value === 'string') return Number(parseInteger(value, INT_LOW, INT_HIGH, 'int'));
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isNumber(value)) return Number(truncateNumber(value, INT_LOW, INT_HIGH, 'int'));
  if (value instanceof Binary) return bytesToNumber(value, 'int', options);
  throw refuse(value, 'int');
}

function toLong(value: Value, options: ConvertOptions): Value {
  if (typeof value === 'string') return parseInteger(value, INT64_MIN, INT64_MAX, 'long');
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (isNumber(value)) return truncateNumber(value, INT64_MIN, INT64_MAX, 'long');
  if (value instanceof BsonDate) return BigInt(value.ms);
  if (value instanceof Binary) return bytesToNumber(value, 'long', options);
  throw refuse(value, 'long');
}

const DOUBLE_TEXT = /^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i;

function toDoubleValue(value: Value, options: ConvertOptions): Value {
  if (typeof value === 'string') return parseDouble(value);
  if (typeof value === 'boolean') return double(value ? 1 : 0);
  if (value instanceof Decimal128) return decimalToDouble(value);
  if (isNumber(value)) return double(toDouble(value));
  if (value instanceof BsonDate) return double(value.ms);
  if (value instanceof Binary) return bytesToNumber(value, 'double', options);
  throw refuse(value, 'double');
}

function parseDouble(text: string): Value {
  if (!DOUBLE_TEXT.test(text)) {
    throw mongoError(
      'ConversionFailure',
      `Failed to parse number '${text}' in $convert with no onError value: Did not consume whole string.`,
    );
  }
  const word = text.toLowerCase().replace(/^[+-]/, '');
  const negative = text.startsWith('-');
  if (word.startsWith('inf')) return negative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (word === 'nan') return Number.NaN;
  const number = Number(text);
  if (!Number.isFinite(number))
    throw mongoError(
      'ConversionFailure',
      `Failed to parse number '${text}' in $convert with no onError value: Out of range`,
    );
  return double(number);
}

function decimalToDouble(value: Decimal128): Value {
  const number = value.toNumber();
  const lost = value.isFinite && (!Number.isFinite(number) || (number === 0 && !value.isZero));
  if (lost)
    throw mongoError(
      'ConversionFailure',
      `Conversion would overflow target type in $convert with no onError value: ${value}`,
    );
  return double(number);
}

function toDecimalValue(value: Value): Value {
  if (typeof value === 'string') return parseDecimal(value);
  if (typeof value === 'boolean') return Decimal128.fromInteger(value ? 1n : 0n);
  if (isNumber(value)) return toDecimal(value);
  if (value instanceof BsonDate) return Decimal128.fromInteger(BigInt(value.ms));
  throw refuse(value, 'decimal');
}

function parseDecimal(text: string): Value {
  const parsed = /\s/.test(text) ? undefined : Decimal128.parse(text);
  if (parsed === undefined) {
    throw mongoError(
      'ConversionFailure',
      `Failed to parse number '${text}' in $convert with no onError value`,
    );
  }
  return parsed;
}

function toBool(value: Value): Value {
  if (typeof value === 'boolean') return value;
  if (value instanceof Double) return value.value !== 0;
  if (value instanceof Decimal128) return !value.isZero;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  return true;
}

function toDate(value: Value): Value {
  if (value instanceof BsonDate) return value;
  if (typeof value === 'string') return dateOf(parseDate(value, undefined));
  if (value instanceof ObjectId) return dateOf((value.seconds | 0) * 1000);
  if (value instanceof Timestamp) return dateOf(value.t * 1000);
  const numeric = isNumber(value) && widthOf(value) !== Width.Int;
  if (numeric) return dateOf(Number(truncateNumber(value, INT64_MIN, INT64_MAX, 'date')));
  throw refuse(value, 'date');
}

function toObjectId(value: Value): Value {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') throw refuse(value, 'objectId');
  if (ObjectId.isHex(value)) return ObjectId.fromHex(value);
  const why =
    value.length === 24
      ? 'Invalid character found in hex string'
      : `Invalid string length for parsing to OID, expected 24 but found ${value.length}`;
  throw mongoError(
    'ConversionFailure',
    `Failed to parse objectId '${value}' in $convert with no onError value: ${why}`,
  );
}

function toText(value: Value, options: ConvertOptions): Value {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' || value instanceof Double) return doubleText(toDouble(value));
  if (typeof value === 'bigint' || value instanceof Decimal128) return value.toString();
  if (value instanceof ObjectId) return value.toHex();
  if (value instanceof BsonDate) return isoText(value.ms);
  if (value instanceof Binary) return bytesToText(value, options);
  throw refuse(value, 'string');
}

/** Doubles print as C++ streams them with all their digits: exponents have two digits at least. */
function doubleText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  if (Object.is(value, -0)) return '-0';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-5 || size >= 1e17)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return String(value);
}

function toBinary(value: Value, options: ConvertOptions): Value {
  if (value instanceof Binary) {
    if (options.subtype !== undefined && options.subtype !== value.subtype) {
      throw mongoError(
        'ConversionFailure',
        'Conversions between different binData subtypes are not supported',
      );
    }
    return value;
  }
  if (typeof value === 'string') return textToBytes(value, options);
  if (isNumber(value) && !(value instanceof Decimal128)) return numberToBytes(value, options);
  throw refuse(value, 'binData');
}

const CONVERTERS: Partial<Record<BsonTypeCode, Converter>> = {
  [BsonType.Binary]: toBinary,
  [BsonType.Boolean]: toBool,
  [BsonType.Date]: toDate,
  [BsonType.Decimal128]: toDecimalValue,
  [BsonType.Double]: toDoubleValue,
  [BsonType.Int32]: toInt,
  [BsonType.Int64]: toLong,
  [BsonType.ObjectId]: toObjectId,
  [BsonType.String]: toText,
};

const BY_ALIAS = new Map(Object.values(BsonType).map((code) => [typeAlias(code), code]));

/** Converts a value to a BSON type; ConversionFailure when it cannot be. */
export function convertTo(value: Value, target: BsonTypeCode, options: ConvertOptions = {}): Value {
  const convert = CONVERTERS[target];
  if (convert !== undefined) return convert(value, options);
  if (typeOf(value) === target) return value;
  throw refuse(value, typeAlias(target));
}

interface Target {
  type: BsonTypeCode;
  subtype?: number | undefined;
}

function targetOf(to: V): Target | undefined {
  if (nullish(to)) return undefined;
  if (to instanceof Document)
    return { ...(targetOf(to.get('type')) as Target), subtype: subtypeOf(to.get('subtype')) };
  if (typeof to === 'string') {
    const code = BY_ALIAS.get(to);
    if (code === undefined) throw mongoError('BadValue', `Unknown type name: ${to}`);
    return { type: code };
  }
  if (!isNumber(to))
    throw mongoError(
      'FailedToParse',
      `$convert's 'to' argument must be a string or number, but is ${typeName(to)}`,
    );
  const number = toDouble(to);
  if (!Number.isInteger(number))
    throw mongoError('FailedToParse', `In $convert, numeric 'to' argument is not an integer`);
  const code = Object.values(BsonType).find((known) => known === (number === -1 ? 255 : number));
  if (code === undefined)
    throw mongoError(
      'FailedToParse',
      `In $convert, numeric value for 'to' does not correspond to a BSON type: ${number}`,
    );
  return { type: code };
}

function subtypeOf(value: V): number | undefined {
  if (nullish(value)) return undefined;
  if (!isNumber(value))
    throw mongoError(4341108, `$convert requires that 'subtype' be a number, found: ${typeName(value)}`);
  const number = toDouble(value);
  if (!Number.isInteger(number))
    throw mongoError(4341106, "In $convert, numeric 'subtype' argument is not an integer");
  if (number < 0 || number > 255 || (number > 9 && number < 128)) {
    throw mongoError(
      4341107,
      `In $convert, numeric value for 'subtype' does not correspond to a BinData type: ${number}`,
    );
  }
  return number;
}

const FORMATS = ['base64', 'base64url', 'utf8', 'hex', 'uuid', 'auto'];

function optionsOf(values: Record<string, V>, target: Target): ConvertOptions | undefined {
  const { format, byteOrder } = values;
  if ('format' in values && nullish(format)) return undefined;
  if (format !== undefined && typeof format !== 'string')
    throw mongoError(4341114, `$convert requires that 'format' be a string, found: ${typeName(format)}`);
  if (format !== undefined && !FORMATS.includes(format))
    throw mongoError(4341125, `Invalid 'format' argument for $convert: ${format}`);
  if (byteOrder !== undefined && typeof byteOrder !== 'string')
    throw mongoError(
      9130001,
      `$convert requires that 'byteOrder' be a string, found: ${typeName(byteOrder)}`,
    );
  if (byteOrder !== undefined && byteOrder !== 'little' && byteOrder !== 'big')
    throw mongoError(9130002, `Invalid 'byteOrder' argument for $convert: ${byteOrder}`);
  return { format: format as string | undefined, subtype: target.subtype, byteOrder };
}

const CONVERT = {
  notObject: 9,
  unknown: 9,
  fields: { input: 9, to: 9, onError: 0, onNull: 0, format: 0, byteOrder: 0 },
};

const convert: Operator = (argument, environment, name) => {
  const nodes = compileNamed(namedArguments(argument, name, CONVERT), environment);
  const read = (field: string, scope: Parameters<Node['evaluate']>[0]) => nodes.get(field)?.evaluate(scope);
  return derived([...nodes.values()], (scope) => {
    const input = read('input', scope);
    const values: Record<string, V> = {};
    for (const field of ['format', 'byteOrder']) if (nodes.has(field)) values[field] = read(field, scope);
    const target = targetOf(read('to', scope));
    if (nullish(input)) return nodes.has('onNull') ? read('onNull', scope) : null;
    if (target === undefined) return null;
    const options = optionsOf(values, target);
    if (options === undefined) return null;
    try {
      return convertTo(input as Value, target.type, options);
    } catch (error) {
      if (!nodes.has('onError') || !(error instanceof MongoError) || error.code !== 241) throw error;
      return read('onError', scope);
    }
  });
};

/** `$toInt` and its relatives: `$convert` with everything but the type left out. */
function shorthand(target: BsonTypeCode, options: ConvertOptions = {}): Operator {
  return (argument, environment, name) => {
    const list = Array.isArray(argument) ? argument : [argument];
    if (list.length !== 1) throw mongoError(50723, `${name} requires a single argument, got ${list.length}`);
    const node = environment.compile(list[0] as Value);
    return derived([node], (scope) => {
      const value = node.evaluate(scope);
      return nullish(value) ? null : convertTo(value as Value, target, options);
    });
  };
}

const type = unary((value) =>
  value === undefined ? 'missing' : value instanceof BsonUndefined ? 'undefined' : typeName(value),
);

export const convertOperators: Operators = {
  $convert: convert,
  $isNumber: unary((value) => isNumber(value)),
  $toBool: shorthand(BsonType.Boolean),
  $toDate: shorthand(BsonType.Date),
  $toDecimal: shorthand(BsonType.Decimal128),
  $toDouble: shorthand(BsonType.Double),
  $toInt: shorthand(BsonType.Int32),
  $toLong: shorthand(BsonType.Int64),
  $toObjectId: shorthand(BsonType.ObjectId),
  $toString: shorthand(BsonType.String, { format: 'auto' }),
  $toUUID: shorthand(BsonType.Binary, { subtype: 4, format: 'uuid' }),
  $type: type,
};
