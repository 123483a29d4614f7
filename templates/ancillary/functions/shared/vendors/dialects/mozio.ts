import { type Dialect, textAt } from '../dialect.js';

/** A reservation is accepted first, then polled until it is completed. */
export const mozio: Dialect = {
  sign: (request, { secret }) => ({ ...request, headers: { 'api-key': secret } }),
  book: ({ key, product, quantity }) => ({
    method: 'POST',
    path: '/v2/reservations/',
    body: { result_id: product, num_vehicles: quantity, partner_tracking_id: key },
  }),
  booked: ({ body }) => (body.status === 'completed' ? textAt(body, 'reservations', 0, 'id') : undefined),
  poll: ({ key }) => ({ method: 'GET', path: `/v2/reservations/${encodeURIComponent(key)}/poll/` }),
  cancel: (reference) => ({ method: 'DELETE', path: `/v2/reservations/${reference}/` }),
  cancelled: ({ status }) => status === 202,
};
