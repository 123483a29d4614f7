import { Binary, Decimal128, isNumber, type NumberValue, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { BitsOperator } from './ast.js';
import { asNumber, asWhole, fitsLong } from './values.js';

const LARGEST_POSITION = 2 ** 31 - 1;
const SIGN_POSITION = 63;
const OLD_BINARY = 2;

/** Bit positions of a `$bits…` argument: a mask, a list of positions or bytes. Throws 2 or 9. */
export function parseBits(name: string, value: Value): readonly number[] {
  if (Array.isArray(value)) return value.map((item) => parsePosition(item));
  if (value instanceof Binary) return positionsOfBytes(value.bytes);
  if (!isNumber(value)) {
    throw mongoError('BadValue', `value takes an Array, a number, or a BinData but received: ${name}`);
  }
  const mask = wholeLong(value);
  if (mask === undefined || mask < 0n) {
    const expected = mask === undefined ? 'an integer' : 'a non-negative number in';
    throw mongoError('FailedToParse', `Failed to parse bit position. Expected ${expected}: ${name}`);
  }
  return [...mask.toString(2)].reverse().flatMap((bit, at) => (bit === '1' ? [at] : []));
}

function parsePosition(item: Value): number {
  const position = isNumber(item) ? wholeLong(item) : undefined;
  if (position === undefined) {
    throw mongoError('BadValue', 'Failed to parse bit position. Expected an integer');
  }
  if (position < 0n) throw mongoError('BadValue', 'bit positions must be >= 0');
  if (position > LARGEST_POSITION) {
    throw mongoError('BadValue', 'bit positions cannot be represented as a 32-bit signed integer');
  }
  return Number(position);
}

function wholeLong(value: NumberValue): bigint | undefined {
  const whole = asWhole(value);
  return whole !== undefined && fitsLong(whole) ? whole : undefined;
}

function positionsOfBytes(bytes: Uint8Array): number[] {
  const positions: number[] = [];
  bytes.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) positions.push(at * 8 + bit);
  });
  return positions;
}

/** Tests bits of a whole number (two's complement, sign-extended) or of bytes (little-endian, zero beyond). */
export function bitsPredicate(
  operator: BitsOperator,
  positions: readonly number[],
): (value: Value | undefined) => boolean {
  const wanted = operator === 'allSet' || operator === 'anySet';
  const all = operator === 'allSet' || operator === 'allClear';
  return (value) => {
    const isSet = bitReader(value);
    if (isSet === undefined) return false;
    const matches = (position: number) => isSet(position) === wanted;
    return all ? positions.every(matches) : positions.some(matches);
  };
}

/** The bytes as they are stored: the deprecated subtype 2 repeats its length in front. */
function storedBytes({ bytes, subtype }: Binary): Uint8Array {
  if (subtype !== OLD_BINARY) return bytes;
  const prefixed = Buffer.alloc(bytes.length + 4);
  prefixed.writeInt32LE(bytes.length);
  prefixed.set(bytes, 4);
  return prefixed;
}

function bitReader(value: Value | undefined): ((position: number) => boolean) | undefined {
  if (value instanceof Binary) {
    const bytes = storedBytes(value);
    return (position) => (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) === 1;
  }
  if (!isNumber(value)) return undefined;
  if (value instanceof Decimal128 ? !value.isFinite : !Number.isFinite(asNumber(value))) return undefined;
  const whole = wholeLong(value);
  if (whole === undefined) return undefined;
  return (position) => ((whole >> BigInt(Math.min(position, SIGN_POSITION))) & 1n) === 1n;
}
