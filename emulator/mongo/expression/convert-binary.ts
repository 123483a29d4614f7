import { Binary, double, type NumberValue, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { ConvertOptions } from './convert-values.js';
import { toDouble, Width, widthOf } from './numbers.js';
import { checkSize } from './string-size.js';

function needFormat(options: ConvertOptions): string {
  if (options.format !== undefined) return options.format;
  throw mongoError(4341115, "$convert requires 'format' for conversions between string and binData");
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function failed(text: string, format: string) {
  return mongoError('ConversionFailure', `Input string '${text}' cannot be read as ${format}`);
}

/** Reads text as bytes in the named format. */
export function textToBytes(text: string, options: ConvertOptions): Value {
  const format = needFormat(options);
  if (format === 'auto') throw failed(text, "bytes: 'auto' does not say how");
  const subtype = options.subtype ?? 0;
  if (format === 'uuid') {
    if (subtype !== 4)
      throw mongoError('ConversionFailure', 'Only the UUID subtype (4) can be made with the UUID format');
    if (!UUID.test(text)) throw failed(text, 'a UUID');
    return new Binary(Buffer.from(text.replaceAll('-', ''), 'hex'), 4);
  }
  if (subtype === 4)
    throw mongoError('ConversionFailure', 'The UUID subtype (4) is made with the UUID format only');
  return new Binary(decodeText(text, format), subtype);
}

function decodeText(text: string, format: string): Uint8Array {
  if (format === 'utf8') return Buffer.from(text, 'utf8');
  if (format === 'hex') {
    if (!/^(?:[0-9a-f]{2})*$/i.test(text)) throw failed(text, format);
    return Buffer.from(text, 'hex');
  }
  const base64 =
    format === 'base64url'
      ? /^[\w-]*={0,2}$/
      : /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
  if (!base64.test(text) || text.replace(/=+$/, '').length % 4 === 1) throw failed(text, format);
  return Buffer.from(text, format === 'base64url' ? 'base64url' : 'base64');
}

/** Writes bytes as text in the named format; `auto` is a UUID's own notation, else base64. */
export function bytesToText(value: Binary, options: ConvertOptions): string {
  const format = needFormat(options);
  const bytes = storedBytes(value);
  if (format === 'uuid' || (format === 'auto' && value.subtype === 4 && bytes.length === 16)) {
    if (value.subtype !== 4 || bytes.length !== 16)
      throw mongoError('ConversionFailure', 'Only the UUID subtype (4) can be written as a UUID');
    return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  }
  if (format === 'utf8') {
    const text = checkSize(bytes.toString('utf8'));
    if (Buffer.compare(Buffer.from(text, 'utf8'), bytes) !== 0)
      throw mongoError('ConversionFailure', 'BinData does not represent a valid UTF-8 string');
    return text;
  }
  if (format === 'base64url') return bytes.toString('base64url');
  return format === 'hex' ? bytes.toString('hex').toUpperCase() : bytes.toString('base64');
}

/** The bytes as they lie in BSON: the old subtype 2 begins with a length of its own. */
function storedBytes(value: Binary): Buffer {
  const bytes = Buffer.from(value.bytes);
  if (value.subtype !== 2) return bytes;
  const length = Buffer.alloc(4);
  length.writeInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Reads a number of 1, 2, 4 or 8 bytes (4 or 8 for a double). */
export function bytesToNumber(
  value: Binary,
  target: 'int' | 'long' | 'double',
  options: ConvertOptions,
): Value {
  const bytes = storedBytes(value);
  const little = options.byteOrder !== 'big';
  const sizes = { int: [1, 2, 4], long: [1, 2, 4, 8], double: [4, 8] }[target];
  if (!sizes.includes(bytes.length)) throw unfit(bytes.length, target);
  if (target === 'double') return double(readDouble(bytes, little));
  const whole =
    bytes.length === 8
      ? little
        ? bytes.readBigInt64LE()
        : bytes.readBigInt64BE()
      : BigInt(little ? bytes.readIntLE(0, bytes.length) : bytes.readIntBE(0, bytes.length));
  return target === 'int' ? Number(whole) : whole;
}

function unfit(length: number, target: string) {
  return mongoError(
    'ConversionFailure',
    `Failed to convert BinData of ${length} bytes to ${target} in $convert with no onError value`,
  );
}

function readDouble(bytes: Buffer, little: boolean): number {
  if (bytes.length === 4) return little ? bytes.readFloatLE() : bytes.readFloatBE();
  return little ? bytes.readDoubleLE() : bytes.readDoubleBE();
}

/** Writes a number as the bytes it has in BSON, in either order. */
export function numberToBytes(value: NumberValue, options: ConvertOptions): Value {
  const little = options.byteOrder !== 'big';
  const width = widthOf(value);
  const bytes = Buffer.alloc(width === Width.Int ? 4 : 8);
  if (width === Width.Int) bytes.writeInt32LE(toDouble(value));
  else if (width === Width.Long) bytes.writeBigInt64LE(value as bigint);
  else bytes.writeDoubleLE(toDouble(value));
  return new Binary(little ? bytes : bytes.reverse(), options.subtype ?? 0);
}
