import { convert } from '../money/convert.js';
import { addPercent } from '../money/rounding.js';
import { COST_CURRENCY } from './types.js';

/** A price with its parts, in minor units of one currency. */
export interface Price {
  /** What the vendor gets. */
  partner: number;
  /** Vendor's price and the platform's share. */
  arcube: number;
  /** What the passenger pays: the above and the tenant's mark-up. */
  total: number;
}

/**
 * The contract's price: cost × (1 + platform share) × (1 + mark-up), rounded half up at each step. `cost` in US cents,
 * percentages as numbers (20 is 20 %).
 */
export function priceOf(cost: number, currency: string, platformShare: number, markup: number): Price {
  const partner = convert(cost, COST_CURRENCY, currency);
  const arcube = addPercent(partner, platformShare);
  return { partner, arcube, total: addPercent(arcube, markup) };
}
