import { mulDiv } from './rounding.js';

/**
 * Splits `amount` among parties by their `weights`, to the unit: each gets its share rounded half up of what is still
 * to be split among it and those after it, so that the parts always add up to `amount`. All are integers of minor
 * units, none is negative. Without any weight the last party gets all.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  let left = amount;
  let weight = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one, index) => {
    const isLast = index === weights.length - 1;
    const part = isLast ? left : weight === 0 ? 0 : mulDiv(left, one, weight);
    left -= part;
    weight -= one;
    return part;
  });
}
