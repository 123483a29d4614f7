import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { once } from '../shared/idempotency.js';
import { airShopping } from './air-shopping.js';
import { offerPrice } from './offer-price.js';
import { orderCreate } from './order-create.js';

/** The NDC-like API: shop, price, order. */
export const handler = serve({
  'POST /ndc-api/air-shopping': forTenant((call) => once(call, () => airShopping(call))),
  'POST /ndc-api/offer-price': forTenant((call) => once(call, () => offerPrice(call))),
  'POST /ndc-api/order-create': forTenant((call) => once(call, () => orderCreate(call))),
});
