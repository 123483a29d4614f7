import { digitsOf } from './currency.js';
import { RATES } from './rates.js';
import { mulDiv } from './rounding.js';

/** Rates count to the eighth decimal: the number that answers show is the very one that prices are made with. */
const RATE_SCALE = 100_000_000;

/** Units of `to` for one unit of `from`, to the eighth decimal. Throws for a currency without a rate. */
export function exchangeRate(from: string, to: string): number {
  if (from === to) return 1;
  const [source, target] = [RATES[from], RATES[to]];
  if (source === undefined || target === undefined) throw new RangeError(`no rate from ${from} to ${to}`);
  return Math.round((target / source) * RATE_SCALE) / RATE_SCALE;
}

/** Minor units of `from` in minor units of `to`, half up. */
export function convert(minor: number, from: string, to: string): number {
  if (from === to) return minor;
  const shift = digitsOf(to) - digitsOf(from);
  const rate = Math.round(exchangeRate(from, to) * RATE_SCALE);
  return shift >= 0
    ? mulDiv(minor, rate * 10 ** shift, RATE_SCALE)
    : mulDiv(minor, rate, RATE_SCALE * 10 ** -shift);
}
