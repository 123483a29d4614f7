import { type Dialect, textAt } from '../dialect.js';

export const airalo: Dialect = {
  token: {
    request: ({ id, secret }) => ({
      method: 'POST',
      path: '/v2/token',
      form: { client_id: id, client_secret: secret },
    }),
    read: ({ body }) => {
      const token = textAt(body, 'data', 'access_token');
      return token ? { token, life: 3600 } : undefined;
    },
  },
  sign: (request, _connection, token) => ({ ...request, headers: { authorization: `Bearer ${token}` } }),
  book: ({ key, product, quantity }) => ({
    method: 'POST',
    path: '/v2/orders',
    body: { package_id: product, quantity, type: 'sim', description: key },
  }),
  booked: ({ body }) => textAt(body, 'data', 'id'),
  cancel: (reference) => ({ method: 'POST', path: `/v2/orders/${reference}/refund` }),
  cancelled: ({ status }) => status === 200,
};
