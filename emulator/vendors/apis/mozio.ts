import { centsOf, countOf, momentOf, type SandboxAnswer, textOf, textsOf, type VendorApi } from '../api.js';
import type { Desk } from '../desk.js';

const refused = (status: number, code: string): SandboxAnswer => ({
  status,
  body: { non_field_errors: [{ code }] },
});

/** Transfers, in the manner of Mozio's: a search, then a reservation that is accepted first and polled until it is completed. */
export const mozio: VendorApi = {
  name: 'mozio',
  refuse: ({ headers }, { secret }) =>
    headers['api-key'] === secret.reveal() ? undefined : refused(403, 'forbidden'),
  routes: () => [
    {
      method: 'POST',
      path: /^\/v2\/search\/$/,
      handle: ({ body }, desk) => {
        const results = desk.quotes(textsOf(body, 'result_ids')).map(({ product, cents, left }) => ({
          result_id: product,
          total_price: { total_price: { value: (cents / 100).toFixed(2) } },
          vehicles_left: left,
        }));
        return { status: 200, body: { results, more_coming: false, currency_info: { code: 'USD' } } };
      },
    },
    { method: 'POST', path: /^\/v2\/reservations\/$/, handle: ({ body }, desk) => reserve(body, desk) },
    {
      method: 'GET',
      path: /^\/v2\/reservations\/([^/]+)\/poll\/$/,
      handle: (_request, desk, [key]) => {
        const booking = desk.find(decodeURIComponent(key as string));
        if (!booking) return { status: 404, body: { status: 'failed' } };
        const status = booking.state === 'BOOKED' ? 'completed' : 'cancelled';
        return {
          status: 200,
          body: { status, reservations: [{ id: booking.reference, confirmation_number: booking.reference }] },
        };
      },
    },
    {
      method: 'DELETE',
      path: /^\/v2\/reservations\/([^/]+)\/$/,
      handle: (_request, desk, [reference]) => {
        const result = desk.cancel(reference as string);
        if ('booking' in result) return { status: 202, body: { cancelled: 1, refunded: 1 } };
        return result.refused === 'unknown' ? refused(404, 'not_found') : refused(400, 'non_refundable');
      },
    },
  ],
};

function reserve(body: Record<string, unknown>, desk: Desk): SandboxAnswer {
  const [product, quantity, key] = [
    textOf(body, 'result_id'),
    countOf(body, 'num_vehicles'),
    textOf(body, 'partner_tracking_id'),
  ];
  if (!product || !key || quantity < 1) return refused(400, 'invalid');
  const [cents, serviceAt] = [centsOf(body, 'expected_price'), momentOf(body, 'pickup_datetime')];
  const sale = desk.sell({ key, product, quantity, cents, serviceAt });
  if ('booking' in sale) return { status: 202, body: { status: 'pending', partner_tracking_id: key } };
  return refused(400, sale.refused === 'price' ? 'price_changed' : 'ride_unavailable');
}
