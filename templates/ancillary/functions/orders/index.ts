import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { confirmOrder } from './confirm-order.js';
import { confirmPaymentV1 } from './payment-v1.js';

/** Orders. */
export const handler = serve({
  'POST /order-api/confirmOrder': forTenant((call) => confirmOrder(call, 'current')),
  'POST /v1/order-api/confirmOrder': forTenant((call) => confirmOrder(call, 'v1')),
  'POST /v1/order-api/paymentConfirmation': forTenant(confirmPaymentV1),
});
