import { addDecimals, Decimal128, divideDecimals, negate } from '../bson/index.js';

/**
 * Transcendental functions over Decimal128 in fixed point: a bigint counts units of 10^-DIGITS, 26 digits more than
 * the 34 that are kept, so that rounding errors of the series never reach them.
 */
const DIGITS = 60;
const ONE = 10n ** BigInt(DIGITS);
/** Beyond ±14,200 the exponential is no finite decimal: 10^6144 is e^14147. */
const LARGEST_EXPONENT = 14_200;

function toFixed(value: Decimal128, digits = DIGITS): bigint {
  const { negative, coefficient, exponent } = value.parts;
  const shift = digits + exponent;
  const magnitude = shift >= 0 ? coefficient * 10n ** BigInt(shift) : coefficient / 10n ** BigInt(-shift);
  return negative ? -magnitude : magnitude;
}

function fromFixed(value: bigint, exponent = 0): Decimal128 {
  const negative = value < 0n;
  const parts = { negative, coefficient: negative ? -value : value, exponent: exponent - DIGITS };
  if (value === 0n) return Decimal128.fromInteger(0n);
  // What had to be rounded shows all 34 digits, as the library does that MongoDB uses.
  const isExact =
    parts.coefficient % 10n ** BigInt(Math.max(parts.coefficient.toString().length - 34, 0)) === 0n;
  const rounded = Decimal128.fromParts(parts);
  return isExact ? stripZeros(rounded) : rounded;
}

function stripZeros(value: Decimal128): Decimal128 {
  let { negative, coefficient, exponent } = value.parts;
  while (coefficient !== 0n && exponent < 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return Decimal128.fromParts({ negative, coefficient, exponent });
}

/** Zero with the least exponent, which MongoDB gives for what underflows. */
const LEAST_ZERO = Decimal128.fromParts({ negative: false, coefficient: 0n, exponent: -6176 });

const multiply = (a: bigint, b: bigint): bigint => (a * b) / ONE;
const divide = (a: bigint, b: bigint): bigint => (a * ONE) / b;

/** e^x by its series, for |x| of a few units. */
function expFixed(x: bigint): bigint {
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n; n++) {
    term = multiply(term, x) / n;
    sum += term;
  }
  return sum;
}

/** The natural logarithm of a fixed-point number near 1..10, by Halley's method on the exponential. */
function lnFixed(m: bigint): bigint {
  let y = BigInt(Math.round(Math.log(Number(m) / Number(ONE)) * 1e15)) * 10n ** BigInt(DIGITS - 15);
  for (let round = 0; round < 3; round++) {
    const e = expFixed(y);
    y += (2n * ONE * (m - e)) / (m + e);
  }
  return y;
}

const LN10 = lnFixed(10n * ONE);

/** e^x. */
export function exp(value: Decimal128): Decimal128 {
  if (value.isNaN) return value;
  if (value.isInfinite) return value.isNegative ? Decimal128.fromInteger(0n) : value;
  const near = value.toNumber();
  if (near > LARGEST_EXPONENT) return Decimal128.INFINITY;
  if (near < -LARGEST_EXPONENT) return LEAST_ZERO;
  const x = toFixed(value);
  const tens = x / LN10;
  return fromFixed(expFixed(x - tens * LN10), Number(tens));
}

/** The natural logarithm of a positive number. */
export function ln(value: Decimal128): Decimal128 {
  if (!value.isFinite) return value;
  return fromFixed(lnOf(value));
}

function lnOf(value: Decimal128): bigint {
  const { coefficient, exponent } = value.parts;
  const digits = coefficient.toString().length;
  const mantissa = coefficient * 10n ** BigInt(DIGITS - digits + 1);
  return lnFixed(mantissa) + LN10 * BigInt(exponent + digits - 1);
}

/** The decimal logarithm of a positive number; exact for powers of ten. */
export function log10(value: Decimal128): Decimal128 {
  if (!value.isFinite) return value;
  const text = value.parts.coefficient.toString();
  if (/^10*$/.test(text)) return Decimal128.fromInteger(BigInt(value.parts.exponent + text.length - 1));
  return fromFixed(divide(lnOf(value), LN10));
}

/** base^exponent; whole exponents by repeated squaring, others through the logarithm. */
export function power(base: Decimal128, exponent: Decimal128): Decimal128 {
  if ((base.isZero || base.isInfinite) && isVanishing(base, exponent)) return LEAST_ZERO;
  if (base.isNaN || exponent.isNaN || exponent.isInfinite || base.isInfinite || base.isZero) {
    return Decimal128.fromDouble(base.toNumber() ** exponent.toNumber());
  }
  const whole = exponent.parts.exponent >= 0 || isWhole(exponent);
  if (base.isNegative && !whole) return Decimal128.NAN;
  const steps = exponent.toNumber();
  if (whole && Math.abs(steps) <= 20_000) return wholePower(base, steps);
  const log = multiply(lnOf(base), toFixed(exponent));
  const tens = log / LN10;
  if (tens > 7000n) return Decimal128.INFINITY;
  const result = fromFixed(expFixed(log - tens * LN10), Number(tens < -7000n ? -7000n : tens));
  return result;
}

function isVanishing(base: Decimal128, exponent: Decimal128): boolean {
  const steps = exponent.toNumber();
  return base.isZero ? steps > 0 : steps < 0;
}

function isWhole(value: Decimal128): boolean {
  const { coefficient, exponent } = value.parts;
  return coefficient % 10n ** BigInt(-exponent) === 0n;
}

/** All 34 digits of a number, as MongoDB's power shows them. */
function padded(value: Decimal128): Decimal128 {
  if (!value.isFinite || value.isZero) return value;
  const { negative, coefficient, exponent } = value.parts;
  const missing = 34 - coefficient.toString().length;
  if (missing <= 0 || exponent - missing < -6176) return value;
  return Decimal128.fromParts({
    negative,
    coefficient: coefficient * 10n ** BigInt(missing),
    exponent: exponent - missing,
  });
}

function wholePower(base: Decimal128, steps: number): Decimal128 {
  const { negative, coefficient, exponent } = base.parts;
  const count = Math.abs(steps);
  const sign = negative && count % 2 === 1;
  const magnitude = coefficient ** BigInt(count);
  if (steps >= 0) {
    const power = Decimal128.fromParts({
      negative: sign,
      coefficient: magnitude,
      exponent: exponent * count,
    });
    return steps > 1 ? padded(power) : power;
  }
  const scale = magnitude.toString().length + DIGITS;
  return stripZeros(
    Decimal128.fromParts({
      negative: sign,
      coefficient: 10n ** BigInt(scale) / magnitude,
      exponent: -scale - exponent * count,
    }),
  );
}

/** arctan of a fixed-point number with |x| small, by its series in units of 10^-digits. */
function arctanSeries(x: bigint, one: bigint): bigint {
  const square = (x * x) / one;
  let term = x;
  let sum = x;
  for (let n = 3n; term !== 0n; n += 2n) {
    term = -(term * square) / one;
    sum += term / n;
  }
  return sum;
}

/** π by Machin's formula. */
function piTo(digits: number): bigint {
  const one = 10n ** BigInt(digits + 5);
  return (4n * (4n * arctanSeries(one / 5n, one) - arctanSeries(one / 239n, one))) / 100_000n;
}

const PI = piTo(DIGITS);

/** The angle reduced to [-π, π], in fixed point; large angles use as many digits of π as they have themselves. */
function reduceAngle(value: Decimal128): bigint {
  const extra = Math.max(0, value.parts.exponent + value.parts.coefficient.toString().length);
  const digits = DIGITS + extra;
  const turn = 2n * (extra === 0 ? PI : piTo(digits));
  let angle = toFixed(value, digits) % turn;
  if (2n * angle > turn) angle -= turn;
  if (2n * angle < -turn) angle += turn;
  return angle / 10n ** BigInt(extra);
}

function sinFixed(x: bigint): bigint {
  return alternating(x, x, 2n);
}

function cosFixed(x: bigint): bigint {
  return alternating(ONE, x, 1n);
}

function alternating(first: bigint, x: bigint, from: bigint): bigint {
  const square = multiply(x, x);
  let term = first;
  let sum = first;
  for (let n = from; term !== 0n; n += 2n) {
    term = -multiply(term, square) / (n * (n + 1n));
    sum += term;
  }
  return sum;
}

function sqrtFixed(x: bigint): bigint {
  if (x <= 0n) return 0n;
  const square = x * ONE;
  let root = 10n ** BigInt(Math.ceil(square.toString().length / 2));
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

function arctanFixed(x: bigint): bigint {
  if (x < 0n) return -arctanFixed(-x);
  if (x > ONE) return PI / 2n - arctanFixed(divide(ONE, x));
  let [small, doublings] = [x, 0];
  while (small > ONE / 20n) {
    small = divide(small, ONE + sqrtFixed(ONE + multiply(small, small)));
    doublings++;
  }
  return arctanSeries(small, ONE) << BigInt(doublings);
}

function arcsinFixed(x: bigint): bigint {
  if (x === ONE || x === -ONE) return (x / ONE) * (PI / 2n);
  return arctanFixed(divide(x, sqrtFixed(ONE - multiply(x, x))));
}

type Fixed = (x: bigint) => bigint;
const onFixed = (run: Fixed) => (value: Decimal128) =>
  value.isFinite ? fromFixed(run(toFixed(value))) : value;
const onAngle = (run: Fixed) => (value: Decimal128) => fromFixed(run(reduceAngle(value)));

export const sin = onAngle(sinFixed);
export const cos = onAngle(cosFixed);
export const tan = onAngle((x) => divide(sinFixed(x), cosFixed(x)));
export const asin = onFixed(arcsinFixed);
export const acos = onFixed((x) => PI / 2n - arcsinFixed(x));

export function atan(value: Decimal128): Decimal128 {
  if (value.isNaN) return value;
  if (value.isInfinite) return fromFixed(value.isNegative ? -PI / 2n : PI / 2n);
  if (Math.abs(value.toNumber()) > 1e40) return fromFixed(value.isNegative ? -PI / 2n : PI / 2n);
  return fromFixed(arctanFixed(toFixed(value)));
}

/** The angle of the point (x, y). */
export function atan2(y: Decimal128, x: Decimal128): Decimal128 {
  if (y.isNaN || x.isNaN) return Decimal128.NAN;
  if (!y.isFinite || !x.isFinite || y.isZero || x.isZero) return axisAngle(y, x);
  const angle = arctanFixed(divide(toFixed(y), toFixed(x)));
  if (!x.isNegative) return fromFixed(angle);
  return fromFixed(y.isNegative ? angle - PI : angle + PI);
}

/** Angles on the axes and diagonals are multiples of π/4: the doubles tell which. */
function axisAngle(y: Decimal128, x: Decimal128): Decimal128 {
  const quarters = Math.round(Math.atan2(y.toNumber(), x.toNumber()) / (Math.PI / 4));
  return quarters === 0 ? Decimal128.fromInteger(0n) : fromFixed((PI * BigInt(quarters)) / 4n);
}

function hyperbolic(
  value: Decimal128,
  run: (e: bigint, inverse: bigint) => bigint,
  large: Decimal128,
): Decimal128 {
  if (!value.isFinite) return large;
  if (Math.abs(value.toNumber()) > 100) return large;
  const x = toFixed(value);
  const e = expFixed(x / 128n);
  let power = e;
  for (let doubling = 0; doubling < 7; doubling++) power = multiply(power, power);
  return fromFixed(run(power, divide(ONE, power)));
}

function halfExp(value: Decimal128): Decimal128 {
  const large = exp(value.isNegative ? Decimal128.fromParts({ ...value.parts, negative: false }) : value);
  const { coefficient, exponent } = large.parts;
  return large.isFinite
    ? Decimal128.fromParts({ negative: false, coefficient: coefficient * 5n, exponent: exponent - 1 })
    : large;
}

const opposite = (value: Decimal128) =>
  value.isFinite
    ? Decimal128.fromParts({ ...value.parts, negative: !value.parts.negative })
    : Decimal128.NEGATIVE_INFINITY;

export function sinh(value: Decimal128): Decimal128 {
  if (!value.isFinite) return value;
  const large = value.isNegative ? opposite(halfExp(value)) : halfExp(value);
  return hyperbolic(value, (e, inverse) => (e - inverse) / 2n, large);
}

export function cosh(value: Decimal128): Decimal128 {
  if (value.isNaN) return value;
  return hyperbolic(
    value,
    (e, inverse) => (e + inverse) / 2n,
    value.isInfinite ? Decimal128.INFINITY : halfExp(value),
  );
}

export function tanh(value: Decimal128): Decimal128 {
  if (value.isNaN) return value;
  const limit = Decimal128.fromInteger(value.isNegative ? -1n : 1n);
  return hyperbolic(value, (e, inverse) => divide(e - inverse, e + inverse), limit);
}

/** ln(x + root) for the inverse hyperbolic functions; large x have ln(2x). */
function inverseHyperbolic(value: Decimal128, under: bigint): Decimal128 {
  if (!value.isFinite) return value;
  const negative = value.isNegative;
  const size = negative ? Decimal128.fromParts({ ...value.parts, negative: false }) : value;
  const sum =
    size.toNumber() > 1e20
      ? undefined
      : toFixed(size) + sqrtFixed(multiply(toFixed(size), toFixed(size)) + under);
  const { coefficient, exponent } = size.parts;
  const log =
    sum === undefined
      ? lnOf(Decimal128.fromParts({ negative: false, coefficient: coefficient * 2n, exponent }))
      : lnFixedAny(sum);
  return fromFixed(negative ? -log : log);
}

function lnFixedAny(x: bigint): bigint {
  return lnOf(Decimal128.fromParts({ negative: false, coefficient: x, exponent: -DIGITS }));
}

export const asinh = (value: Decimal128) => inverseHyperbolic(value, ONE);
export const acosh = (value: Decimal128) => inverseHyperbolic(value, -ONE);
export const atanh = onFixed((x) => lnFixedAny(divide(ONE + x, ONE - x)) / 2n);

const scaleBy = (numerator: bigint, denominator: bigint) => (value: Decimal128) => {
  if (!value.isFinite) return value;
  const { negative, coefficient, exponent } = value.parts;
  return fromFixed(((negative ? -coefficient : coefficient) * numerator * ONE) / denominator, exponent);
};

export const degreesToRadians = scaleBy(PI, 180n * ONE);
export const radiansToDegrees = scaleBy(180n * ONE, PI);

/** ln(value) / ln(base), in full precision. */
export function quotientOfLogs(value: Decimal128, base: Decimal128): Decimal128 {
  return divideDecimals(fromFixed(lnOf(value)), fromFixed(lnOf(base)));
}

/** 1 / (1 + e^-x), each step rounded to 34 digits. */
export function sigmoid(value: Decimal128): Decimal128 {
  if (value.isNaN) return value;
  if (value.toNumber() < -LARGEST_EXPONENT) return LEAST_ZERO;
  const one = Decimal128.fromInteger(1n);
  return divideDecimals(one, addDecimals(one, exp(negate(value))));
}
