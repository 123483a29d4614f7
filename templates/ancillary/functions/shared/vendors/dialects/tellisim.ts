import { type Dialect, textAt } from '../dialect.js';

export const tellisim: Dialect = {
  sign: (request, { secret }) => ({ ...request, headers: { 'x-api-key': secret } }),
  book: ({ key, product, quantity }) => ({
    method: 'POST',
    path: '/api/v1/esims/purchase',
    body: { planCode: product, count: quantity, reference: key },
  }),
  booked: ({ body }) => (body.success === true ? textAt(body, 'orderId') : undefined),
  cancel: (reference) => ({ method: 'DELETE', path: `/api/v1/esims/orders/${reference}` }),
  cancelled: ({ body }) => body.success === true,
};
