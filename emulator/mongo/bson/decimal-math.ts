import {
  type DecimalParts,
  digitsOf,
  dropDigits,
  MAX_DIGITS,
  MIN_EXPONENT,
  power10,
  type Rounding,
} from './decimal-parts.js';
import { Decimal128 } from './decimal128.js';

const { NAN, INFINITY, NEGATIVE_INFINITY } = Decimal128;

export function negate(value: Decimal128): Decimal128 {
  return value.isNaN ? value : new Decimal128(value.high ^ (1n << 63n), value.low);
}

export function addDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  if (a.isNaN || b.isNaN) return a.isNaN ? a : b;
  if (a.isInfinite) return b.isInfinite && a.isNegative !== b.isNegative ? NAN : a;
  if (b.isInfinite) return b;
  const exponent = Math.min(a.parts.exponent, b.parts.exponent);
  const sum = signed(a.parts, exponent) + signed(b.parts, exponent);
  const negative = sum < 0n || (sum === 0n && a.isNegative && b.isNegative);
  return Decimal128.fromParts({ negative, coefficient: sum < 0n ? -sum : sum, exponent });
}

function signed(parts: DecimalParts, exponent: number): bigint {
  const magnitude = parts.coefficient * power10(parts.exponent - exponent);
  return parts.negative ? -magnitude : magnitude;
}

export function subtractDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  return addDecimals(a, negate(b));
}

export function multiplyDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  if (a.isNaN || b.isNaN) return NAN;
  const negative = a.isNegative !== b.isNegative;
  if (a.isInfinite || b.isInfinite) return a.isZero || b.isZero ? NAN : infinity(negative);
  const [x, y] = [a.parts, b.parts];
  return Decimal128.fromParts({
    negative,
    coefficient: x.coefficient * y.coefficient,
    exponent: x.exponent + y.exponent,
  });
}

function infinity(negative: boolean): Decimal128 {
  return negative ? NEGATIVE_INFINITY : INFINITY;
}

/** x / y; by zero it is an infinity, or NaN for 0/0. */
export function divideDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  if (a.isNaN || b.isNaN || (a.isInfinite && b.isInfinite) || (a.isZero && b.isZero)) return NAN;
  const negative = a.isNegative !== b.isNegative;
  if (a.isInfinite || b.isZero) return infinity(negative);
  if (b.isInfinite) return Decimal128.fromParts({ negative, coefficient: 0n, exponent: MIN_EXPONENT });
  return quotient(a.parts, b.parts, negative);
}

function quotient(a: DecimalParts, b: DecimalParts, negative: boolean): Decimal128 {
  const ideal = a.exponent - b.exponent;
  const scale = Math.max(MAX_DIGITS + 2 + digitsOf(b.coefficient) - digitsOf(a.coefficient), 0);
  const scaled = a.coefficient * power10(scale);
  let coefficient = scaled / b.coefficient;
  let exponent = ideal - scale;
  if (scaled % b.coefficient !== 0n) {
    // A sticky digit below the 34 keeps "half to even" from taking an inexact half for an exact one.
    return Decimal128.fromParts({ negative, coefficient: coefficient * 10n + 1n, exponent: exponent - 1 });
  }
  while (exponent < ideal && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return Decimal128.fromParts({ negative, coefficient, exponent });
}

/** The rest of the division that rounds towards zero; its sign is the dividend's. */
export function remainder(a: Decimal128, b: Decimal128): Decimal128 {
  if (a.isNaN || b.isNaN || a.isInfinite || b.isZero) return NAN;
  if (b.isInfinite) return a;
  const exponent = Math.min(a.parts.exponent, b.parts.exponent);
  const left = a.parts.coefficient * power10(a.parts.exponent - exponent);
  const right = b.parts.coefficient * power10(b.parts.exponent - exponent);
  return Decimal128.fromParts({ negative: a.isNegative, coefficient: left % right, exponent });
}

export function absolute(value: Decimal128): Decimal128 {
  return value.isNegative && !value.isNaN ? negate(value) : value;
}

/** Rounds to `places` digits after the point (before it when negative). */
export function quantize(value: Decimal128, places: number, rounding: Rounding): Decimal128 {
  if (!value.isFinite) return value;
  const { negative, coefficient, exponent } = value.parts;
  const drop = -places - exponent;
  if (drop <= 0) return value;
  return Decimal128.fromParts({
    negative,
    coefficient: drop > 6200 ? 0n : dropDigits(coefficient, drop, rounding, negative),
    exponent: -places,
  });
}

/** The square root; NaN for a negative number. */
export function squareRoot(value: Decimal128): Decimal128 {
  if (value.isNaN || value.isZero) return value;
  if (value.isNegative) return NAN;
  if (value.isInfinite) return value;
  const { coefficient, exponent } = value.parts;
  const shift = 2 * MAX_DIGITS + 4 + ((exponent & 1) === 0 ? 0 : 1);
  const scaled = coefficient * power10(shift);
  let root = integerRoot(scaled);
  let at = (exponent - shift) / 2;
  if (root * root !== scaled)
    return Decimal128.fromParts({ negative: false, coefficient: root * 10n + 1n, exponent: at - 1 });
  while (at < Math.floor(exponent / 2) && root % 10n === 0n) {
    root /= 10n;
    at++;
  }
  return Decimal128.fromParts({ negative: false, coefficient: root, exponent: at });
}

function integerRoot(value: bigint): bigint {
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The whole part as a bigint (rounded towards zero); `undefined` for NaN and the infinities. */
export function truncateToInteger(value: Decimal128): bigint | undefined {
  if (!value.isFinite) return undefined;
  const { negative, coefficient, exponent } = value.parts;
  const magnitude = exponent >= 0 ? coefficient * power10(exponent) : coefficient / power10(-exponent);
  return negative ? -magnitude : magnitude;
}
