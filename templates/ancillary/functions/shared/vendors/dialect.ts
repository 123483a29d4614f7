import type { VendorAnswer, VendorConnection, VendorRequest } from './http.js';
import type { Booking } from './port.js';

/** How one vendor wants to be spoken to. */
export interface Dialect {
  /** Asks for a token, where the vendor gives them out; the answer's token, and its life in seconds. */
  token?: {
    request(connection: VendorConnection): VendorRequest;
    read(answer: VendorAnswer): { token: string; life: number } | undefined;
  };
  /** The request, signed in. */
  sign(request: VendorRequest, connection: VendorConnection, token: string): VendorRequest;
  book(booking: Booking): VendorRequest;
  /** The vendor's reference; undefined when it refuses. */
  booked(answer: VendorAnswer): string | undefined;
  /** What to ask when the vendor books behind its answer; it is asked until it gives a reference. */
  poll?(booking: Booking): VendorRequest;
  cancel(reference: string, key: string): VendorRequest;
  cancelled(answer: VendorAnswer): boolean;
}

/** A text inside an answer, by its path. */
export function textAt(body: unknown, ...path: (string | number)[]): string | undefined {
  let value = body;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** HTTP basic credentials of a connection. */
export function basic({ id, secret }: VendorConnection): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}
