import type { Clock } from '../../src/core/clock.js';
import type { Bookings } from './bookings.js';
import { TARIFFS } from './tariffs.js';
import { variation } from './variation.js';

/** What a vendor asks and has now. */
export interface MarketQuote {
  product: string;
  /** US cents of one unit. */
  cents: number;
  /** Units that can be sold today; `undefined` where there is no end of them. */
  left?: number;
}

/** A price holds for one step of the clock; the next is up to `SWING` dearer or cheaper than the list. */
const STEP = 6 * 3_600_000;
const SWING = 0.06;
/** Insurers file their tariffs: theirs do not move. */
const STEADY: readonly string[] = ['brb'];
/** A price that was told is good for so long, in milliseconds, though it has risen meanwhile. */
const HOLD = 45 * 60_000;
const DAY = 86_400_000;

/** Prices that move with the clock, and stock that is sold and comes back with the next day. */
export class Market {
  readonly #clock: Clock;
  readonly #seed: string;
  readonly #bookings: Bookings;
  readonly #stock = new Map<string, number>();

  constructor(clock: Clock, seed: string, bookings: Bookings) {
    this.#clock = clock;
    this.#seed = seed;
    this.#bookings = bookings;
  }

  /** `undefined` for what the vendor does not sell. */
  quote(vendor: string, product: string): MarketQuote | undefined {
    const listed = TARIFFS[vendor]?.(product);
    if (!listed) return undefined;
    const left = this.#left(vendor, product, listed.daily);
    return {
      product,
      cents: this.#price(vendor, product, listed.cents, this.#clock.now()),
      ...(left !== undefined && { left }),
    };
  }

  /** True when the vendor still sells at this price: it is today's, or was a moment ago. */
  honours(vendor: string, product: string, cents: number): boolean {
    const listed = TARIFFS[vendor]?.(product);
    if (!listed) return false;
    const now = this.#clock.now();
    const prices = [now, now - HOLD].map((time) => this.#price(vendor, product, listed.cents, time));
    return cents >= Math.min(...prices);
  }

  /** Sets how many units of a product are left today. */
  setStock(vendor: string, product: string, left: number): void {
    this.#stock.set(
      this.#shelf(vendor, product),
      left + this.#bookings.soldSince(vendor, product, this.#day()),
    );
  }

  clear(): void {
    this.#stock.clear();
  }

  #price(vendor: string, product: string, cents: number, time: number): number {
    if (STEADY.includes(vendor)) return cents;
    const step = Math.floor(time / STEP);
    const swing = 2 * variation(`${this.#seed} ${vendor} ${product} ${step}`) - 1;
    return Math.max(1, Math.round(cents * (1 + SWING * swing)));
  }

  #left(vendor: string, product: string, daily: number | undefined): number | undefined {
    const stock = this.#stock.get(this.#shelf(vendor, product)) ?? daily;
    if (stock === undefined) return undefined;
    return Math.max(0, stock - this.#bookings.soldSince(vendor, product, this.#day()));
  }

  /** Midnight UTC of the clock's day. */
  #day(): number {
    return Math.floor(this.#clock.now() / DAY) * DAY;
  }

  #shelf(vendor: string, product: string): string {
    return `${vendor} ${product} ${this.#day()}`;
  }
}
