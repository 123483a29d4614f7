import type { Clock } from '../../src/core/clock.js';
import type { Bookings, VendorBooking } from './bookings.js';
import type { Market, MarketQuote } from './market.js';

/** What a buyer asks a vendor for. */
export interface Purchase {
  key: string;
  product: string;
  quantity: number;
  /** US cents of one unit that the buyer reckons with; `undefined` takes any price. */
  cents?: number | undefined;
  /** Epoch ms, or `undefined`. */
  serviceAt?: number | undefined;
}

export type Sale =
  | { booking: VendorBooking }
  /** Why nothing was sold. */
  | { refused: 'unknown' | 'sold-out' | 'price' };

export type Cancelled = { booking: VendorBooking } | { refused: 'unknown' | 'too-late' | 'used' | 'final' };

/** Hours before the service after which a vendor takes nothing back; `final` never does. */
const WINDOWS: Record<string, number | 'final'> = {
  'collinson-lounge': 4,
  dragonpass: 4,
  brb: 0,
  mozio: 12,
  discovercars: 48,
  carbonclick: 'final',
};
const HOUR = 3_600_000;

/** One vendor's business, whatever its API looks like: what it sells at which price, and what it takes back. */
export class Desk {
  readonly #vendor: string;
  readonly #market: Market;
  readonly #bookings: Bookings;
  readonly #clock: Clock;
  readonly #risen: boolean;

  /** With `risen` every price has just gone up beyond what a buyer reckons with. */
  constructor(
    vendor: string,
    { market, bookings, clock }: { market: Market; bookings: Bookings; clock: Clock },
    risen = false,
  ) {
    this.#vendor = vendor;
    this.#market = market;
    this.#bookings = bookings;
    this.#clock = clock;
    this.#risen = risen;
  }

  /** What it sells of these products. */
  quotes(products: readonly string[]): MarketQuote[] {
    return products.flatMap((product) => this.#market.quote(this.#vendor, product) ?? []);
  }

  /** Sells; the same key again gets what it was sold before. */
  sell({ key, product, quantity, cents, serviceAt }: Purchase): Sale {
    const known = this.#bookings.byKey(this.#vendor, key);
    if (known) return { booking: known };
    const quote = this.#market.quote(this.#vendor, product);
    if (!quote) return { refused: 'unknown' };
    if (quote.left !== undefined && quote.left < quantity) return { refused: 'sold-out' };
    if (cents !== undefined && (this.#risen || !this.#market.honours(this.#vendor, product, cents)))
      return { refused: 'price' };
    const order = { vendor: this.#vendor, key, product, quantity, cents: cents ?? quote.cents };
    return { booking: this.#bookings.book({ ...order, ...(serviceAt !== undefined && { serviceAt }) }) };
  }

  find(key: string): VendorBooking | undefined {
    return this.#bookings.byKey(this.#vendor, key);
  }

  /** Takes a booking back by its reference; again changes nothing. */
  cancel(reference: string): Cancelled {
    const booking = this.#bookings.byReference(this.#vendor, reference);
    if (!booking) return { refused: 'unknown' };
    if (booking.state === 'CANCELLED') return { booking };
    const window = WINDOWS[this.#vendor] ?? 0;
    if (window === 'final') return { refused: 'final' };
    if (booking.used) return { refused: 'used' };
    const { serviceAt } = booking;
    if (serviceAt !== undefined && serviceAt - this.#clock.now() < window * HOUR)
      return { refused: 'too-late' };
    this.#bookings.change(booking, { state: 'CANCELLED' });
    return { booking: { ...booking, state: 'CANCELLED' } };
  }
}
