import type { DecimalParts } from './decimal-parts.js';

const NUMBER = /^([+-])?(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/;
const SPECIAL = /^([+-])?(?:inf(?:inity)?|nan)$/i;

/** Reads decimal128's text form. `undefined` when it is not a number. */
export function parseDecimal(text: string): DecimalParts | 'nan' | 'infinity' | '-infinity' | undefined {
  const special = SPECIAL.exec(text);
  if (special !== null) {
    if (/nan$/i.test(text)) return 'nan';
    return special[1] === '-' ? '-infinity' : 'infinity';
  }
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = match[4] ?? '', , exponent = '0'] = match;
  return {
    negative: sign === '-',
    coefficient: BigInt(whole + fraction),
    exponent: Math.max(Math.min(Number(exponent), 100_000), -100_000) - fraction.length,
  };
}

/**
 * Writes a finite number as the decimal128 specification of the drivers says: scientific when the exponent is positive
 * or the first digit stands more than six places after the point. All digits are kept (1.50 stays 1.50).
 */
export function formatDecimal({ negative, coefficient, exponent }: DecimalParts): string {
  const digits = coefficient.toString();
  const sign = negative ? '-' : '';
  const adjusted = exponent + digits.length - 1;
  if (exponent > 0 || adjusted < -6) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits[0]}${fraction}E${adjusted < 0 ? '' : '+'}${adjusted}`;
  }
  if (exponent === 0) return sign + digits;
  const padded = digits.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}
