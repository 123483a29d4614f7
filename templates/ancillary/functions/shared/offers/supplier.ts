import type { Quote, Vendor } from './types.js';

/** How well vendors have kept their word, 0 to 1; a deployment learns better figures from its own orders. */
const REPUTATION: Record<Vendor, number> = {
  airalo: 0.97,
  tellisim: 0.93,
  brb: 0.96,
  mozio: 0.92,
  'collinson-lounge': 0.97,
  dragonpass: 0.95,
  carbonclick: 0.98,
  discovercars: 0.94,
};

/** What a tenant says about vendors. */
export interface VendorWishes {
  /** Vendors it buys from; all when left out. */
  allowed?: readonly string[];
  /** Vendors of the category in order of preference. */
  preferred?: readonly string[];
}

/**
 * The vendor to buy from. A tenant's order of preference decides; without one, the lowest price weighed by reputation.
 * Mark-ups are percentages of the price, so the tenant's margin does not change the order. Ties go by name.
 */
export function chooseSupplier(
  quotes: readonly Quote[],
  { allowed, preferred }: VendorWishes,
): Quote | undefined {
  const open = quotes.filter(
    ({ vendor }) => (allowed?.includes(vendor) ?? true) && (preferred?.includes(vendor) ?? true),
  );
  const rank = ({ vendor, cost }: Quote): number =>
    preferred ? preferred.indexOf(vendor) : cost / REPUTATION[vendor];
  return open.sort((one, other) => rank(one) - rank(other) || one.vendor.localeCompare(other.vendor))[0];
}
