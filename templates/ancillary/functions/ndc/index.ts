import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { airShopping } from './air-shopping.js';
import { offerPrice } from './offer-price.js';
import { orderCreate } from './order-create.js';

/** The NDC-like API: shop, price, order. */
export const handler = serve({
  'POST /ndc-api/air-shopping': forTenant(airShopping),
  'POST /ndc-api/offer-price': forTenant(offerPrice),
  'POST /ndc-api/order-create': forTenant(orderCreate),
});
