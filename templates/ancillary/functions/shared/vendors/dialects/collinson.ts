import { type Dialect, textAt } from '../dialect.js';

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
  book: ({ key, product, quantity }) => ({
    method: 'POST',
    path: '/v1/bookings',
    body: { productCode: product, guests: quantity, partnerReference: key },
  }),
  booked: ({ body }) => (body.status === 'CONFIRMED' ? textAt(body, 'bookingReference') : undefined),
  cancel: (reference) => ({ method: 'DELETE', path: `/v1/bookings/${reference}` }),
  cancelled: ({ body }) => body.status === 'CANCELLED',
};
