import { type Dialect, dollars, firstOf, quotesOf, rowsAt, textAt } from '../dialect.js';

export const tellisim: Dialect = {
  sign: (request, { secret }) => ({ ...request, headers: { 'x-api-key': secret } }),
  quote: (products) => [
    { method: 'POST', path: '/api/v1/esims/plans/search', body: { planCodes: products } },
  ],
  quoted: ({ body }) =>
    quotesOf(rowsAt(body, 'plans'), ({ planCode, cost, available }) => ({
      product: planCode,
      dollars: cost,
      available: available === true,
    })),
  book: ({ key, product, quantity, cost }) => ({
    method: 'POST',
    path: '/api/v1/esims/purchase',
    body: { planCode: product, count: quantity, reference: key, expectedCost: dollars(cost) },
  }),
  booked: ({ body }) => (body.success === true ? textAt(body, 'orderId') : undefined),
  refused: ({ body }) => body.success === false,
  priceChanged: ({ body }) => body.errorCode === 'PRICE_CHANGED',
  find: (key) => ({ method: 'GET', path: `/api/v1/esims/orders?reference=${encodeURIComponent(key)}` }),
  found: ({ body }) => firstOf(rowsAt(body, 'orders'), 'orderId'),
  used: ({ body }) => rowsAt(body, 'orders').some(({ activated }) => activated === true),
  cancel: (reference) => ({ method: 'DELETE', path: `/api/v1/esims/orders/${reference}` }),
  cancelled: ({ body }) => body.success === true,
  activated: ({ body }) => body.errorCode === 'ALREADY_ACTIVATED',
};
