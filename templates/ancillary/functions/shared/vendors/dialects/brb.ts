import { basic, type Dialect, textAt } from '../dialect.js';

export const brb: Dialect = {
  sign: (request, connection) => ({ ...request, headers: { authorization: basic(connection) } }),
  book: ({ key, product, quantity }) => ({
    method: 'POST',
    path: '/api/purchases',
    body: { ProductCode: product, Quantity: quantity, TransactionNumber: key },
  }),
  booked: ({ body }) => (body.Success === true ? textAt(body, 'ServiceNumber') : undefined),
  cancel: (reference) => ({ method: 'POST', path: `/api/purchases/${reference}/void` }),
  cancelled: ({ body }) => body.Success === true,
};
