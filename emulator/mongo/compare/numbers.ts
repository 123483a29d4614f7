import { Decimal128, Double, type NumberValue } from '../bson/index.js';

/** Relative distance beyond which two numbers differ whatever the rounding of their nearest doubles. */
const SURELY_APART = 1e-12;

/** Exact order across int32, double, int64 and Decimal128. NaN equals NaN and is less than every other number. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  const x = a instanceof Double ? a.value : a;
  const y = b instanceof Double ? b.value : b;
  if (x instanceof Decimal128 || y instanceof Decimal128) return compareWithDecimal(x, y);
  // JavaScript compares number with bigint exactly.
  if (x < y) return -1;
  if (x > y) return 1;
  // biome-ignore lint/suspicious/noDoubleEquals: number and bigint of one value are equal here
  if (x == y) return 0;
  return notANumber(x) - notANumber(y) === 0 ? 0 : notANumber(x) ? -1 : 1;
}

function notANumber(value: number | bigint): number {
  return typeof value === 'number' && Number.isNaN(value) ? 1 : 0;
}

function compareWithDecimal(a: number | bigint | Decimal128, b: number | bigint | Decimal128): number {
  const x = approximate(a);
  const y = approximate(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
  if (!isFiniteNumber(a) || !isFiniteNumber(b)) return compareInfinite(a, x, b, y);
  if (Math.abs(x - y) > SURELY_APART * Math.max(Math.abs(x), Math.abs(y)) && x !== y) return x < y ? -1 : 1;
  return compareParts(exactParts(a), exactParts(b));
}

/** A finite Decimal128 beyond the doubles has an infinite approximation and yet is less than infinity. */
function compareInfinite(
  a: number | bigint | Decimal128,
  x: number,
  b: number | bigint | Decimal128,
  y: number,
) {
  const left = isFiniteNumber(a) ? 0 : Math.sign(x);
  const right = isFiniteNumber(b) ? 0 : Math.sign(y);
  return Math.sign(left - right);
}

function isFiniteNumber(value: number | bigint | Decimal128): boolean {
  if (typeof value === 'bigint') return true;
  return value instanceof Decimal128 ? value.isFinite : Number.isFinite(value);
}

function approximate(value: number | bigint | Decimal128): number {
  return value instanceof Decimal128 ? value.toNumber() : Number(value);
}

/** coefficient · 10^exponent, with the sign in the coefficient. */
export interface ExactParts {
  coefficient: bigint;
  exponent: number;
}

/** A finite number as an exact decimal fraction: every double has one, since 2^-n is 5^n · 10^-n. */
export function exactParts(value: number | bigint | Decimal128): ExactParts {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 };
  if (value instanceof Decimal128) {
    const { negative, coefficient, exponent } = value.parts;
    return { coefficient: negative ? -coefficient : coefficient, exponent };
  }
  if (Number.isInteger(value)) return { coefficient: BigInt(value), exponent: 0 };
  let scale = 0;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    scale++;
  }
  return { coefficient: BigInt(scaled) * 5n ** BigInt(scale), exponent: -scale };
}

/** Order of two exact decimal fractions. */
export function compareParts(a: ExactParts, b: ExactParts): number {
  const sign = signOf(a.coefficient);
  if (sign !== signOf(b.coefficient)) return sign < signOf(b.coefficient) ? -1 : 1;
  if (sign === 0) return 0;
  const magnitude = leadingExponent(a) - leadingExponent(b);
  if (magnitude !== 0) return Math.sign(magnitude) * sign;
  const low = Math.min(a.exponent, b.exponent);
  const x = a.coefficient * 10n ** BigInt(a.exponent - low);
  const y = b.coefficient * 10n ** BigInt(b.exponent - low);
  return x < y ? -1 : x > y ? 1 : 0;
}

function leadingExponent({ coefficient, exponent }: ExactParts): number {
  const digits = coefficient.toString();
  return digits.length - (coefficient < 0n ? 1 : 0) + exponent;
}

function signOf(value: bigint): number {
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}
