import {
  centsOf,
  countOf,
  isBasic,
  momentOf,
  type SandboxAnswer,
  textOf,
  textsOf,
  type VendorApi,
} from '../api.js';
import type { VendorBooking } from '../bookings.js';

const refused = (status: number, ErrorMessage: string): SandboxAnswer => ({
  status,
  body: { Success: false, ErrorMessage },
});
const sold = ({ reference, state }: VendorBooking): SandboxAnswer => ({
  status: 200,
  body: { Success: true, ServiceNumber: reference, Status: state === 'BOOKED' ? 'Active' : 'Void' },
});

/** Baggage protection and travel cover: HTTP basic, names in Pascal case. */
export const brb: VendorApi = {
  name: 'brb',
  refuse: (request, account) => (isBasic(request, account) ? undefined : refused(401, 'Unauthorized')),
  routes: () => [
    {
      method: 'POST',
      path: /^\/api\/quotes$/,
      handle: ({ body }, desk) => {
        const quotes = desk.quotes(textsOf(body, 'ProductCodes'));
        const rows = quotes.map(({ product, cents }) => ({ ProductCode: product, Premium: cents / 100 }));
        return { status: 200, body: { Success: true, Currency: 'USD', Quotes: rows } };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/purchases$/,
      handle: ({ body }, desk) => {
        const [product, quantity, key] = [
          textOf(body, 'ProductCode'),
          countOf(body, 'Quantity'),
          textOf(body, 'TransactionNumber'),
        ];
        if (!product || !key || quantity < 1)
          return refused(400, 'ProductCode, Quantity and TransactionNumber are required');
        const [cents, serviceAt] = [centsOf(body, 'Premium'), momentOf(body, 'CoverageStart')];
        const sale = desk.sell({ key, product, quantity, cents, serviceAt });
        if ('booking' in sale) return sold(sale.booking);
        return refused(409, sale.refused === 'price' ? 'The premium has changed' : 'The product is not sold');
      },
    },
    {
      method: 'GET',
      path: /^\/api\/purchases$/,
      handle: ({ query }, desk) => {
        const booking = desk.find(query.get('TransactionNumber') ?? '');
        return booking ? sold(booking) : refused(404, 'Unknown TransactionNumber');
      },
    },
    {
      method: 'POST',
      path: /^\/api\/purchases\/([^/]+)\/void$/,
      handle: (_request, desk, [reference]) => {
        const result = desk.cancel(reference as string);
        if ('booking' in result) return sold(result.booking);
        return result.refused === 'unknown'
          ? refused(404, 'Unknown ServiceNumber')
          : refused(409, 'The coverage has begun');
      },
    },
  ],
};
