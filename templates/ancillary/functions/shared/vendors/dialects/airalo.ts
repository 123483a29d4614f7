import { type Dialect, dollars, firstOf, quotesOf, rowsAt, textAt } from '../dialect.js';

/** Prices come by country: products are named `us-3gb-15d`. */
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
  quote: (products) =>
    [...new Set(products.map((product) => product.slice(0, 2).toUpperCase()))].map((country) => ({
      method: 'GET' as const,
      path: `/v2/packages?filter[country]=${country}`,
    })),
  quoted: ({ body }) => {
    const operators = rowsAt(body, 'data').flatMap((country) => rowsAt(country, 'operators'));
    const packages = operators.flatMap((operator) => rowsAt(operator, 'packages'));
    return quotesOf(packages, ({ id, net_price }) => ({ product: id, dollars: net_price }));
  },
  book: ({ key, product, quantity, cost }) => ({
    method: 'POST',
    path: '/v2/orders',
    body: { package_id: product, quantity, type: 'sim', description: key, net_price: dollars(cost) },
  }),
  booked: ({ body }) => textAt(body, 'data', 'id'),
  priceChanged: ({ body }) => textAt(body, 'data', 'reason') === 'PRICE_CHANGED',
  find: (key) => ({ method: 'GET', path: `/v2/orders?filter[description]=${encodeURIComponent(key)}` }),
  found: ({ body }) => firstOf(rowsAt(body, 'data'), 'id'),
  used: ({ body }) =>
    rowsAt(body, 'data')
      .flatMap((order) => rowsAt(order, 'sims'))
      .some(({ status }) => status === 'ACTIVE'),
  cancel: (reference) => ({ method: 'POST', path: `/v2/orders/${reference}/refund` }),
  cancelled: ({ status }) => status === 200,
  activated: ({ body }) => textAt(body, 'data', 'reason') === 'ACTIVATED',
};
