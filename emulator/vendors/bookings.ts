import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../src/core/clock.js';

/** What a vendor has sold. */
export interface VendorBooking {
  vendor: string;
  /** The buyer's own reference: the same one books once. */
  key: string;
  reference: string;
  product: string;
  quantity: number;
  /** US cents of one unit that the buyer owes. */
  cents: number;
  state: 'BOOKED' | 'CANCELLED';
  /** The buyer's customer has begun to use it. */
  used?: boolean;
  /** Epoch ms at which the service begins, where the buyer said it. */
  serviceAt?: number;
  /** Epoch ms. */
  bookedAt: number;
}

/** The vendors' books: every booking and cancellation is a line of a file, so that they outlive a kill. */
export class Bookings {
  readonly #byKey = new Map<string, VendorBooking>();
  readonly #byReference = new Map<string, VendorBooking>();
  /** Keys by vendor and product: what counts against the stock. */
  readonly #byProduct = new Map<string, Set<string>>();
  readonly #clock: Clock;
  readonly #file: string | undefined;

  constructor(clock: Clock, file?: string) {
    this.#clock = clock;
    this.#file = file;
    if (file && existsSync(file)) this.#replay(readFileSync(file, 'utf8'));
  }

  /** Books what the same key has not booked before. */
  book(
    order: Pick<VendorBooking, 'vendor' | 'key' | 'product' | 'quantity' | 'cents' | 'serviceAt'>,
  ): VendorBooking {
    const known = this.byKey(order.vendor, order.key);
    if (known) return known;
    const { vendor, key } = order;
    const digest = createHash('sha256').update(`${vendor} ${key}`).digest('hex').slice(0, 12).toUpperCase();
    const reference = `${vendor.slice(0, 2).toUpperCase()}${digest}`;
    const booking: VendorBooking = { ...order, reference, state: 'BOOKED', bookedAt: this.#clock.now() };
    this.#keep(booking);
    return booking;
  }

  /** Writes down that a booking is cancelled, or used. */
  change(booking: VendorBooking, change: Pick<Partial<VendorBooking>, 'state' | 'used'>): void {
    this.#keep({ ...booking, ...change });
  }

  byKey(vendor: string, key: string): VendorBooking | undefined {
    return this.#byKey.get(`${vendor} ${key}`);
  }

  byReference(vendor: string, reference: string): VendorBooking | undefined {
    return this.#byReference.get(`${vendor} ${reference}`);
  }

  /** Units booked and not cancelled since `time` (epoch ms). */
  soldSince(vendor: string, product: string, time: number): number {
    let sold = 0;
    for (const key of this.#byProduct.get(`${vendor} ${product}`) ?? []) {
      const { state, bookedAt, quantity } = this.#byKey.get(key) as VendorBooking;
      if (state === 'BOOKED' && bookedAt >= time) sold += quantity;
    }
    return sold;
  }

  all(): VendorBooking[] {
    return [...this.#byKey.values()];
  }

  clear(): void {
    this.#byKey.clear();
    this.#byReference.clear();
    this.#byProduct.clear();
  }

  #keep(booking: VendorBooking): void {
    this.#index(booking);
    if (!this.#file) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify(booking)}\n`, { mode: 0o600, flush: true });
  }

  #index(booking: VendorBooking): void {
    const key = `${booking.vendor} ${booking.key}`;
    this.#byKey.set(key, booking);
    this.#byReference.set(`${booking.vendor} ${booking.reference}`, booking);
    const shelf = `${booking.vendor} ${booking.product}`;
    const keys = this.#byProduct.get(shelf) ?? new Set();
    this.#byProduct.set(shelf, keys.add(key));
  }

  /** The last line may be torn by a kill: it was never answered, so it never happened. */
  #replay(text: string): void {
    const lines = text.split('\n');
    if (lines.at(-1) !== '') lines.pop();
    for (const line of lines) if (line !== '') this.#index(JSON.parse(line) as VendorBooking);
  }
}
