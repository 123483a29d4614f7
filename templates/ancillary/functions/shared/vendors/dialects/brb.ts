import { basic, type Dialect, dollars, quotesOf, referenceOf, rowsAt, textAt } from '../dialect.js';

export const brb: Dialect = {
  sign: (request, connection) => ({ ...request, headers: { authorization: basic(connection) } }),
  quote: (products) => [{ method: 'POST', path: '/api/quotes', body: { ProductCodes: products } }],
  quoted: ({ body }) =>
    quotesOf(rowsAt(body, 'Quotes'), ({ ProductCode, Premium }) => ({
      product: ProductCode,
      dollars: Premium,
    })),
  book: ({ key, product, quantity, cost, serviceAt }) => ({
    method: 'POST',
    path: '/api/purchases',
    body: {
      ProductCode: product,
      Quantity: quantity,
      TransactionNumber: key,
      Premium: dollars(cost),
      ...(serviceAt && { CoverageStart: serviceAt }),
    },
  }),
  booked: ({ body }) => (body.Success === true ? textAt(body, 'ServiceNumber') : undefined),
  refused: ({ body }) => body.Success === false,
  priceChanged: ({ body }) => body.ErrorMessage === 'The premium has changed',
  find: (key) => ({ method: 'GET', path: `/api/purchases?TransactionNumber=${encodeURIComponent(key)}` }),
  found: ({ body }) => (body.Success === false ? undefined : referenceOf(textAt(body, 'ServiceNumber'))),
  cancel: (reference) => ({ method: 'POST', path: `/api/purchases/${reference}/void` }),
  cancelled: ({ body }) => body.Success === true,
};
