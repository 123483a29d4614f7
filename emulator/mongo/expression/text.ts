import {
  BsonDate,
  BsonSymbol,
  Code,
  Decimal128,
  isNumber,
  type NumberValue,
  quantize,
  Timestamp,
  truncateToInteger,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { isoText } from './date-format.js';
import { shortDoubleText } from './number-text.js';
import { fitsInt64, toDouble, Width, wholeInt32, widthOf } from './numbers.js';
import { binary, named, nullish, type Operators, typeName, unary, variadic } from './operator.js';
import { checkSize } from './string-size.js';

type V = Value | undefined;

const bytesOf = (text: string) => Buffer.from(text, 'utf8');

/** How `$toLower`, `$substr` and `$strcasecmp` read what is no string (16007 for what they cannot). */
function coerceToString(value: V): string {
  if (typeof value === 'string') return value;
  if (nullish(value)) return '';
  if (value instanceof BsonSymbol) return value.value;
  if (value instanceof Code && value.scope === undefined) return value.code;
  if (isNumber(value)) return numberText(value);
  if (value instanceof BsonDate) return isoText(value.ms);
  if (value instanceof Timestamp) return timestampText(value);
  throw mongoError(16007, `can't convert from BSON type ${typeName(value)} to String`);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function timestampText({ t, i }: Timestamp): string {
  const date = new Date(t * 1000);
  const clock = date.toISOString().slice(11, 19);
  return `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2, ' ')} ${clock}:${i}`;
}

function numberText(value: NumberValue): string {
  return widthOf(value) === Width.Double ? shortDoubleText(toDouble(value)) : String(value);
}

function concat(values: V[]): V {
  let text = '';
  let empty = false;
  for (const value of values) {
    if (nullish(value)) empty = true;
    else if (typeof value !== 'string') {
      throw mongoError(16702, `$concat only supports strings, not ${typeName(value)}`);
    } else text += value;
    if (empty) return null;
  }
  return checkSize(text);
}

function compareIgnoringCase(left: V, right: V): number {
  const [a, b] = [coerceToString(left), coerceToString(right)].map(upperAscii) as [string, string];
  return Math.sign(Buffer.compare(bytesOf(a), bytesOf(b)));
}

function upperAscii(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

function substrBytes(value: V, start: V, length: V, name: string): V {
  const text = bytesOf(coerceToString(value));
  if (!isNumber(start)) {
    throw mongoError(
      16034,
      `${name}: starting index must be a numeric type (is BSON type ${typeName(start)})`,
    );
  }
  if (!isNumber(length)) {
    throw mongoError(16035, `${name}: length must be a numeric type (is BSON type ${typeName(length)})`);
  }
  const from = longOf(start);
  const count = longOf(length);
  if (from < 0) throw mongoError(50752, `${name}: starting index must be non-negative (got: ${from})`);
  if (isContinuation(text[from])) {
    throw mongoError(28656, `${name}: Invalid range, starting index is a UTF-8 continuation byte.`);
  }
  const to = count < 0 ? text.length : Math.min(from + count, text.length);
  if (isContinuation(text[to])) {
    throw mongoError(28657, `${name}: Invalid range, ending index is in the middle of a UTF-8 character.`);
  }
  return text.subarray(from, to).toString('utf8');
}

/** A position as a long: doubles are cut, decimals rounded to even; a decimal that is too large is the least long. */
function longOf(value: NumberValue): number {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal128) {
    const whole = value.isFinite ? truncateToInteger(quantize(value, 0, 'half-even')) : undefined;
    return whole !== undefined && fitsInt64(whole) ? Number(whole) : -(2 ** 63);
  }
  const number = toDouble(value);
  if (Number.isNaN(number) || Math.abs(number) >= 2 ** 63)
    throw mongoError(31109, `Can't coerce out of range value ${number} to long`);
  return Math.trunc(number);
}

function substrCodePoints(value: V, start: V, length: V): V {
  const text = coerceToString(value);
  const from = codePointArgument(start, 'starting index', 34450, 34451);
  const count = codePointArgument(length, 'length', 34452, 34453);
  if (count < 0) throw mongoError(34454, '$substrCP: length must be a nonnegative integer.');
  if (from < 0) throw mongoError(34455, '$substrCP: the starting index must be nonnegative integer.');
  return [...text].slice(from, from + count).join('');
}

function codePointArgument(value: V, what: string, type: number, whole: number): number {
  if (!isNumber(value)) {
    throw mongoError(type, `$substrCP: ${what} must be a numeric type (is BSON type ${typeName(value)})`);
  }
  const number = wholeInt32(value);
  if (number === undefined) {
    throw mongoError(whole, `$substrCP: ${what} cannot be represented as a 32-bit integral value`);
  }
  return number;
}

function lengthOf(measure: (text: string) => number, code: number) {
  return unary((value, _environment, name) => {
    if (typeof value === 'string') return measure(value);
    throw mongoError(code, `${name} requires a string argument, found: ${typeName(value)}`);
  });
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

type Units = readonly (number | string)[];
type Find = (whole: Units, part: Units, from: number, to: number) => number;

/** `$indexOfBytes` and `$indexOfCP`: positions count in the units that `split` makes. */
function indexOf(split: (text: string) => Units, find: Find, textCode: number, partCode: number) {
  return variadic(
    (values, _environment, name) => {
      const [text, part, start, end] = values;
      if (nullish(text)) return null;
      if (typeof text !== 'string') {
        throw mongoError(
          textCode,
          `${name} requires a string as the first argument, found: ${typeName(text)}`,
        );
      }
      if (typeof part !== 'string') {
        throw mongoError(
          partCode,
          `${name} requires a string as the second argument, found: ${typeName(part)}`,
        );
      }
      const whole = split(text);
      const from = values.length < 3 ? 0 : position(start, name, 'starting');
      const to = Math.min(values.length < 4 ? whole.length : position(end, name, 'ending'), whole.length);
      return find(whole, split(part), from, to);
    },
    2,
    4,
  );
}

function position(value: V, name: string, which: string): number {
  const number = wholeInt32(value);
  if (number === undefined) {
    throw mongoError(
      40096,
      `${name} requires an integral ${which} index, found a value of type: ${typeName(value)}`,
    );
  }
  if (number < 0) throw mongoError(40097, `${name} requires a nonnegative ${which} index, found: ${number}`);
  return number;
}

const isAt = (whole: Units, part: Units, at: number) =>
  part.every((unit, offset) => whole[at + offset] === unit);

/** `$indexOfBytes` finds what lies in the range as a whole. */
const findWithin: Find = (whole, part, from, to) => {
  for (let at = from; at + part.length <= to; at++) if (isAt(whole, part, at)) return at;
  return -1;
};

/** `$indexOfCP` finds what begins in the range; nothing begins at the end, but in an empty string. */
const findBeginning: Find = (whole, part, from, to) => {
  if (whole.length === 0 && part.length === 0 && from === 0) return 0;
  for (let at = from; at < to; at++) if (isAt(whole, part, at)) return at;
  return -1;
};

function split(text: V, separator: V): V {
  if (nullish(text) || nullish(separator)) return null;
  if (typeof text !== 'string') {
    throw mongoError(
      40085,
      `$split requires an expression that evaluates to a string as a first argument, found: ${typeName(text)}`,
    );
  }
  if (typeof separator !== 'string') {
    throw mongoError(
      10503900,
      `$split requires an expression that evaluates to a string as a second argument, found: ${typeName(separator)}`,
    );
  }
  if (separator === '') throw mongoError(40087, '$split requires a non-empty separator');
  return text.split(separator);
}

/** What trimming takes off when no characters are named: ASCII and Unicode white space, and NUL. */
const WHITE = new Set([
  ...'\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
]);

function trim(left: boolean, right: boolean) {
  return named(
    { notObject: 50696, unknown: 50694, fields: { input: 50695, chars: 0 } },
    (values, _environment, name) => {
      const { input, chars } = values;
      if (nullish(input)) return null;
      if (typeof input !== 'string') {
        throw mongoError(50699, `${name} requires its input to be a string, got ${typeName(input)} instead.`);
      }
      if ('chars' in values && nullish(chars)) return null;
      if (chars !== undefined && typeof chars !== 'string') {
        throw mongoError(50700, `${name} requires 'chars' to be a string, got ${typeName(chars)} instead.`);
      }
      return trimmed([...input], chars === undefined ? WHITE : new Set([...chars]), left, right);
    },
  );
}

function trimmed(text: string[], chars: ReadonlySet<string>, left: boolean, right: boolean): string {
  let from = 0;
  let to = text.length;
  while (left && from < to && chars.has(text[from] as string)) from++;
  while (right && to > from && chars.has(text[to - 1] as string)) to--;
  return text.slice(from, to).join('');
}

function replace(all: boolean) {
  return named(
    { notObject: 51751, unknown: 51750, fields: { input: 51749, find: 51748, replacement: 51747 } },
    ({ input, find, replacement }, _environment, name) => {
      const parts = { input, find, replacement };
      const codes = { input: 10503904, find: 10503901, replacement: 10503902 };
      for (const [field, value] of Object.entries(parts)) {
        if (!nullish(value) && typeof value !== 'string') {
          throw mongoError(
            codes[field as keyof typeof codes],
            `${name} requires that '${field}' be a string, found: ${typeName(value)}`,
          );
        }
      }
      if (typeof input !== 'string' || typeof find !== 'string' || typeof replacement !== 'string')
        return null;
      return checkSize(all ? replaceAll(input, find, replacement) : input.replace(find, () => replacement));
    },
  );
}

/** An empty `find` matches before and after every code point. */
function replaceAll(input: string, find: string, replacement: string): string {
  if (find !== '') return input.split(find).join(replacement);
  return replacement + [...input].map((char) => char + replacement).join('');
}

const substrOfBytes = variadic(
  ([value, start, length], _environment, name) => substrBytes(value, start, length, name),
  3,
  3,
);

export const textOperators: Operators = {
  $concat: variadic(concat),
  $indexOfBytes: indexOf((text) => [...bytesOf(text)], findWithin, 40091, 40092),
  $indexOfCP: indexOf((text) => [...text], findBeginning, 40093, 40094),
  $ltrim: trim(true, false),
  $replaceAll: replace(true),
  $replaceOne: replace(false),
  $rtrim: trim(false, true),
  $split: binary(split),
  $strcasecmp: binary(compareIgnoringCase),
  $strLenBytes: lengthOf((text) => Buffer.byteLength(text), 34473),
  $strLenCP: lengthOf(codePoints, 34471),
  $substr: substrOfBytes,
  $substrBytes: substrOfBytes,
  $substrCP: variadic(([value, start, length]) => substrCodePoints(value, start, length), 3, 3),
  $toLower: unary((value) => lowerAscii(coerceToString(value))),
  $toUpper: unary((value) => upperAscii(coerceToString(value))),
  $trim: trim(true, true),
};
