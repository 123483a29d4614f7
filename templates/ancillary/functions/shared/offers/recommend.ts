import { MILES_PER_UNIT } from '../decisions.js';
import { toMajor } from '../money/currency.js';
import type { Tenant } from '../tenant.js';
import type { Journey } from '../trip/journey.js';
import type { LiveQuotes } from '../vendors/live-quotes.js';
import { FINDERS } from './categories/index.js';
import type { SupplierDecision } from './decision.js';
import { type Price, priceOf } from './price.js';
import type { Reputations } from './reputation.js';
import { chooseSupplier } from './supplier.js';
import { type Phrase, type Speaker, speakerOf } from './text/phrase.js';
import { CATEGORIES, type Candidate, type Category, type Vendor } from './types.js';

/** An offer as the contract has it. */
export interface Offer {
  id: string;
  miles: number;
  price: number;
  name: string;
  description: string;
  image: string;
  price_partner: number;
  price_arcube: number;
  category: Category;
  metadata: Record<string, unknown>;
}

/** An offer with what the platform keeps of it. */
export interface PricedOffer {
  offer: Offer;
  vendor: Vendor;
  product: string;
  price: Price;
  /** Minor units and currency of the vendor's own price. */
  cost: number;
  /** Epoch ms of the service, where it has a moment. */
  serviceAt?: number;
  /** Epoch ms at which it is over. */
  serviceUntil?: number;
}

export interface RecommendationContext {
  tenant: Tenant;
  currency: string;
  locale: string;
  touchpoint: string;
  /** Epoch ms. */
  now: number;
  /** What vendors ask and have now; without it list prices count. */
  live?: LiveQuotes;
  /** Vendors' reputations by their orders; what was known before them when left out. */
  reputed?: Reputations;
  /** Is told how each supplier was chosen. */
  decided?: (decision: SupplierDecision) => void;
}

/** What fits a journey at the touchpoint, and how many offers of it are shown. Pure. */
export function candidatesFor(
  journey: Journey,
  { tenant, touchpoint }: Pick<RecommendationContext, 'tenant' | 'touchpoint'>,
): { candidates: Candidate[]; limit: number } {
  const { categories, limit } = shownAt(tenant, touchpoint);
  return { candidates: categories.flatMap((category) => FINDERS[category](journey)), limit };
}

/** Offers for a journey: pure, and equal for equal input. */
export function recommend(journey: Journey, context: RecommendationContext): PricedOffer[] {
  const { candidates, limit } = candidatesFor(journey, context);
  return offersOf(candidates, context).slice(0, limit);
}

/** The candidates as offers: a supplier chosen, a price made, words found. Categories that are not sold drop out. */
export function offersOf(candidates: Candidate[], context: RecommendationContext): PricedOffer[] {
  const speaker = speakerOf(context.locale);
  const offers = candidates
    .filter(({ category }) => context.tenant.categories[category]?.enabled)
    .flatMap((candidate) => priced(candidate, context, speaker));
  return distinct(offers);
}

/** An id names one offer: who stays in a city twice is offered two rides from its airport, and the later one is `…-2`. */
function distinct(offers: PricedOffer[]): PricedOffer[] {
  const counts = new Map<string, number>();
  return offers.map((entry) => {
    const { id } = entry.offer;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? entry : { ...entry, offer: { ...entry.offer, id: `${id}-${count}` } };
  });
}

/** The tenant's categories at a touchpoint, in the order they are shown. */
function shownAt(tenant: Tenant, touchpoint: string): { categories: Category[]; limit: number } {
  const settings = tenant.touchpoints?.[touchpoint];
  if (settings && !settings.enabled) return { categories: [], limit: 0 };
  const shown = (settings?.categories ?? CATEGORIES) as readonly Category[];
  return {
    categories: shown.filter((category) => tenant.categories[category]?.enabled),
    limit: settings?.maxOffers ?? Number.POSITIVE_INFINITY,
  };
}

function priced(candidate: Candidate, context: RecommendationContext, speaker: Speaker): PricedOffer[] {
  const { tenant, currency, now } = context;
  const settings = tenant.categories[candidate.category];
  const { product } = candidate;
  const wishes = {
    ...(tenant.vendors && { allowed: tenant.vendors }),
    ...(settings?.vendors && { preferred: settings.vendors }),
  };
  const { quote, considered } = chooseSupplier(
    product,
    candidate.quotes,
    wishes,
    context.live,
    context.reputed,
  );
  if (!quote) {
    context.decided?.({ product, considered });
    return [];
  }
  const { vendor, cost, source } = quote;
  const price = priceOf(cost, currency, tenant.platformShare, settings?.markup ?? tenant.defaultMarkup);
  context.decided?.({ product, considered, margin: price.total - price.arcube });
  const offer: Offer = {
    id: `${vendor}-${candidate.product}`,
    miles: Math.floor(toMajor(price.total, currency) * MILES_PER_UNIT),
    price: toMajor(price.total, currency),
    name: speaker.say(candidate.name),
    description: speaker.say(candidate.description),
    image: `https://images.arcube.example/${candidate.category.toLowerCase().replaceAll('_', '-')}.png`,
    price_partner: toMajor(price.partner, currency),
    price_arcube: toMajor(price.arcube, currency),
    category: candidate.category,
    metadata: {
      provider: vendor,
      currency,
      ...(worded(candidate.metadata, speaker) as Record<string, unknown>),
      source,
      processed_at: new Date(now).toISOString(),
      pointsOfInterest: candidate.pointsOfInterest,
    },
  };
  const { serviceAt, serviceUntil = serviceAt } = candidate;
  const times = serviceAt !== undefined && serviceUntil !== undefined && { serviceAt, serviceUntil };
  return [{ offer, vendor, product, price, cost, ...times }];
}

/** Metadata with its phrases put into words. */
function worded(value: unknown, speaker: Speaker): unknown {
  if (Array.isArray(value)) return value.map((entry) => worded(entry, speaker));
  if (typeof value !== 'object' || value === null) return value;
  if ('key' in value && 'values' in value) return speaker.say(value as Phrase);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, worded(entry, speaker)]));
}
