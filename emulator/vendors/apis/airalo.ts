import { createHash } from 'node:crypto';
import { countOf, type SandboxRequest, textOf, type VendorAccount, type VendorApi } from '../api.js';

const tokenOf = ({ id, secret }: Omit<VendorAccount, 'url'>): string =>
  createHash('sha256').update(`airalo ${id} ${secret.reveal()}`).digest('hex');

/** eSIMs, in the manner of Airalo's partner API: a token by client credentials, answers in `data` and `meta`. */
export const airalo: VendorApi = {
  name: 'airalo',
  refuse: ({ headers }: SandboxRequest, account) =>
    headers.authorization === `Bearer ${tokenOf(account)}`
      ? undefined
      : { status: 401, body: { data: {}, meta: { message: 'Authentication failed' } } },
  routes: (account) => [
    {
      method: 'POST',
      path: /^\/v2\/token$/,
      open: true,
      handle: ({ body }) =>
        textOf(body, 'client_id') === account.id && textOf(body, 'client_secret') === account.secret.reveal()
          ? {
              status: 200,
              body: {
                data: { token_type: 'Bearer', expires_in: 86_400, access_token: tokenOf(account) },
                meta: { message: 'success' },
              },
            }
          : { status: 401, body: { data: {}, meta: { message: 'Authentication failed' } } },
    },
    {
      method: 'POST',
      path: /^\/v2\/orders$/,
      handle: ({ body }, bookings) => {
        const [product, quantity, key] = [
          textOf(body, 'package_id'),
          countOf(body, 'quantity'),
          textOf(body, 'description'),
        ];
        if (!product || !key || quantity < 1 || quantity > 50)
          return {
            status: 422,
            body: {
              data: { quantity: 'The quantity must be between 1 and 50.' },
              meta: { message: 'the parameter is invalid' },
            },
          };
        const { reference } = bookings.book('airalo', key, product, quantity);
        const sims = Array.from({ length: quantity }, (_, index) => ({
          iccid: `8944${reference}${index}`,
          qrcode: `LPA:1$sandbox$${reference}-${index}`,
        }));
        return {
          status: 200,
          body: {
            data: { id: reference, code: reference, package_id: product, quantity, sims },
            meta: { message: 'success' },
          },
        };
      },
    },
    {
      method: 'POST',
      path: /^\/v2\/orders\/([^/]+)\/refund$/,
      handle: (_request, bookings, [reference]) =>
        bookings.cancel('airalo', reference as string)
          ? { status: 200, body: { data: { refunded: true }, meta: { message: 'success' } } }
          : { status: 404, body: { data: {}, meta: { message: 'order not found' } } },
    },
  ],
};
