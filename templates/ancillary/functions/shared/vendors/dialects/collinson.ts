import { type Dialect, dollars, firstOf, quotesOf, rowsAt, textAt } from '../dialect.js';

export const collinson: Dialect = {
  token: {
    request: ({ id, secret }) => ({
      method: 'POST',
      path: '/identity/connect/token',
      form: { grant_type: 'client_credentials', client_id: id, client_secret: secret },
    }),
    read: ({ body }) => {
      const token = textAt(body, 'access_token');
      return token ? { token, life: Number(body.expires_in ?? 300) } : undefined;
    },
  },
  sign: (request, _connection, token) => ({ ...request, headers: { authorization: `Bearer ${token}` } }),
  quote: (products) => [{ method: 'GET', path: `/v1/products?codes=${products.join(',')}` }],
  quoted: ({ body }) =>
    quotesOf(rowsAt(body, 'products'), ({ productCode, netRate, placesLeft }) => ({
      product: productCode,
      dollars: (netRate as { amount?: unknown } | undefined)?.amount,
      available: placesLeft !== 0,
    })),
  book: ({ key, product, quantity, cost, serviceAt }) => ({
    method: 'POST',
    path: '/v1/bookings',
    body: {
      productCode: product,
      guests: quantity,
      partnerReference: key,
      netRate: dollars(cost),
      ...(serviceAt && { visitAt: serviceAt }),
    },
  }),
  booked: ({ body }) => (body.status === 'CONFIRMED' ? textAt(body, 'bookingReference') : undefined),
  priceChanged: ({ body }) => body.type === 'urn:problem:rate-changed',
  find: (key) => ({ method: 'GET', path: `/v1/bookings?partnerReference=${encodeURIComponent(key)}` }),
  found: ({ body }) => firstOf(rowsAt(body, 'bookings'), 'bookingReference'),
  cancel: (reference) => ({ method: 'DELETE', path: `/v1/bookings/${reference}` }),
  cancelled: ({ body }) => body.status === 'CANCELLED',
};
