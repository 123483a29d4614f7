/**
 * The rounding rules. Amounts are integers in the currency's minor unit; every step of a price is rounded half up
 * (away from zero would be the same: no amount here is negative).
 */

/** `amount × numerator / denominator`, half up. Exact for any safe integer amount. */
export function mulDiv(amount: number, numerator: number, denominator: number): number {
  const product = 2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator);
  return Number(product / (2n * BigInt(denominator)));
}

/** Percentages count to a thousandth of a percent. */
const PERCENT_SCALE = 1000;

/** `amount` and `percent` per cent on top of it. */
export function addPercent(amount: number, percent: number): number {
  const whole = 100 * PERCENT_SCALE;
  return mulDiv(amount, whole + Math.round(percent * PERCENT_SCALE), whole);
}
