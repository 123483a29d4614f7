import type { LiveQuotes } from '../vendors/live-quotes.js';
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

/** A vendor that was looked at, and what spoke for or against it. */
export interface Considered {
  vendor: Vendor;
  verdict: 'CHOSEN' | 'DEARER' | 'LESS_PREFERRED' | 'NOT_ALLOWED' | 'SOLD_OUT' | 'NOT_SOLD' | 'UNREACHABLE';
  /** US cents, where it names a price. */
  cost?: number;
  /** The price weighed by reputation, in US cents. */
  weighed?: number;
  /** Whether the price is the vendor's of this moment or the list's. */
  source?: 'vendor' | 'catalogue';
}

/** The vendor to buy from, if there is one, and how that came about. */
export interface SupplierChoice {
  quote?: Quote & { source: 'vendor' | 'catalogue' };
  considered: Considered[];
}

interface Candidate {
  quote: Quote;
  source: 'vendor' | 'catalogue';
  weighed: number;
}

/**
 * Chooses among those that have the product now. A tenant's order of preference decides; without one, the lowest price
 * weighed by reputation. Mark-ups are percentages of the price, so the tenant's margin does not change the order. Ties
 * go by name. Without `live` the list prices count.
 */
export function chooseSupplier(
  product: string,
  quotes: readonly Quote[],
  wishes: VendorWishes,
  live?: LiveQuotes,
): SupplierChoice {
  const considered: Considered[] = [];
  const open: Candidate[] = [];
  for (const listed of quotes) {
    const { vendor } = listed;
    const now = live?.(vendor, product);
    if (!isWished(vendor, wishes)) considered.push({ vendor, verdict: 'NOT_ALLOWED' });
    else if (now && now.state !== 'AVAILABLE') considered.push({ vendor, verdict: now.state });
    else {
      const quote = now ? { vendor, cost: now.cost } : listed;
      open.push({ quote, source: now ? 'vendor' : 'catalogue', weighed: quote.cost / REPUTATION[vendor] });
    }
  }
  const [best, ...others] = open.sort(inOrder(wishes.preferred));
  if (!best) return { considered };
  const lesser = wishes.preferred ? 'LESS_PREFERRED' : 'DEARER';
  return {
    quote: { ...best.quote, source: best.source },
    considered: [
      judged(best, 'CHOSEN'),
      ...others.map((candidate) => judged(candidate, lesser)),
      ...considered,
    ],
  };
}

function isWished(vendor: Vendor, { allowed, preferred }: VendorWishes): boolean {
  return (allowed?.includes(vendor) ?? true) && (preferred?.includes(vendor) ?? true);
}

function inOrder(preferred: readonly string[] | undefined): (one: Candidate, other: Candidate) => number {
  const rank = ({ quote, weighed }: Candidate): number =>
    preferred ? preferred.indexOf(quote.vendor) : weighed;
  return (one, other) => rank(one) - rank(other) || one.quote.vendor.localeCompare(other.quote.vendor);
}

function judged({ quote, source, weighed }: Candidate, verdict: Considered['verdict']): Considered {
  return { vendor: quote.vendor, verdict, cost: quote.cost, weighed: Math.round(weighed), source };
}
