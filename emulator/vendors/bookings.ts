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
  state: 'BOOKED' | 'CANCELLED';
  /** Epoch ms. */
  bookedAt: number;
}

/** The vendors' books: every booking and cancellation is a line of a file, so that they outlive a kill. */
export class Bookings {
  readonly #byKey = new Map<string, VendorBooking>();
  readonly #byReference = new Map<string, VendorBooking>();
  readonly #clock: Clock;
  readonly #file: string | undefined;

  constructor(clock: Clock, file?: string) {
    this.#clock = clock;
    this.#file = file;
    if (file && existsSync(file)) this.#replay(readFileSync(file, 'utf8'));
  }

  /** Books, or finds what the same key booked before. */
  book(vendor: string, key: string, product: string, quantity: number): VendorBooking {
    const known = this.#byKey.get(`${vendor} ${key}`);
    if (known) return known;
    const digest = createHash('sha256').update(`${vendor} ${key}`).digest('hex').slice(0, 12).toUpperCase();
    const booking: VendorBooking = {
      vendor,
      key,
      reference: `${vendor.slice(0, 2).toUpperCase()}${digest}`,
      product,
      quantity,
      state: 'BOOKED',
      bookedAt: this.#clock.now(),
    };
    this.#keep(booking);
    return booking;
  }

  /** Cancels; cancelling again changes nothing. Undefined for a booking the vendor does not have. */
  cancel(vendor: string, reference: string): VendorBooking | undefined {
    const booking = this.#byReference.get(`${vendor} ${reference}`);
    if (booking?.state === 'BOOKED') this.#keep({ ...booking, state: 'CANCELLED' });
    return this.#byReference.get(`${vendor} ${reference}`);
  }

  find(vendor: string, reference: string): VendorBooking | undefined {
    return this.#byReference.get(`${vendor} ${reference}`);
  }

  all(): VendorBooking[] {
    return [...this.#byKey.values()];
  }

  clear(): void {
    this.#byKey.clear();
    this.#byReference.clear();
  }

  #keep(booking: VendorBooking): void {
    this.#index(booking);
    if (!this.#file) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify(booking)}\n`, { mode: 0o600, flush: true });
  }

  #index(booking: VendorBooking): void {
    this.#byKey.set(`${booking.vendor} ${booking.key}`, booking);
    this.#byReference.set(`${booking.vendor} ${booking.reference}`, booking);
  }

  /** The last line may be torn by a kill: it was never answered, so it never happened. */
  #replay(text: string): void {
    const lines = text.split('\n');
    if (lines.at(-1) !== '') lines.pop();
    for (const line of lines) if (line !== '') this.#index(JSON.parse(line) as VendorBooking);
  }
}
