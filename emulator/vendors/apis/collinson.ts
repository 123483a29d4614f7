import { createHash } from 'node:crypto';
import { countOf, textOf, type VendorAccount, type VendorApi } from '../api.js';

const tokenOf = ({ id, secret }: Omit<VendorAccount, 'url'>): string =>
  createHash('sha256').update(`collinson ${id} ${secret.reveal()}`).digest('base64url');

/** Lounges and fast track: OAuth 2 with a form, bookings with a status, problems as RFC 9457 has them. */
export const collinson: VendorApi = {
  name: 'collinson-lounge',
  refuse: ({ headers }, account) =>
    headers.authorization === `Bearer ${tokenOf(account)}`
      ? undefined
      : { status: 401, body: { title: 'Unauthorized', status: 401 } },
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
      method: 'POST',
      path: /^\/v1\/bookings$/,
      handle: ({ body }, bookings) => {
        const [product, guests, key] = [
          textOf(body, 'productCode'),
          countOf(body, 'guests'),
          textOf(body, 'partnerReference'),
        ];
        if (!product || !key || guests < 1)
          return { status: 400, body: { title: 'Invalid booking', status: 400 } };
        const { reference, state } = bookings.book('collinson-lounge', key, product, guests);
        return {
          status: 201,
          body: {
            bookingReference: reference,
            status: state === 'BOOKED' ? 'CONFIRMED' : 'CANCELLED',
            guests,
          },
        };
      },
    },
    {
      method: 'DELETE',
      path: /^\/v1\/bookings\/([^/]+)$/,
      handle: (_request, bookings, [reference]) =>
        bookings.cancel('collinson-lounge', reference as string)
          ? { status: 200, body: { bookingReference: reference, status: 'CANCELLED' } }
          : { status: 404, body: { title: 'Not found', status: 404 } },
    },
  ],
};
