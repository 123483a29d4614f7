import type { Vendor } from '../offers/types.js';
import type { VendorDirectory, VendorQuote } from './port.js';

/** What is known of a vendor's offer of a product at this moment. */
export type LiveQuote =
  | { state: 'AVAILABLE'; cost: number }
  | { state: 'SOLD_OUT' | 'NOT_SOLD' | 'UNREACHABLE' };

/** The live quote; `undefined` when the deployment has no connection to the vendor, whose list price then counts. */
export type LiveQuotes = (vendor: Vendor, product: string) => LiveQuote | undefined;

/** Milliseconds for which a price is used before it is asked for again. */
const FRESH = 60_000;
/** While a vendor is out of reach its last price is used for so long: vendors hold theirs for longer. */
const STALE = 10 * 60_000;
/** Milliseconds after which a vendor that was out of reach is asked again. */
const RETRY = 1_000;
/** Prices kept in an environment at most; the oldest go first. */
const MOST = 5_000;

interface Kept {
  quote: LiveQuote;
  at: number;
}

const kept = new Map<string, Kept>();
const missed = new Map<Vendor, number>();

/**
 * Asks vendors for what is not known freshly, all at once, each with one call. Never rejects: a vendor that cannot be
 * heard is `UNREACHABLE`.
 */
export async function liveQuotes(
  wanted: ReadonlyMap<Vendor, ReadonlySet<string>>,
  vendors: VendorDirectory,
): Promise<LiveQuotes> {
  const connected = new Set<Vendor>();
  const now = Date.now();
  await Promise.all(
    [...wanted].map(async ([vendor, products]) => {
      const adapter = await vendors(vendor);
      if (!adapter) return;
      connected.add(vendor);
      const open = [...products].filter((product) => !isWithin(`${vendor} ${product}`, now, FRESH));
      if (open.length === 0 || isMissed(vendor, now)) return;
      try {
        keep(vendor, open, await adapter.quote(open), now);
        missed.delete(vendor);
      } catch (error) {
        missed.set(vendor, now);
        const message = error instanceof Error ? error.message : String(error);
        console.warn(JSON.stringify({ level: 'warn', vendor, message: `no prices: ${message}` }));
      }
    }),
  );
  return (vendor, product) => (connected.has(vendor) ? known(`${vendor} ${product}`, now) : undefined);
}

function known(key: string, now: number): LiveQuote {
  return isWithin(key, now, STALE) ? (kept.get(key) as Kept).quote : { state: 'UNREACHABLE' };
}

/** A clock that was set back makes a price of the future unknown, too. */
function isWithin(key: string, now: number, span: number): boolean {
  const age = now - (kept.get(key)?.at ?? Number.NEGATIVE_INFINITY);
  return age >= 0 && age < span;
}

function isMissed(vendor: Vendor, now: number): boolean {
  const age = now - (missed.get(vendor) ?? Number.NEGATIVE_INFINITY);
  return age >= 0 && age < RETRY;
}

/** What a vendor did not mention it does not sell. */
function keep(vendor: Vendor, asked: string[], quotes: VendorQuote[], at: number): void {
  const told = new Map(quotes.map((quote) => [quote.product, quote]));
  for (const product of asked) {
    const quote = told.get(product);
    const key = `${vendor} ${product}`;
    kept.delete(key); // to stand last
    kept.set(key, { quote: stateOf(quote), at });
  }
  for (const key of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(key);
  }
}

function stateOf(quote: VendorQuote | undefined): LiveQuote {
  if (!quote) return { state: 'NOT_SOLD' };
  return quote.available ? { state: 'AVAILABLE', cost: quote.cost } : { state: 'SOLD_OUT' };
}
