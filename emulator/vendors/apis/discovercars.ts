import { countOf, isBasic, textOf, type VendorApi } from '../api.js';

/** Rental cars: basic credentials and an access token in the query. */
export const discovercars: VendorApi = {
  name: 'discovercars',
  refuse: (request, account) =>
    isBasic(request, account) && request.query.get('access_token') === account.secret.reveal()
      ? undefined
      : { status: 401, body: { Error: 'Access denied' } },
  routes: () => [
    {
      method: 'POST',
      path: /^\/api\/Aggregator\/Book$/,
      handle: ({ body }, bookings) => {
        const [car, count, key] = [
          textOf(body, 'CarUID'),
          countOf(body, 'Count'),
          textOf(body, 'PartnerBookingID'),
        ];
        if (!car || !key || count < 1)
          return { status: 400, body: { Error: 'CarUID, Count and PartnerBookingID are required' } };
        const { reference } = bookings.book('discovercars', key, car, count);
        return { status: 200, body: { BookingID: reference, Status: 'Confirmed' } };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/Aggregator\/CancelBooking$/,
      handle: ({ body }, bookings) =>
        bookings.cancel('discovercars', textOf(body, 'BookingID'))
          ? { status: 200, body: { Status: 'Cancelled' } }
          : { status: 404, body: { Error: 'Unknown booking' } },
    },
  ],
};
