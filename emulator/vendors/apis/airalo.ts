import { createHash } from 'node:crypto';
import { centsOf, countOf, type SandboxAnswer, textOf, type VendorAccount, type VendorApi } from '../api.js';
import type { VendorBooking } from '../bookings.js';
import type { Desk } from '../desk.js';

const tokenOf = ({ id, secret }: Omit<VendorAccount, 'url'>): string =>
  createHash('sha256').update(`airalo ${id} ${secret.reveal()}`).digest('hex');

const success = (data: unknown, status = 200): SandboxAnswer => ({
  status,
  body: { data, meta: { message: 'success' } },
});
const failure = (status: number, message: string, data: object = {}): SandboxAnswer => ({
  status,
  body: { data, meta: { message } },
});

const SIZES = [1, 3, 5, 10];
const VALIDITIES = [7, 15, 30];

/** eSIMs, in the manner of Airalo's partner API: a token by client credentials, answers in `data` and `meta`. */
export const airalo: VendorApi = {
  name: 'airalo',
  refuse: ({ headers }, account) =>
    headers.authorization === `Bearer ${tokenOf(account)}`
      ? undefined
      : failure(401, 'Authentication failed'),
  routes: (account) => [
    {
      method: 'POST',
      path: /^\/v2\/token$/,
      open: true,
      handle: ({ body }) =>
        textOf(body, 'client_id') === account.id && textOf(body, 'client_secret') === account.secret.reveal()
          ? success({ token_type: 'Bearer', expires_in: 86_400, access_token: tokenOf(account) })
          : failure(401, 'Authentication failed'),
    },
    {
      method: 'GET',
      path: /^\/v2\/packages$/,
      handle: ({ query }, desk) => success(countries(query.get('filter[country]') ?? '', desk)),
    },
    { method: 'POST', path: /^\/v2\/orders$/, handle: ({ body }, desk) => order(body, desk) },
    {
      method: 'GET',
      path: /^\/v2\/orders$/,
      handle: ({ query }, desk) => {
        const booking = desk.find(query.get('filter[description]') ?? '');
        return success(booking ? [orderOf(booking)] : []);
      },
    },
    {
      method: 'POST',
      path: /^\/v2\/orders\/([^/]+)\/refund$/,
      handle: (_request, desk, [reference]) => {
        const result = desk.cancel(reference as string);
        if ('booking' in result) return success({ refunded: true });
        return result.refused === 'unknown'
          ? failure(404, 'order not found')
          : failure(422, 'the eSIM has been activated', { code: 13, reason: 'ACTIVATED' });
      },
    },
  ],
};

function countries(code: string, desk: Desk): object[] {
  const products = VALIDITIES.flatMap((days) =>
    SIZES.map((size) => `${code.toLowerCase()}-${size}gb-${days}d`),
  );
  const packages = desk.quotes(products).map(({ product, cents }) => {
    const [, gigabytes, days] = /(\d+)gb-(\d+)d$/.exec(product) ?? [];
    return {
      id: product,
      type: 'sim',
      day: Number(days),
      amount: Number(gigabytes) * 1024,
      data: `${gigabytes} GB`,
      is_unlimited: false,
      net_price: cents / 100,
    };
  });
  return packages.length === 0 ? [] : [{ country_code: code.toUpperCase(), operators: [{ packages }] }];
}

function order(body: Record<string, unknown>, desk: Desk): SandboxAnswer {
  const quantity = countOf(body, 'quantity');
  const key = textOf(body, 'description');
  if (!key || quantity < 1 || quantity > 100)
    return failure(422, 'the parameter is invalid', { quantity: 'The quantity must be between 1 and 100.' });
  const product = textOf(body, 'package_id');
  const sale = desk.sell({ key, product, quantity, cents: centsOf(body, 'net_price') });
  if ('booking' in sale) return success(orderOf(sale.booking));
  return sale.refused === 'price'
    ? failure(422, 'the price has changed', { code: 12, reason: 'PRICE_CHANGED' })
    : failure(422, 'the package is out of stock', { code: 11, reason: 'OUT_OF_STOCK' });
}

function orderOf({ reference, product, quantity, cents, state, used }: VendorBooking): object {
  return {
    id: reference,
    code: reference,
    package_id: product,
    quantity,
    price: (cents * quantity) / 100,
    currency: 'USD',
    status: state === 'BOOKED' ? 'completed' : 'refunded',
    sims: Array.from({ length: quantity }, (_, index) => ({
      iccid: `8944${reference}${index}`,
      qrcode: `LPA:1$sandbox$${reference}-${index}`,
      status: used ? 'ACTIVE' : 'NOT_ACTIVE',
    })),
  };
}
