import { type Dialect, dollars, firstOf, quotesOf, rowsAt, textAt } from '../dialect.js';

export const carbonclick: Dialect = {
  sign: (request, { secret }) => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${secret}` },
  }),
  quote: (products) => [{ method: 'POST', path: '/v1/estimates', body: { projects: products } }],
  quoted: ({ body }) =>
    quotesOf(rowsAt(body, 'estimates'), ({ project, price }) => ({
      product: project,
      dollars: (price as { amount?: unknown } | undefined)?.amount,
    })),
  book: ({ key, product, quantity, cost }) => ({
    method: 'POST',
    path: '/v1/offsets',
    headers: { 'idempotency-key': key },
    body: { project: product, units: quantity, unit_price: dollars(cost) },
  }),
  booked: ({ body }) => textAt(body, 'id'),
  priceChanged: ({ body }) => textAt(body, 'error', 'type') === 'price_changed',
  find: (key) => ({ method: 'GET', path: `/v1/offsets?idempotency_key=${encodeURIComponent(key)}` }),
  found: ({ body }) => firstOf(rowsAt(body, 'offsets'), 'id'),
  cancel: (reference) => ({ method: 'DELETE', path: `/v1/offsets/${reference}` }),
  cancelled: ({ status }) => status === 200,
};
