import { setTimeout as wait } from 'node:timers/promises';
import type { Vendor } from '../offers/types.js';
import type { Dialect } from './dialect.js';
import {
  callVendor,
  isOutOfReach,
  type Purpose,
  type VendorAnswer,
  type VendorConnection,
  type VendorRequest,
  VendorTrouble,
} from './http.js';
import type { Booking, BookingResult, VendorAdapter, VendorQuote } from './port.js';

/** How often, and every how many milliseconds, a booking is asked for that the vendor makes behind its answer. */
const POLLS = 20;
const POLL_EVERY = 100;

interface Token {
  token: string;
  until: number;
}

/** A vendor behind the platform's one interface. */
export class DialectAdapter implements VendorAdapter {
  readonly #vendor: Vendor;
  readonly #dialect: Dialect;
  readonly #connection: VendorConnection;
  #token: Token | undefined;

  constructor(vendor: Vendor, dialect: Dialect, connection: VendorConnection) {
    this.#vendor = vendor;
    this.#dialect = dialect;
    this.#connection = connection;
  }

  async quote(products: readonly string[]): Promise<VendorQuote[]> {
    const answers = await Promise.all(
      this.#dialect.quote(products).map((request) => this.#call(request, 'price')),
    );
    // A refusal is no price list: it does not say that the vendor has nothing to sell.
    const refused = answers.find(({ status }) => status >= 400);
    if (refused) throw new VendorTrouble(`answered ${refused.status}`);
    const quotes = answers.flatMap((answer) => this.#dialect.quoted(answer));
    return quotes.filter(({ product }) => products.includes(product));
  }

  async book(booking: Booking): Promise<BookingResult> {
    try {
      const answer = await this.#call(this.#dialect.book(booking));
      const reference = this.#dialect.booked(answer) ?? (await this.#polled(booking, answer));
      if (reference) return { ok: true, reference };
      const isRefused = answer.status >= 400 || this.#dialect.refused?.(answer) === true;
      // Accepted but not finished while we looked, answered by something else than yes or no, or refused only after a
      // try that was not heard: it may have been booked all the same.
      const inDoubt = !isRefused || answer.afterTrouble === true;
      const reason = this.#dialect.priceChanged(answer) ? 'PRICE_CHANGED' : 'NOT_AVAILABLE';
      return { ok: false, reason, ...(inDoubt && { inDoubt }) };
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
      return { ok: false, reason: 'VENDOR_UNAVAILABLE', inDoubt: true };
    }
  }

  async find(key: string): Promise<string | undefined> {
    const answer = await this.#call(this.#dialect.find(key));
    if (answer.status === 404) return undefined;
    if (answer.status >= 400) throw new VendorTrouble(`answered ${answer.status}`);
    return this.#dialect.found(answer);
  }

  async isUsed(key: string): Promise<boolean> {
    const { find, used } = this.#dialect;
    return used?.(await this.#call(find(key))) ?? false;
  }

  async cancel(reference: string, key: string): Promise<{ ok: boolean; reason?: string }> {
    try {
      const answer = await this.#call(this.#dialect.cancel(reference, key));
      if (this.#dialect.cancelled(answer)) return { ok: true };
      return { ok: false, reason: this.#dialect.activated?.(answer) ? 'ACTIVATED' : 'VENDOR_REFUSED' };
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
      return { ok: false, reason: 'VENDOR_UNAVAILABLE' };
    }
  }

  async #polled(booking: Booking, { status }: VendorAnswer): Promise<string | undefined> {
    const request = status === 202 ? this.#dialect.poll?.(booking) : undefined;
    if (!request) return undefined;
    for (let poll = 0; poll < POLLS; poll++) {
      const reference = this.#dialect.booked(await this.#call(request));
      if (reference) return reference;
      await wait(POLL_EVERY);
    }
    return undefined;
  }

  async #call(request: VendorRequest, purpose: Purpose = 'order'): Promise<VendorAnswer> {
    const signed = this.#dialect.sign(request, this.#connection, await this.#signIn(purpose));
    const answer = await callVendor(this.#vendor, this.#connection, signed, purpose);
    if (answer.status !== 401 || !this.#dialect.token) return answer;
    this.#token = undefined; // the vendor has withdrawn it before its time
    const again = this.#dialect.sign(request, this.#connection, await this.#signIn(purpose));
    return callVendor(this.#vendor, this.#connection, again, purpose);
  }

  async #signIn(purpose: Purpose): Promise<string> {
    const { token } = this.#dialect;
    if (!token) return '';
    const now = Date.now();
    if (this.#token && now < this.#token.until) return this.#token.token;
    const request = token.request(this.#connection);
    const answer = await callVendor(this.#vendor, this.#connection, request, purpose);
    const given = token.read(answer);
    if (!given) throw new VendorTrouble(`gives no token: ${answer.status}`);
    this.#token = { token: given.token, until: now + (given.life * 1000) / 2 };
    return given.token;
  }
}
