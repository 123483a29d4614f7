import { centsOf, countOf, type SandboxAnswer, textOf, textsOf, type VendorApi } from '../api.js';

const refused = (status: number, errorCode: string): SandboxAnswer => ({
  status,
  body: { success: false, errorCode },
});

/** eSIMs behind an API key; answers say `success` and carry an `errorCode`. */
export const tellisim: VendorApi = {
  name: 'tellisim',
  refuse: ({ headers }, { secret }) =>
    headers['x-api-key'] === secret.reveal() ? undefined : refused(401, 'INVALID_KEY'),
  routes: () => [
    {
      method: 'POST',
      path: /^\/api\/v1\/esims\/plans\/search$/,
      handle: ({ body }, desk) => {
        const plans = desk.quotes(textsOf(body, 'planCodes'));
        const rows = plans.map(({ product, cents }) => ({
          planCode: product,
          cost: (cents / 100).toFixed(2),
          currency: 'USD',
          available: true,
        }));
        return { status: 200, body: { success: true, plans: rows } };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/v1\/esims\/purchase$/,
      handle: ({ body }, desk) => {
        const [product, quantity, key] = [
          textOf(body, 'planCode'),
          countOf(body, 'count'),
          textOf(body, 'reference'),
        ];
        if (!product || !key || quantity < 1) return refused(400, 'BAD_REQUEST');
        const sale = desk.sell({ key, product, quantity, cents: centsOf(body, 'expectedCost') });
        if ('refused' in sale) return refused(409, sale.refused === 'price' ? 'PRICE_CHANGED' : 'NO_STOCK');
        const { reference } = sale.booking;
        return {
          status: 201,
          body: { success: true, orderId: reference, planCode: product, count: quantity },
        };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v1\/esims\/orders$/,
      handle: ({ query }, desk) => {
        const booking = desk.find(query.get('reference') ?? '');
        const orders = booking
          ? [{ orderId: booking.reference, status: booking.state, activated: booking.used === true }]
          : [];
        return { status: 200, body: { success: true, orders } };
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v1\/esims\/orders\/([^/]+)$/,
      handle: (_request, desk, [reference]) => {
        const result = desk.cancel(reference as string);
        if ('booking' in result) return { status: 200, body: { success: true } };
        return result.refused === 'unknown' ? refused(404, 'NOT_FOUND') : refused(409, 'ALREADY_ACTIVATED');
      },
    },
  ],
};
