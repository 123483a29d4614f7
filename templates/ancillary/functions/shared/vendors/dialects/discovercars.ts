import { basic, type Dialect, textAt } from '../dialect.js';

export const discovercars: Dialect = {
  sign: (request, connection) => ({
    ...request,
    path: `${request.path}?access_token=${encodeURIComponent(connection.secret)}`,
    headers: { authorization: basic(connection) },
  }),
  book: ({ key, product, quantity }) => ({
    method: 'POST',
    path: '/api/Aggregator/Book',
    body: { CarUID: product, Count: quantity, PartnerBookingID: key },
  }),
  booked: ({ body }) => (body.Status === 'Confirmed' ? textAt(body, 'BookingID') : undefined),
  cancel: (reference) => ({
    method: 'POST',
    path: '/api/Aggregator/CancelBooking',
    body: { BookingID: reference },
  }),
  cancelled: ({ body }) => body.Status === 'Cancelled',
};
