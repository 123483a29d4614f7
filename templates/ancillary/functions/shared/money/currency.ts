import codes from 'currency-codes';
import { RATES } from './rates.js';

/** Digits after the point, by ISO 4217 (0 for JPY, 3 for KWD). Undefined for what is no currency. */
export function minorDigits(currency: string): number | undefined {
  return codes.code(currency)?.digits;
}

/** True for a currency that prices can be made in: it is in ISO 4217 and has a rate. */
export function isSupported(currency: string): boolean {
  return RATES[currency] !== undefined && minorDigits(currency) !== undefined;
}

/** Minor units as the number that stands in JSON: 1454 EUR cents are 14.54. */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** digitsOf(currency);
}

/**
 * The number of a JSON body in minor units; undefined when it is no whole number of them (14.545 EUR), so that a
 * comparison never passes by rounding.
 */
export function toMinor(major: number, currency: string): number | undefined {
  const scaled = major * 10 ** digitsOf(currency);
  const minor = Math.round(scaled);
  // Doubles carry 15 to 16 digits: a difference within that is representation, a larger one is a fraction of a cent.
  return Math.abs(scaled - minor) <= Math.max(1, minor) * 1e-11 && Number.isSafeInteger(minor)
    ? minor
    : undefined;
}

/** As `minorDigits`, for a currency that has been checked. */
export function digitsOf(currency: string): number {
  const digits = minorDigits(currency);
  if (digits === undefined) throw new RangeError(`not a currency: ${currency}`);
  return digits;
}
