import type { Journey } from '../trip/journey.js';
import type { Phrase } from './text/phrase.js';

export const CATEGORIES = [
  'ESIMS',
  'LOUNGE_ACCESS',
  'FAST_TRACK',
  'BAGGAGE_PROTECTION',
  'CARBON_OFFSET',
  'AIRPORT_TRANSFER',
  'CAR_RENTAL',
  'TRAVEL_INSURANCE',
] as const;

export type Category = (typeof CATEGORIES)[number];

export type Vendor =
  | 'airalo'
  | 'tellisim'
  | 'brb'
  | 'mozio'
  | 'collinson-lounge'
  | 'dragonpass'
  | 'carbonclick'
  | 'discovercars';

/** What a vendor asks for a product, in US cents: the currency all of them settle in. */
export interface Quote {
  vendor: Vendor;
  cost: number;
}

/** Currency of every `Quote`. */
export const COST_CURRENCY = 'USD';

/** A product that fits the journey, with the vendors that have it. */
export interface Candidate {
  /** The product, whoever supplies it; the offer's id is made of vendor and product. */
  product: string;
  category: Category;
  quotes: Quote[];
  name: Phrase;
  description: Phrase;
  pointsOfInterest: string[];
  /** Ids of the passengers one unit each makes sense for; empty when one unit serves the whole party. */
  passengerIds: string[];
  /** Epoch ms at which the service begins; left out for what has no such moment. */
  serviceAt?: number;
  /** Epoch ms at which it is over; as it begins where left out. */
  serviceUntil?: number;
  metadata: Record<string, unknown>;
}

/** Finds what a category has for a journey. Pure: equal journeys give equal candidates. */
export type CategoryFinder = (journey: Journey) => Candidate[];
