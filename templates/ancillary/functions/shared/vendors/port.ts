import type { Vendor } from '../offers/types.js';

/** What is to be booked. */
export interface Booking {
  /** The same for every try of the same item: the vendor books once. */
  key: string;
  product: string;
  quantity: number;
  /** US cents of one unit, as quoted: the vendor refuses when it wants more. */
  cost: number;
  /** When the service begins, as an ISO date-time. */
  serviceAt?: string;
  correlationId: string;
}

export type BookingResult =
  | { ok: true; reference: string }
  /** `inDoubt` when the vendor may have booked without our hearing of it. */
  | { ok: false; reason: string; inDoubt?: boolean };

/** What a vendor asks for a product now, in US cents, and whether it has any left. */
export interface VendorQuote {
  product: string;
  cost: number;
  available: boolean;
}

/** What the platform asks of a vendor, whatever its API looks like. */
export interface VendorAdapter {
  /** Prices of those products that the vendor sells. Rejects when it is out of reach. */
  quote(products: readonly string[]): Promise<VendorQuote[]>;
  book(booking: Booking): Promise<BookingResult>;
  /** The reference of what this key has booked; `undefined` when it is nothing. Rejects when the vendor is out of reach. */
  find(key: string): Promise<string | undefined>;
  /** True when the passenger has begun to use what this key has booked, as far as the vendor tells. Rejects as `find` does. */
  isUsed(key: string): Promise<boolean>;
  /** Gives a booking back. Repeating it changes nothing. Reason `ACTIVATED`: the passenger has begun to use it. */
  cancel(reference: string, key: string): Promise<{ ok: boolean; reason?: string }>;
}

/** The adapter of a vendor; `undefined` when the deployment has no connection to it. */
export type VendorDirectory = (vendor: Vendor) => Promise<VendorAdapter | undefined>;
