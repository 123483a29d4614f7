import { createHmac } from 'node:crypto';
import { type Dialect, dollars, quotesOf, referenceOf, rowsAt, textAt } from '../dialect.js';

/** Every answer is 200; `0000` says that it went well. Prices are whole cents. */
export const dragonpass: Dialect = {
  sign: (request, { id, secret }) => {
    const timestamp = String(Date.now());
    const text = request.body ? JSON.stringify(request.body) : '';
    const sign = createHmac('sha256', secret).update(`${id}${timestamp}${text}`).digest('hex');
    return { ...request, headers: { 'x-app-id': id, 'x-timestamp': timestamp, 'x-sign': sign } };
  },
  quote: (products) => [
    { method: 'POST', path: '/openapi/resource/list', body: { resourceCodes: products } },
  ],
  quoted: ({ body }) =>
    quotesOf(rowsAt(body, 'data', 'list'), ({ resourceCode, settlementPrice, stock }) => ({
      product: resourceCode,
      dollars: dollars(Number(settlementPrice)),
      available: stock !== 0,
    })),
  book: ({ key, product, quantity, cost, serviceAt }) => ({
    method: 'POST',
    path: '/openapi/order/create',
    body: {
      resourceCode: product,
      visitors: quantity,
      outOrderNo: key,
      settlementPrice: cost,
      ...(serviceAt && { visitTime: serviceAt }),
    },
  }),
  booked: ({ body }) => (body.resultCode === '0000' ? textAt(body, 'data', 'orderNo') : undefined),
  refused: ({ body }) => typeof body.resultCode === 'string' && body.resultCode !== '0000',
  priceChanged: ({ body }) => body.resultCode === '2007',
  find: (key) => ({ method: 'POST', path: '/openapi/order/query', body: { outOrderNo: key } }),
  found: ({ body }) =>
    body.resultCode === '2004' ? undefined : referenceOf(textAt(body, 'data', 'orderNo')),
  cancel: (reference) => ({ method: 'POST', path: '/openapi/order/cancel', body: { orderNo: reference } }),
  cancelled: ({ body }) => body.resultCode === '0000',
};
