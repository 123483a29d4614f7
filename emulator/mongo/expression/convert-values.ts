import {
  Binary,
  BsonDate,
  BsonType,
  type BsonTypeCode,
  Decimal128,
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
import { type MongoError, mongoError } from '../error/index.js';
import { bytesToNumber, bytesToText, numberToBytes, textToBytes } from './convert-binary.js';
import { isoText } from './date-format.js';
import { parseDate } from './date-parse.js';
import { doubleText, parseDecimal, parseDouble, parseInteger } from './number-text.js';
import { dateOf, INT64_MAX, INT64_MIN, toDecimal, toDouble, Width, widthOf } from './numbers.js';
import { typeName } from './operator.js';
import { isTooLong } from './string-size.js';

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

function toDoubleValue(value: Value, options: ConvertOptions): Value {
  if (typeof value === 'string') return parseDouble(value);
  if (typeof value === 'boolean') return double(value ? 1 : 0);
  if (value instanceof Decimal128) return decimalToDouble(value);
  if (isNumber(value)) return double(toDouble(value));
  if (value instanceof BsonDate) return double(value.ms);
  if (value instanceof Binary) return bytesToNumber(value, 'double', options);
  throw refuse(value, 'double');
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
  if (value instanceof Binary) return fitting(bytesToText(value, options));
  throw refuse(value, 'string');
}

function fitting(text: string): string {
  if (isTooLong(text)) throw mongoError('ConversionFailure', 'The text would be longer than 16MB');
  return text;
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

/** Converts a value to a BSON type; ConversionFailure when it cannot be. */
export function convertTo(value: Value, target: BsonTypeCode, options: ConvertOptions = {}): Value {
  const convert = CONVERTERS[target];
  if (convert !== undefined) return convert(value, options);
  if (typeOf(value) === target) return value;
  throw refuse(value, typeAlias(target));
}
