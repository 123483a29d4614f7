import { createHmac } from 'node:crypto';
import { countOf, textOf, type VendorApi } from '../api.js';

/** Lounges: every request is signed, every answer is 200 with a `resultCode`. */
export const dragonpass: VendorApi = {
  name: 'dragonpass',
  refuse: ({ headers, text }, { id, secret }) => {
    const signed = `${headers['x-app-id']}${headers['x-timestamp']}${text}`;
    const sign = createHmac('sha256', secret.reveal()).update(signed).digest('hex');
    if (headers['x-app-id'] === id && headers['x-sign'] === sign) return undefined;
    return { status: 200, body: { resultCode: '9001', resultMessage: 'signature error' } };
  },
  routes: () => [
    {
      method: 'POST',
      path: /^\/openapi\/order\/create$/,
      handle: ({ body }, bookings) => {
        const [product, visitors, key] = [
          textOf(body, 'resourceCode'),
          countOf(body, 'visitors'),
          textOf(body, 'outOrderNo'),
        ];
        if (!product || !key || visitors < 1)
          return { status: 200, body: { resultCode: '1001', resultMessage: 'parameter error' } };
        const { reference } = bookings.book('dragonpass', key, product, visitors);
        return {
          status: 200,
          body: { resultCode: '0000', resultMessage: 'success', data: { orderNo: reference } },
        };
      },
    },
    {
      method: 'POST',
      path: /^\/openapi\/order\/cancel$/,
      handle: ({ body }, bookings) =>
        bookings.cancel('dragonpass', textOf(body, 'orderNo'))
          ? { status: 200, body: { resultCode: '0000', resultMessage: 'success' } }
          : { status: 200, body: { resultCode: '2004', resultMessage: 'order not exist' } },
    },
  ],
};
