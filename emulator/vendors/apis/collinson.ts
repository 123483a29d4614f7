import { createHash } from 'node:crypto';
import {
  centsOf,
  countOf,
  momentOf,
  type SandboxAnswer,
  textOf,
  type VendorAccount,
  type VendorApi,
} from '../api.js';
import type { VendorBooking } from '../bookings.js';
import type { Desk } from '../desk.js';

const tokenOf = ({ id, secret }: Omit<VendorAccount, 'url'>): string =>
  createHash('sha256').update(`collinson ${id} ${secret.reveal()}`).digest('base64url');

const problem = (status: number, title: string, type = 'about:blank'): SandboxAnswer => ({
  status,
  body: { type, title, status },
});
const booked = ({ reference, state, quantity }: VendorBooking): object => ({
  bookingReference: reference,
  status: state === 'BOOKED' ? 'CONFIRMED' : 'CANCELLED',
  guests: quantity,
});

/** Lounges and fast track: OAuth 2 with a form, bookings with a status, problems as RFC 9457 has them. */
export const collinson: VendorApi = {
  name: 'collinson-lounge',
  refuse: ({ headers }, account) =>
    headers.authorization === `Bearer ${tokenOf(account)}` ? undefined : problem(401, 'Unauthorized'),
  routes: (account) => [
    {
      method: 'POST',
      path: /^\/identity\/connect\/token$/,
      open: true,
      handle: ({ body }) =>
        textOf(body, 'client_id') === account.id && textOf(body, 'client_secret') === account.secret.reveal()
          ? { status: 200, body: { access_token: tokenOf(account), token_type: 'Bearer', expires_in: 3600 } }
          : { status: 400, body: { error: 'invalid_client' } },
    },
    {
      method: 'GET',
      path: /^\/v1\/products$/,
      handle: ({ query }, desk) => {
        const products = desk.quotes((query.get('codes') ?? '').split(','));
        const rows = products.map(({ product, cents, left }) => ({
          productCode: product,
          airport: product.slice(-3).toUpperCase(),
          netRate: { amount: cents / 100, currency: 'USD' },
          placesLeft: left,
        }));
        return { status: 200, body: { products: rows } };
      },
    },
    { method: 'POST', path: /^\/v1\/bookings$/, handle: ({ body }, desk) => book(body, desk) },
    {
      method: 'GET',
      path: /^\/v1\/bookings$/,
      handle: ({ query }, desk) => {
        const booking = desk.find(query.get('partnerReference') ?? '');
        return { status: 200, body: { bookings: booking ? [booked(booking)] : [] } };
      },
    },
    {
      method: 'DELETE',
      path: /^\/v1\/bookings\/([^/]+)$/,
      handle: (_request, desk, [reference]) => {
        const result = desk.cancel(reference as string);
        if ('booking' in result) return { status: 200, body: booked(result.booking) };
        return result.refused === 'unknown'
          ? problem(404, 'Not found')
          : problem(409, 'The cancellation window has closed');
      },
    },
  ],
};

function book(body: Record<string, unknown>, desk: Desk): SandboxAnswer {
  const [product, guests, key] = [
    textOf(body, 'productCode'),
    countOf(body, 'guests'),
    textOf(body, 'partnerReference'),
  ];
  if (!product || !key || guests < 1) return problem(400, 'Invalid booking');
  const [cents, serviceAt] = [centsOf(body, 'netRate'), momentOf(body, 'visitAt')];
  const sale = desk.sell({ key, product, quantity: guests, cents, serviceAt });
  if ('booking' in sale) return { status: 201, body: booked(sale.booking) };
  return sale.refused === 'price'
    ? problem(409, 'The rate has changed', 'urn:problem:rate-changed')
    : problem(409, 'No places left', 'urn:problem:no-availability');
}
