import { createHmac } from 'node:crypto';
import { countOf, momentOf, type SandboxAnswer, textOf, textsOf, type VendorApi } from '../api.js';

const answer = (resultCode: string, resultMessage: string, data?: unknown): SandboxAnswer => ({
  status: 200,
  body: { resultCode, resultMessage, ...(data !== undefined && { data }) },
});

/** Lounges: every request is signed, every answer is 200 with a `resultCode`, prices are whole cents. */
export const dragonpass: VendorApi = {
  name: 'dragonpass',
  refuse: ({ headers, text }, { id, secret }) => {
    const signed = `${headers['x-app-id']}${headers['x-timestamp']}${text}`;
    const sign = createHmac('sha256', secret.reveal()).update(signed).digest('hex');
    if (headers['x-app-id'] === id && headers['x-sign'] === sign) return undefined;
    return answer('9001', 'signature error');
  },
  routes: () => [
    {
      method: 'POST',
      path: /^\/openapi\/resource\/list$/,
      handle: ({ body }, desk) => {
        const list = desk.quotes(textsOf(body, 'resourceCodes')).map(({ product, cents, left }) => ({
          resourceCode: product,
          settlementPrice: cents,
          currency: 'USD',
          stock: left,
        }));
        return answer('0000', 'success', { list });
      },
    },
    {
      method: 'POST',
      path: /^\/openapi\/order\/create$/,
      handle: ({ body }, desk) => {
        const [product, quantity, key] = [
          textOf(body, 'resourceCode'),
          countOf(body, 'visitors'),
          textOf(body, 'outOrderNo'),
        ];
        if (!product || !key || quantity < 1) return answer('1001', 'parameter error');
        const cents = countOf(body, 'settlementPrice') || undefined;
        const sale = desk.sell({ key, product, quantity, cents, serviceAt: momentOf(body, 'visitTime') });
        if ('booking' in sale) return answer('0000', 'success', { orderNo: sale.booking.reference });
        return sale.refused === 'price'
          ? answer('2007', 'settlement price changed')
          : answer('2001', 'stock not enough');
      },
    },
    {
      method: 'POST',
      path: /^\/openapi\/order\/query$/,
      handle: ({ body }, desk) => {
        const booking = desk.find(textOf(body, 'outOrderNo'));
        return booking
          ? answer('0000', 'success', { orderNo: booking.reference, status: booking.state })
          : answer('2004', 'order not exist');
      },
    },
    {
      method: 'POST',
      path: /^\/openapi\/order\/cancel$/,
      handle: ({ body }, desk) => {
        const result = desk.cancel(textOf(body, 'orderNo'));
        if ('booking' in result) return answer('0000', 'success');
        return result.refused === 'unknown'
          ? answer('2004', 'order not exist')
          : answer('2005', 'order cannot be cancelled');
      },
    },
  ],
};
