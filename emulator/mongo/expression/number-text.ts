import { Decimal128, double, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';

function unreadable(text: string, why: string) {
  return mongoError(
    'ConversionFailure',
    `Failed to parse number '${text}' in $convert with no onError value: ${why}`,
  );
}

const NOT_WHOLE = 'Did not consume whole string.';

/** Reads a whole decimal number between two limits. */
export function parseInteger(text: string, low: bigint, high: bigint, target: string): bigint {
  if (/^[+-]?0x/i.test(text))
    throw mongoError(
      'ConversionFailure',
      `Illegal hexadecimal input in $convert with no onError value: ${text}`,
    );
  if (!/^[+-]?\d+$/.test(text)) throw unreadable(text, NOT_WHOLE);
  const number = BigInt(text.replace(/^\+/, ''));
  if (number < low || number > high) throw unreadable(text, `Overflow (${target})`);
  return number;
}

const DOUBLE_TEXT = /^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)$/i;
const HEX_TEXT = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?\d+))?$/i;

/** Reads a double as C's `strtod` does: decimal, hexadecimal with a binary exponent, `inf` and `nan`. */
export function parseDouble(text: string): Value {
  const word = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i.exec(text);
  if (word !== null) {
    if (word[2] === undefined) return Number.NaN;
    return word[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const number = HEX_TEXT.test(text) ? hexadecimal(text) : DOUBLE_TEXT.test(text) ? Number(text) : undefined;
  if (number === undefined) throw unreadable(text, NOT_WHOLE);
  const vanished = number === 0 && /[1-9a-f]/i.test(text.replace(/^[+-]?0x|[ep][+-]?\d+$/gi, ''));
  if (vanished || !Number.isFinite(number)) throw unreadable(text, 'Out of range');
  return double(number);
}

function hexadecimal(text: string): number | undefined {
  const [, sign, whole = '', fraction = '', power = '0'] = HEX_TEXT.exec(text) as RegExpExecArray;
  if (whole === '' && fraction === '') return undefined;
  const digits = BigInt(`0x${(whole + fraction).replace(/^0+(?=.)/, '')}`);
  const size = Number(digits) * 2 ** (Number(power) - 4 * fraction.length);
  return sign === '-' ? -size : size;
}

/** Reads a decimal128; what it cannot hold, even nearly, is refused. */
export function parseDecimal(text: string): Value {
  const parsed = /\s/.test(text) ? undefined : Decimal128.parse(text);
  if (parsed === undefined) throw unreadable(text, NOT_WHOLE);
  const isWord = /[in]/i.test(text);
  const vanished = parsed.isZero && /[1-9]/.test(text.replace(/e.*$/i, ''));
  if (!isWord && (vanished || !parsed.isFinite)) throw unreadable(text, 'Out of range');
  return parsed;
}

function scientific(mantissa: string, power: number): string {
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** Writes a double as C++ streams it with `digits` digits at most, 0 for as many as it needs (`%g`). */
function floatText(value: number, digits: number, scientificFrom: number): string {
  if (Object.is(value, -0)) return '-0';
  const [mantissa, exponent] = value.toExponential(digits === 0 ? undefined : digits - 1).split('e') as [
    string,
    string,
  ];
  const power = Number(exponent);
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  if (value !== 0 && (power < -4 || power >= scientificFrom)) return scientific(short, power);
  return digits === 0 ? String(value) : String(Number(value.toPrecision(digits)));
}

/** A double as `$toString` writes it: with all its digits. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  return floatText(value, 0, 16);
}

/** A double as the older string operators write it: with six digits. */
export function shortDoubleText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  return floatText(value, 6, 6);
}
