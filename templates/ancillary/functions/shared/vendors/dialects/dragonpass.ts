import { createHmac } from 'node:crypto';
import { type Dialect, textAt } from '../dialect.js';

/** Every answer is 200; `0000` says that it went well. */
export const dragonpass: Dialect = {
  sign: (request, { id, secret }) => {
    const timestamp = String(Date.now());
    const text = request.body ? JSON.stringify(request.body) : '';
    const sign = createHmac('sha256', secret).update(`${id}${timestamp}${text}`).digest('hex');
    return { ...request, headers: { 'x-app-id': id, 'x-timestamp': timestamp, 'x-sign': sign } };
  },
  book: ({ key, product, quantity }) => ({
    method: 'POST',
    path: '/openapi/order/create',
    body: { resourceCode: product, visitors: quantity, outOrderNo: key },
  }),
  booked: ({ body }) => (body.resultCode === '0000' ? textAt(body, 'data', 'orderNo') : undefined),
  cancel: (reference) => ({ method: 'POST', path: '/openapi/order/cancel', body: { orderNo: reference } }),
  cancelled: ({ body }) => body.resultCode === '0000',
};
