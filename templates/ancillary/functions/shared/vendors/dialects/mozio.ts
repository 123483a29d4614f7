import { type Dialect, dollars, quotesOf, referenceOf, rowsAt, textAt } from '../dialect.js';

const pollOf = (key: string) => ({
  method: 'GET' as const,
  path: `/v2/reservations/${encodeURIComponent(key)}/poll/`,
});

/** A reservation is accepted first, then polled until it is completed. */
export const mozio: Dialect = {
  sign: (request, { secret }) => ({ ...request, headers: { 'api-key': secret } }),
  quote: (products) => [
    { method: 'POST', path: '/v2/search/', body: { result_ids: products, currency: 'USD' } },
  ],
  quoted: ({ body }) =>
    quotesOf(rowsAt(body, 'results'), ({ result_id, total_price, vehicles_left }) => ({
      product: result_id,
      dollars: textAt(total_price, 'total_price', 'value'),
      available: vehicles_left !== 0,
    })),
  book: ({ key, product, quantity, cost, serviceAt }) => ({
    method: 'POST',
    path: '/v2/reservations/',
    body: {
      result_id: product,
      num_vehicles: quantity,
      partner_tracking_id: key,
      expected_price: dollars(cost),
      ...(serviceAt && { pickup_datetime: serviceAt }),
    },
  }),
  booked: ({ body }) => (body.status === 'completed' ? textAt(body, 'reservations', 0, 'id') : undefined),
  priceChanged: ({ body }) => textAt(body, 'non_field_errors', 0, 'code') === 'price_changed',
  poll: ({ key }) => pollOf(key),
  find: pollOf,
  found: ({ body }) =>
    body.status === 'failed' ? undefined : referenceOf(textAt(body, 'reservations', 0, 'id')),
  cancel: (reference) => ({ method: 'DELETE', path: `/v2/reservations/${reference}/` }),
  cancelled: ({ status }) => status === 202,
};
