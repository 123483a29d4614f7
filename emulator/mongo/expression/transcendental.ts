import {
  Decimal128,
  Double,
  double,
  isNumber,
  type NumberValue,
  squareRoot,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { onNumber } from './arithmetic.js';
import * as decimal from './decimal-functions.js';
import { fitsInt64, integerOf, toDecimal, toDouble, Width, widthOf } from './numbers.js';
import { binary, nullish, type Operators, typeName, unary } from './operator.js';

type V = Value | undefined;
type OnDouble = (value: number) => number;
type OnDecimal = (value: Decimal128) => Decimal128;

function both(onDouble: OnDouble, onDecimal: OnDecimal) {
  return (value: NumberValue): Value =>
    value instanceof Decimal128 ? onDecimal(value) : double(onDouble(toDouble(value)));
}

/** A function of one number without limits. */
const plain = (onDouble: OnDouble, onDecimal: OnDecimal) => onNumber(both(onDouble, onDecimal));

/** A function of one number within [low, high] (50989 outside); NaN passes. */
function bounded(low: number, high: number, onDouble: OnDouble, onDecimal: OnDecimal, open = false) {
  const run = both(onDouble, onDecimal);
  return onNumber((value, name) => {
    const size = toDouble(value);
    const outside = size < low || size > high || (open && (size === low || size === high));
    if (outside) {
      const interval = open ? `(${low},${high})` : `[${low},${high}]`;
      throw mongoError(50989, `cannot apply ${name} to ${size}, value must be in ${interval}`);
    }
    return run(value);
  });
}

const INFINITE = Number.POSITIVE_INFINITY;
const angle = (onDouble: OnDouble, onDecimal: OnDecimal) =>
  bounded(-INFINITE, INFINITE, onDouble, onDecimal, true);

/** A logarithm-like function: the number must be positive. */
function positive(code: number, onDouble: OnDouble, onDecimal: OnDecimal) {
  const run = both(onDouble, onDecimal);
  return onNumber((value, name) => {
    if (toDouble(value) <= 0 && !isTinyDecimal(value)) {
      throw mongoError(code, `${name}'s argument must be a positive number, but is ${toDouble(value)}`);
    }
    return run(value);
  });
}

/** A positive decimal below the doubles reads as 0 there. */
function isTinyDecimal(value: NumberValue): boolean {
  return value instanceof Decimal128 && value.isFinite && !value.isZero && !value.isNegative;
}

function sqrt(value: NumberValue, name: string): V {
  if (toDouble(value) < 0) throw mongoError(28714, `${name}'s argument must be greater than or equal to 0`);
  return value instanceof Decimal128 ? squareRoot(value) : double(Math.sqrt(toDouble(value)));
}

function log(value: V, base: V): V {
  if (nullish(value) || nullish(base)) return null;
  if (!isNumber(value)) throw mongoError(28756, `$log's argument must be numeric, not ${typeName(value)}`);
  if (!isNumber(base)) throw mongoError(28757, `$log's base must be numeric, not ${typeName(base)}`);
  if (toDouble(value) <= 0) throw mongoError(28758, "$log's argument must be a positive number");
  if (toDouble(base) <= 0 || toDouble(base) === 1) {
    throw mongoError(28759, "$log's base must be a positive number not equal to 1");
  }
  if (value instanceof Decimal128 || base instanceof Decimal128)
    return decimalLog(toDecimal(value), toDecimal(base));
  return double(Math.log(toDouble(value)) / Math.log(toDouble(base)));
}

function decimalLog(value: Decimal128, base: Decimal128): V {
  if (!value.isFinite || !base.isFinite) {
    return Decimal128.fromDouble(Math.log(value.toNumber()) / Math.log(base.toNumber()));
  }
  return decimal.quotientOfLogs(value, base);
}

function pow(base: V, exponent: V): V {
  if (nullish(base) || nullish(exponent)) return null;
  if (!isNumber(base)) throw mongoError(28762, `$pow's base must be numeric, not ${typeName(base)}`);
  if (!isNumber(exponent))
    throw mongoError(28763, `$pow's exponent must be numeric, not ${typeName(exponent)}`);
  if (toDouble(base) === 0 && toDouble(exponent) < 0) {
    throw mongoError(28764, '$pow cannot take a base of 0 and a negative exponent');
  }
  const width = Math.max(widthOf(base), widthOf(exponent));
  if (width === Width.Decimal) return decimal.power(toDecimal(base), toDecimal(exponent));
  if (width === Width.Double) return double(doublePower(toDouble(base), toDouble(exponent)));
  return integerPower(BigInt(base as number | bigint), BigInt(exponent as number | bigint), width);
}

/** C's pow, unlike JavaScript's, gives 1 for 1 to any power, and for -1 to an infinite one. */
function doublePower(base: number, exponent: number): number {
  if (base === 1) return 1;
  if (base === -1 && Math.abs(exponent) === INFINITE) return 1;
  return base ** exponent;
}

function integerPower(base: bigint, exponent: bigint, width: Width): V {
  if (exponent < 0n) {
    if (base === 1n) return integerOf(1n, width);
    if (base === -1n) return integerOf(exponent % 2n === 0n ? 1n : -1n, width);
    return double(Number(base) ** Number(exponent));
  }
  const trivial = base === 0n || base === 1n || base === -1n;
  if (exponent > 64n && !trivial) return double(Number(base) ** Number(exponent));
  const result = trivial ? trivialPower(base, exponent) : base ** exponent;
  return fitsInt64(result) ? integerOf(result, width) : double(Number(base) ** Number(exponent));
}

function trivialPower(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  return base === -1n && exponent % 2n === 0n ? 1n : base;
}

function atan2(y: V, x: V): V {
  if (nullish(y) || nullish(x)) return null;
  if (!isNumber(y))
    throw mongoError(51044, `$atan2 only supports numeric types, not ${typeName(y)} and ${typeName(x)}`);
  if (!isNumber(x))
    throw mongoError(51045, `$atan2 only supports numeric types, not ${typeName(y)} and ${typeName(x)}`);
  if (y instanceof Decimal128 || x instanceof Decimal128) return decimal.atan2(toDecimal(y), toDecimal(x));
  return double(Math.atan2(toDouble(y), toDouble(x)));
}

const sigmoid = unary((value) => {
  if (nullish(value)) return null;
  if (!isNumber(value))
    throw mongoError('TypeMismatch', `$sigmoid only supports numeric types, not ${typeName(value)}`);
  if (value instanceof Decimal128) return decimal.sigmoid(value);
  return double(1 / (1 + Math.exp(-(value instanceof Double ? value.value : Number(value)))));
});

export const transcendentalOperators: Operators = {
  $acos: bounded(-1, 1, Math.acos, decimal.acos),
  $acosh: bounded(1, INFINITE, Math.acosh, decimal.acosh),
  $asin: bounded(-1, 1, Math.asin, decimal.asin),
  $asinh: plain(Math.asinh, decimal.asinh),
  $atan: plain(Math.atan, decimal.atan),
  $atan2: binary(atan2),
  $atanh: bounded(-1, 1, Math.atanh, atanhDecimal),
  $cos: angle(Math.cos, decimal.cos),
  $cosh: plain(Math.cosh, decimal.cosh),
  $degreesToRadians: plain((x) => x * (Math.PI / 180), decimal.degreesToRadians),
  $exp: plain(Math.exp, decimal.exp),
  $ln: positive(28766, Math.log, decimal.ln),
  $log: binary(log),
  $log10: positive(28761, Math.log10, decimal.log10),
  $pow: binary(pow),
  $radiansToDegrees: plain((x) => x * (180 / Math.PI), decimal.radiansToDegrees),
  $sigmoid: sigmoid,
  $sin: angle(Math.sin, decimal.sin),
  $sinh: plain(Math.sinh, decimal.sinh),
  $sqrt: onNumber(sqrt),
  $tan: angle(Math.tan, decimal.tan),
  $tanh: plain(Math.tanh, decimal.tanh),
};

function atanhDecimal(value: Decimal128): Decimal128 {
  if (Math.abs(value.toNumber()) !== 1) return decimal.atanh(value);
  return value.isNegative ? Decimal128.NEGATIVE_INFINITY : Decimal128.INFINITY;
}
