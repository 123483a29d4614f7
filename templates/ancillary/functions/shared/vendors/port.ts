import type { Vendor } from '../offers/types.js';

/** What is to be booked. */
export interface Booking {
  /** The same for every try of the same item: the vendor books once. */
  key: string;
  product: string;
  quantity: number;
  /** US cents of one unit, as quoted. */
  cost: number;
  correlationId: string;
}

export type BookingResult =
  | { ok: true; reference: string }
  /** `retry` when the vendor may have booked without our hearing of it. */
  | { ok: false; reason: string };

/** What the platform asks of a vendor, whatever its API looks like. */
export interface VendorAdapter {
  book(booking: Booking): Promise<BookingResult>;
  /** Gives a booking back. Repeating it changes nothing. */
  cancel(reference: string, key: string): Promise<{ ok: boolean; reason?: string }>;
}

/** The adapter of a vendor; `undefined` when the deployment has no connection to it. */
export type VendorDirectory = (vendor: Vendor) => Promise<VendorAdapter | undefined>;
