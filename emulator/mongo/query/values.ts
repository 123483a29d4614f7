import { Decimal128, Double, type NumberValue, truncateToInteger } from '../bson/index.js';

/** The nearest double of any number. */
export function asNumber(value: NumberValue): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  return value instanceof Decimal128 ? value.toNumber() : Number(value);
}

/** The whole number that this value is exactly; `undefined` when it has a fraction or is NaN or infinite. */
export function asWhole(value: NumberValue): bigint | undefined {
  const truncated = asTruncated(value);
  if (truncated === undefined) return undefined;
  if (value instanceof Decimal128) {
    const { coefficient, exponent } = value.parts;
    return exponent < 0 && coefficient % 10n ** BigInt(-exponent) !== 0n ? undefined : truncated;
  }
  return typeof value === 'bigint' || Number.isInteger(asNumber(value)) ? truncated : undefined;
}

/** The whole part, rounded towards zero; `undefined` for NaN and the infinities. */
export function asTruncated(value: NumberValue): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (value instanceof Decimal128) return truncateToInteger(value);
  const number = asNumber(value);
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined;
}

const LARGEST_LONG = (1n << 63n) - 1n;
const SMALLEST_LONG = -(1n << 63n);

/** True when a whole number fits into an int64. */
export function fitsLong(value: bigint): boolean {
  return value >= SMALLEST_LONG && value <= LARGEST_LONG;
}
