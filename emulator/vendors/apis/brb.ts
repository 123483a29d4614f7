import { countOf, isBasic, textOf, type VendorApi } from '../api.js';

/** Baggage protection and travel cover: HTTP basic, names in Pascal case. */
export const brb: VendorApi = {
  name: 'brb',
  refuse: (request, account) =>
    isBasic(request, account)
      ? undefined
      : { status: 401, body: { Success: false, ErrorMessage: 'Unauthorized' } },
  routes: () => [
    {
      method: 'POST',
      path: /^\/api\/purchases$/,
      handle: ({ body }, bookings) => {
        const [product, quantity, key] = [
          textOf(body, 'ProductCode'),
          countOf(body, 'Quantity'),
          textOf(body, 'TransactionNumber'),
        ];
        if (!product || !key || quantity < 1)
          return {
            status: 400,
            body: {
              Success: false,
              ErrorMessage: 'ProductCode, Quantity and TransactionNumber are required',
            },
          };
        const { reference } = bookings.book('brb', key, product, quantity);
        return { status: 200, body: { Success: true, ServiceNumber: reference } };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/purchases\/([^/]+)\/void$/,
      handle: (_request, bookings, [reference]) =>
        bookings.cancel('brb', reference as string)
          ? { status: 200, body: { Success: true, ServiceNumber: reference } }
          : { status: 404, body: { Success: false, ErrorMessage: 'Unknown ServiceNumber' } },
    },
  ],
};
