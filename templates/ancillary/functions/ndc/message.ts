import type { TenantCall } from '../shared/api/for-tenant.js';
import { checked } from '../shared/api/validate.js';
import { digitsOf } from '../shared/money/currency.js';

/** Money as NDC messages have it: 43750 with three decimals is 43.750. */
export interface NdcPrice {
  amount: number;
  decimal: number;
  currency: string;
}

/** A request and the way its answer is to be wrapped. */
export interface Message<T> {
  request: T;
  /** The answer, under its name when the request came under its own. */
  answer(response: object): object;
}

/**
 * Reads `{"AirShoppingRQ": {…}}` or the bare message. Throws a 400 `ApiError`. `look` sees the message before the schema does,
 * and may find better words.
 */
export function readMessage<T>(
  call: TenantCall,
  name: 'AirShopping' | 'OfferPrice' | 'OrderCreate',
  look: (message: unknown) => void = () => undefined,
): Message<T> {
  const body = call.body();
  const wrapped = (body as Record<string, unknown> | null)?.[`${name}RQ`];
  look(wrapped ?? body);
  const request = checked<T>(`${name}RQ`, wrapped ?? body);
  return { request, answer: (response) => (wrapped ? { [`${name}RS`]: response } : response) };
}

/** Minor units as NDC writes them. */
export function ndcPrice(minor: number, currency: string): NdcPrice {
  return { amount: minor, decimal: digitsOf(currency), currency };
}

/** The minor units of a price, whatever number of decimals it came with; `undefined` when there is a fraction left. */
export function minorOf({ amount, decimal, currency }: NdcPrice): number | undefined {
  const shift = digitsOf(currency) - decimal;
  // Divided, not multiplied by a negative power of ten: 70140000 times 1e-4 is no whole number in doubles.
  const minor = shift >= 0 ? amount * 10 ** shift : amount / 10 ** -shift;
  return Number.isSafeInteger(minor) ? minor : undefined;
}
