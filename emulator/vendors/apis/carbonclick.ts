import { countOf, textOf, type VendorApi } from '../api.js';

/** Carbon offsets: a bearer key, and an idempotency key in a header. */
export const carbonclick: VendorApi = {
  name: 'carbonclick',
  refuse: ({ headers }, { secret }) =>
    headers.authorization === `Bearer ${secret.reveal()}`
      ? undefined
      : { status: 401, body: { error: { type: 'unauthorized' } } },
  routes: () => [
    {
      method: 'POST',
      path: /^\/v1\/offsets$/,
      handle: ({ body, headers }, bookings) => {
        const [product, units, key] = [
          textOf(body, 'project'),
          countOf(body, 'units'),
          headers['idempotency-key'] ?? '',
        ];
        if (!product || !key || units < 1)
          return { status: 422, body: { error: { type: 'invalid_request' } } };
        const { reference } = bookings.book('carbonclick', key, product, units);
        return {
          status: 201,
          body: {
            id: reference,
            status: 'retired',
            certificate_url: `https://certificates.carbonclick.example/${reference}`,
          },
        };
      },
    },
    {
      method: 'DELETE',
      path: /^\/v1\/offsets\/([^/]+)$/,
      handle: () => ({ status: 409, body: { error: { type: 'already_retired' } } }),
    },
  ],
};
