import {
  addDecimals,
  Decimal128,
  Double,
  double,
  isInt32,
  multiplyDecimals,
  type NumberValue,
} from '../../bson/index.js';

const LARGEST_LONG = (1n << 63n) - 1n;
const SMALLEST_LONG = -(1n << 63n);

interface Operation {
  decimals(a: Decimal128, b: Decimal128): Decimal128;
  doubles(a: number, b: number): number;
  longs(a: bigint, b: bigint): bigint;
}

const ADD: Operation = { decimals: addDecimals, doubles: (a, b) => a + b, longs: (a, b) => a + b };
const MULTIPLY: Operation = { decimals: multiplyDecimals, doubles: (a, b) => a * b, longs: (a, b) => a * b };

/** Sum in the wider type of the two; int32 grows to int64. `undefined` when an int64 overflows. */
export function add(a: NumberValue, b: NumberValue): NumberValue | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (isInt32(a) && isInt32(b)) return isInt32(sum) ? sum : BigInt(sum);
  }
  return compute(ADD, a, b);
}

/** Product in the wider type of the two; int32 grows to int64. `undefined` when an int64 overflows. */
export function multiply(a: NumberValue, b: NumberValue): NumberValue | undefined {
  return compute(MULTIPLY, a, b);
}

function compute(operation: Operation, a: NumberValue, b: NumberValue): NumberValue | undefined {
  if (a instanceof Decimal128 || b instanceof Decimal128)
    return operation.decimals(asDecimal(a), asDecimal(b));
  if (isDouble(a) || isDouble(b)) return double(operation.doubles(asDouble(a), asDouble(b)));
  const result = operation.longs(BigInt(a as number | bigint), BigInt(b as number | bigint));
  if (result > LARGEST_LONG || result < SMALLEST_LONG) return undefined;
  const bothInt = typeof a === 'number' && typeof b === 'number';
  return bothInt && isInt32(Number(result)) ? Number(result) : result;
}

/** True for a double, whichever way it is held. */
export function isDouble(value: NumberValue): boolean {
  return value instanceof Double || (typeof value === 'number' && !isInt32(value));
}

function asDouble(value: Exclude<NumberValue, Decimal128>): number {
  return value instanceof Double ? value.value : Number(value);
}

function asDecimal(value: NumberValue): Decimal128 {
  if (value instanceof Decimal128) return value;
  if (isDouble(value)) return Decimal128.fromDouble(asDouble(value));
  return Decimal128.fromInteger(BigInt(value as number | bigint));
}
