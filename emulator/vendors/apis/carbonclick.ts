import { centsOf, countOf, type SandboxAnswer, textOf, textsOf, type VendorApi } from '../api.js';
import type { VendorBooking } from '../bookings.js';

const refused = (status: number, type: string): SandboxAnswer => ({ status, body: { error: { type } } });
const retired = ({ reference }: VendorBooking): object => ({
  id: reference,
  status: 'retired',
  certificate_url: `https://certificates.carbonclick.example/${reference}`,
});

/** Carbon offsets: a bearer key, and an idempotency key in a header. What is retired stays retired. */
export const carbonclick: VendorApi = {
  name: 'carbonclick',
  refuse: ({ headers }, { secret }) =>
    headers.authorization === `Bearer ${secret.reveal()}` ? undefined : refused(401, 'unauthorized'),
  routes: () => [
    {
      method: 'POST',
      path: /^\/v1\/estimates$/,
      handle: ({ body }, desk) => {
        const quotes = desk.quotes(textsOf(body, 'projects'));
        const estimates = quotes.map(({ product, cents }) => ({
          project: product,
          price: { amount: cents / 100, currency: 'USD' },
        }));
        return { status: 200, body: { estimates } };
      },
    },
    {
      method: 'POST',
      path: /^\/v1\/offsets$/,
      handle: ({ body, headers }, desk) => {
        const [product, quantity, key] = [
          textOf(body, 'project'),
          countOf(body, 'units'),
          headers['idempotency-key'] ?? '',
        ];
        if (!product || !key || quantity < 1) return refused(422, 'invalid_request');
        const sale = desk.sell({ key, product, quantity, cents: centsOf(body, 'unit_price') });
        if ('booking' in sale) return { status: 201, body: retired(sale.booking) };
        return refused(409, sale.refused === 'price' ? 'price_changed' : 'unavailable');
      },
    },
    {
      method: 'GET',
      path: /^\/v1\/offsets$/,
      handle: ({ query }, desk) => {
        const booking = desk.find(query.get('idempotency_key') ?? '');
        return { status: 200, body: { offsets: booking ? [retired(booking)] : [] } };
      },
    },
    {
      method: 'DELETE',
      path: /^\/v1\/offsets\/([^/]+)$/,
      handle: (_request, desk, [reference]) => {
        const result = desk.cancel(reference as string);
        return 'refused' in result && result.refused === 'unknown'
          ? refused(404, 'not_found')
          : refused(409, 'already_retired');
      },
    },
  ],
};
