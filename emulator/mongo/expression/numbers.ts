import {
  addDecimals,
  BsonDate,
  Decimal128,
  Double,
  double,
  isNumber,
  multiplyDecimals,
  type NumberValue,
  subtractDecimals,
  truncateToInteger,
  type Value,
} from '../bson/index.js';

/** BSON's four numeric types from narrow to wide. */
export enum Width {
  Int = 0,
  Long = 1,
  Double = 2,
  Decimal = 3,
}

export const INT64_MIN = -(2n ** 63n);
export const INT64_MAX = 2n ** 63n - 1n;

/** The numeric type of a number. */
export function widthOf(value: NumberValue): Width {
  if (typeof value === 'bigint') return Width.Long;
  if (value instanceof Decimal128) return Width.Decimal;
  if (typeof value === 'number' && (value | 0) === value && (value !== 0 || 1 / value > 0)) return Width.Int;
  return Width.Double;
}

export function toDouble(value: NumberValue): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  return value instanceof Decimal128 ? value.toNumber() : Number(value);
}

export function toDecimal(value: NumberValue): Decimal128 {
  if (value instanceof Decimal128) return value;
  if (typeof value === 'bigint') return Decimal128.fromInteger(value);
  const number = toDouble(value);
  return widthOf(value) === Width.Int
    ? Decimal128.fromInteger(BigInt(number))
    : Decimal128.fromDouble(number);
}

export function fitsInt64(value: bigint): boolean {
  return value >= INT64_MIN && value <= INT64_MAX;
}

/** An int32 when it fits, an int64 otherwise. */
export function intOrLong(value: bigint): NumberValue {
  return value >= -2147483648n && value <= 2147483647n ? Number(value) : value;
}

/** An integer of the given width as a value; what does not fit int64 becomes a double. */
export function integerOf(value: bigint, width: Width): NumberValue {
  if (!fitsInt64(value)) return double(Number(value));
  return width === Width.Int ? intOrLong(value) : value;
}

/** A whole number as a bigint; `undefined` for fractions, NaN and infinities. */
export function wholeNumber(value: Value | undefined): bigint | undefined {
  if (!isNumber(value)) return undefined;
  if (typeof value === 'bigint') return value;
  if (value instanceof Decimal128) return wholeDecimal(value);
  const number = toDouble(value);
  return Number.isInteger(number) ? BigInt(number) : undefined;
}

function wholeDecimal(value: Decimal128): bigint | undefined {
  const whole = value.isFinite && value.parts.exponent < 7000 ? truncateToInteger(value) : undefined;
  if (whole === undefined || value.parts.exponent >= 0) return whole;
  const { coefficient, exponent } = value.parts;
  return coefficient % 10n ** BigInt(-exponent) === 0n ? whole : undefined;
}

/** A whole number within int32 as a JS number. */
export function wholeInt32(value: Value | undefined): number | undefined {
  const whole = wholeNumber(value);
  return whole !== undefined && whole >= -2147483648n && whole <= 2147483647n ? Number(whole) : undefined;
}

/** Sum in the wider of the two types; an int64 that overflows becomes a double. */
export function addNumbers(a: NumberValue, b: NumberValue): NumberValue {
  const width = Math.max(widthOf(a), widthOf(b));
  if (width === Width.Int) return intOrLongOf((a as number) + (b as number));
  if (width === Width.Double) return double(toDouble(a) + toDouble(b));
  if (width === Width.Decimal) return addDecimals(toDecimal(a), toDecimal(b));
  return integerOf(BigInt(a as number | bigint) + BigInt(b as number | bigint), Width.Long);
}

/** Difference in the wider of the two types; an int64 that overflows becomes a double. */
export function subtractNumbers(a: NumberValue, b: NumberValue): NumberValue {
  const width = Math.max(widthOf(a), widthOf(b));
  if (width === Width.Double) return double(toDouble(a) - toDouble(b));
  if (width === Width.Decimal) return subtractDecimals(toDecimal(a), toDecimal(b));
  return integerOf(BigInt(a as number | bigint) - BigInt(b as number | bigint), width);
}

/** Product in the wider of the two types; an int64 that overflows becomes a double. */
export function multiplyNumbers(a: NumberValue, b: NumberValue): NumberValue {
  const width = Math.max(widthOf(a), widthOf(b));
  if (width === Width.Double) return double(toDouble(a) * toDouble(b));
  if (width === Width.Decimal) return multiplyDecimals(toDecimal(a), toDecimal(b));
  return integerOf(BigInt(a as number | bigint) * BigInt(b as number | bigint), width);
}

function intOrLongOf(sum: number): NumberValue {
  return (sum | 0) === sum ? sum + 0 : BigInt(sum);
}

/** Rounds half away from zero, as C's `llround`. */
export function roundHalfAway(value: number): number {
  return value < 0 ? -Math.floor(-value + 0.5) : Math.floor(value + 0.5);
}

/** A date that lies `ms` from 1970; -0 is 0. */
export function dateOf(ms: number): BsonDate {
  return new BsonDate(ms + 0);
}
