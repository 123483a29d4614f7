import type { LiveQuotes } from '../vendors/live-quotes.js';
import { beforeOrders, type Reputations } from './reputation.js';
import type { Quote, Vendor } from './types.js';

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
  /** Its reputation of the moment, 0 to 1. */
  reputation?: number;
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
  reputation: number;
}

/**
 * Chooses among those that have the product now. A tenant's order of preference decides; without one, the lowest price
 * weighed by reputation. Mark-ups are percentages of the price, so the tenant's margin does not change the order. Ties
 * go by name. Without `live` the list prices count, without `reputed` what is known of vendors before any order.
 */
export function chooseSupplier(
  product: string,
  quotes: readonly Quote[],
  wishes: VendorWishes,
  live?: LiveQuotes,
  reputed: Reputations = beforeOrders,
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
      const reputation = reputed(vendor);
      open.push({
        quote,
        source: now ? 'vendor' : 'catalogue',
        weighed: quote.cost / reputation,
        reputation,
      });
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

function judged(
  { quote, source, weighed, reputation }: Candidate,
  verdict: Considered['verdict'],
): Considered {
  return {
    vendor: quote.vendor,
    verdict,
    cost: quote.cost,
    weighed: Math.round(weighed),
    reputation,
    source,
  };
}
