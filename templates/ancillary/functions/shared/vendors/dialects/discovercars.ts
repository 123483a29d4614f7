import { basic, type Dialect, dollars, quotesOf, referenceOf, rowsAt, textAt } from '../dialect.js';

export const discovercars: Dialect = {
  sign: (request, connection) => ({
    ...request,
    path: `${request.path}?access_token=${encodeURIComponent(connection.secret)}`,
    headers: { authorization: basic(connection) },
  }),
  quote: (products) => [
    {
      method: 'POST',
      path: '/api/Aggregator/GetCars',
      body: { CarUIDs: products, CurrencyCode: 'USD' },
    },
  ],
  quoted: ({ body }) =>
    quotesOf(rowsAt(body, 'Cars'), ({ CarUID, Price, Available }) => ({
      product: CarUID,
      dollars: Price,
      available: Available === true,
    })),
  book: ({ key, product, quantity, cost, serviceAt }) => ({
    method: 'POST',
    path: '/api/Aggregator/Book',
    body: {
      CarUID: product,
      Count: quantity,
      PartnerBookingID: key,
      Price: dollars(cost),
      ...(serviceAt && { PickupTime: serviceAt }),
    },
  }),
  booked: ({ body }) => (body.Status === 'Confirmed' ? textAt(body, 'BookingID') : undefined),
  priceChanged: ({ body }) => body.Code === 'PriceChanged',
  find: (key) => ({ method: 'POST', path: '/api/Aggregator/GetBooking', body: { PartnerBookingID: key } }),
  found: ({ body }) => referenceOf(textAt(body, 'BookingID')),
  cancel: (reference) => ({
    method: 'POST',
    path: '/api/Aggregator/CancelBooking',
    body: { BookingID: reference },
  }),
  cancelled: ({ body }) => body.Status === 'Cancelled',
};
