import { type VendorAnswer, type VendorConnection, type VendorRequest, VendorTrouble } from './http.js';
import type { Booking, VendorQuote } from './port.js';

/** How one vendor wants to be spoken to. */
export interface Dialect {
  /** Asks for a token, where the vendor gives them out; the answer's token, and its life in seconds. */
  token?: {
    request(connection: VendorConnection): VendorRequest;
    read(answer: VendorAnswer): { token: string; life: number } | undefined;
  };
  /** The request, signed in. */
  sign(request: VendorRequest, connection: VendorConnection, token: string): VendorRequest;
  /** Asks for the prices of products; where the vendor takes few at a time, in several requests. */
  quote(products: readonly string[]): VendorRequest[];
  /** Throws `VendorTrouble` for what is no list of prices. */
  quoted(answer: VendorAnswer): VendorQuote[];
  book(booking: Booking): VendorRequest;
  /** The vendor's reference; undefined when it refuses. */
  booked(answer: VendorAnswer): string | undefined;
  /** True for a clear no in an answer whose status says that all is well. */
  refused?(answer: VendorAnswer): boolean;
  /** True when it refuses because its price has risen. */
  priceChanged(answer: VendorAnswer): boolean;
  /** What to ask when the vendor books behind its answer; it is asked until it gives a reference. */
  poll?(booking: Booking): VendorRequest;
  /** Asks for what the key has booked. */
  find(key: string): VendorRequest;
  /** The reference; undefined when the key has booked nothing. Throws `VendorTrouble` when the answer says neither. */
  found(answer: VendorAnswer): string | undefined;
  cancel(reference: string, key: string): VendorRequest;
  cancelled(answer: VendorAnswer): boolean;
  /** True when it refuses because the passenger has begun to use it. */
  activated?(answer: VendorAnswer): boolean;
  /** True when what was found says that the passenger has begun to use it. */
  used?(answer: VendorAnswer): boolean;
}

/** A text inside an answer, by its path. */
export function textAt(body: unknown, ...path: (string | number)[]): string | undefined {
  let value = body;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A list of objects inside an answer, by its path. Throws `VendorTrouble` when there is no list. */
export function rowsAt(body: unknown, ...path: string[]): Record<string, unknown>[] {
  let value = body;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  if (!Array.isArray(value)) throw new VendorTrouble(`answered without \`${path.join('.')}\``);
  return value.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null);
}

/** A reference that has to be there. Throws `VendorTrouble` without one. */
export function referenceOf(reference: string | undefined): string {
  if (reference === undefined) throw new VendorTrouble('answered without a reference');
  return reference;
}

/** The reference of the first of those found; undefined when there is none of them. */
export function firstOf(rows: Record<string, unknown>[], name: string): string | undefined {
  return rows.length === 0 ? undefined : referenceOf(textAt(rows, 0, name));
}

/** Quotes of rows that name a product and a price in dollars; others are no quotes. */
export function quotesOf(
  rows: Record<string, unknown>[],
  read: (row: Record<string, unknown>) => { product: unknown; dollars: unknown; available?: boolean },
): VendorQuote[] {
  return rows.flatMap((row) => {
    const { product, dollars, available = true } = read(row);
    const cost = Math.round(Number(dollars) * 100);
    return typeof product === 'string' && Number.isSafeInteger(cost) && cost > 0
      ? [{ product, cost, available }]
      : [];
  });
}

/** Cents as the number of dollars that vendors write. */
export function dollars(cents: number): number {
  return cents / 100;
}

/** HTTP basic credentials of a connection. */
export function basic({ id, secret }: VendorConnection): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}
