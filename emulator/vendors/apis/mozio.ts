import { countOf, textOf, type VendorApi } from '../api.js';

/** Transfers, in the manner of Mozio's: a reservation is accepted first and polled until it is completed. */
export const mozio: VendorApi = {
  name: 'mozio',
  refuse: ({ headers }, { secret }) =>
    headers['api-key'] === secret.reveal()
      ? undefined
      : { status: 403, body: { non_field_errors: [{ code: 'forbidden' }] } },
  routes: () => [
    {
      method: 'POST',
      path: /^\/v2\/reservations\/$/,
      handle: ({ body }, bookings) => {
        const [result, count, key] = [
          textOf(body, 'result_id'),
          countOf(body, 'num_vehicles'),
          textOf(body, 'partner_tracking_id'),
        ];
        if (!result || !key || count < 1)
          return { status: 400, body: { non_field_errors: [{ code: 'invalid' }] } };
        bookings.book('mozio', key, result, count);
        return { status: 202, body: { status: 'pending', partner_tracking_id: key } };
      },
    },
    {
      method: 'GET',
      path: /^\/v2\/reservations\/([^/]+)\/poll\/$/,
      handle: (_request, bookings, [key]) => {
        const booking = bookings
          .all()
          .find((entry) => entry.vendor === 'mozio' && entry.key === decodeURIComponent(key as string));
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
      handle: (_request, bookings, [reference]) =>
        bookings.cancel('mozio', reference as string)
          ? { status: 202, body: { cancelled: 1, refunded: 1 } }
          : { status: 404, body: { non_field_errors: [{ code: 'not_found' }] } },
    },
  ],
};
