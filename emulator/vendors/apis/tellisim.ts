import { countOf, textOf, type VendorApi } from '../api.js';

/** eSIMs behind an API key; answers say `success` and carry an `errorCode`. */
export const tellisim: VendorApi = {
  name: 'tellisim',
  refuse: ({ headers }, { secret }) =>
    headers['x-api-key'] === secret.reveal()
      ? undefined
      : { status: 401, body: { success: false, errorCode: 'INVALID_KEY' } },
  routes: () => [
    {
      method: 'POST',
      path: /^\/api\/v1\/esims\/purchase$/,
      handle: ({ body }, bookings) => {
        const [plan, count, key] = [
          textOf(body, 'planCode'),
          countOf(body, 'count'),
          textOf(body, 'reference'),
        ];
        if (!plan || !key || count < 1)
          return { status: 400, body: { success: false, errorCode: 'BAD_REQUEST' } };
        const { reference } = bookings.book('tellisim', key, plan, count);
        return { status: 201, body: { success: true, orderId: reference, planCode: plan, count } };
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v1\/esims\/orders\/([^/]+)$/,
      handle: (_request, bookings, [reference]) =>
        bookings.cancel('tellisim', reference as string)
          ? { status: 200, body: { success: true } }
          : { status: 404, body: { success: false, errorCode: 'NOT_FOUND' } },
    },
  ],
};
