import { type Dialect, textAt } from '../dialect.js';

export const carbonclick: Dialect = {
  sign: (request, { secret }) => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${secret}` },
  }),
  book: ({ key, product, quantity }) => ({
    method: 'POST',
    path: '/v1/offsets',
    headers: { 'idempotency-key': key },
    body: { project: product, units: quantity },
  }),
  booked: ({ body }) => textAt(body, 'id'),
  cancel: (reference) => ({ method: 'DELETE', path: `/v1/offsets/${reference}` }),
  cancelled: ({ status }) => status === 200,
};
