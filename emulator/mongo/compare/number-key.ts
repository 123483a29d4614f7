import { type Decimal128, Double, type NumberValue } from '../bson/index.js';
import { compareParts, type ExactParts, exactParts } from './numbers.js';

const scratch = new DataView(new ArrayBuffer(8));
const floats = new Float64Array(1);
const words = new Uint32Array(floats.buffer);
/** Which of the two words of a double holds its sign: 1 on little-endian machines. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

const EXACT = '\x00';
const REST_FOLLOWS = '\x01';
const NAN_KEY = '\x00\x00\x00\x00\x00\x00\x00\x00\x00';
/** Shifts every decimal exponent into the positive range of two bytes. */
const EXPONENT_BIAS = 0x4000;
const SMALL = 256;
const smallKeys: string[] = [];

/**
 * Bytes (one a character) that order as the numbers do and are equal for equal numbers of any type: the greatest
 * double not above the number, then whether that is all, and if not the number's decimal digits.
 */
export function numberKey(value: NumberValue): string {
  const number = value instanceof Double ? value.value : value;
  if (typeof number === 'number') {
    if (number >= 0 && number < SMALL && Number.isInteger(number)) {
      smallKeys[number] ??= doubleKey(number) + EXACT;
      return smallKeys[number];
    }
    return Number.isNaN(number) ? NAN_KEY : doubleKey(number) + EXACT;
  }
  if (typeof number === 'bigint') return exactKey(number, Number(number));
  if (number.isNaN) return NAN_KEY;
  if (number.isInfinite) return doubleKey(number.isNegative ? -Infinity : Infinity) + EXACT;
  return exactKey(number, number.toNumber());
}

/** Big-endian bytes of a double, flipped so that they order as unsigned bytes. */
function doubleKey(value: number): string {
  floats[0] = value === 0 ? 0 : value;
  let high = words[HIGH] as number;
  let low = words[LOW] as number;
  if (high >>> 31 === 1) {
    high = ~high;
    low = ~low;
  } else {
    high ^= 0x80000000;
  }
  return String.fromCharCode(
    high >>> 24,
    (high >>> 16) & 255,
    (high >>> 8) & 255,
    high & 255,
    low >>> 24,
    (low >>> 16) & 255,
    (low >>> 8) & 255,
    low & 255,
  );
}

function exactKey(number: bigint | Decimal128, nearest: number): string {
  const parts = exactParts(number);
  const floor = floorDouble(parts, nearest);
  if (Number.isFinite(floor) && compareParts(exactParts(floor), parts) === 0) return doubleKey(floor) + EXACT;
  return doubleKey(floor) + REST_FOLLOWS + digitsKey(parts);
}

/** The greatest double not above the number, given the nearest one. */
function floorDouble(parts: ExactParts, nearest: number): number {
  if (nearest === Infinity) return Number.MAX_VALUE;
  if (nearest === -Infinity) return -Infinity;
  return compareParts(exactParts(nearest), parts) <= 0 ? nearest : previousDouble(nearest);
}

function previousDouble(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  scratch.setFloat64(0, value);
  scratch.setBigInt64(0, scratch.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return scratch.getFloat64(0);
}

/** Exponent of the leading digit, the digits without trailing zeros, an end; complemented for a negative number. */
function digitsKey({ coefficient, exponent }: ExactParts): string {
  const negative = coefficient < 0n;
  const digits = (negative ? -coefficient : coefficient).toString();
  const leading = digits.length + exponent + EXPONENT_BIAS;
  const key = `${String.fromCharCode(leading >>> 8, leading & 255)}${digits.replace(/0+$/, '')}\x00`;
  return negative ? invertKey(key) : key;
}

/** Complements every byte of a key: descending order for a whole, self-delimiting key. */
export function invertKey(key: string): string {
  let inverted = '';
  for (let at = 0; at < key.length; at++) inverted += String.fromCharCode(255 - key.charCodeAt(at));
  return inverted;
}
