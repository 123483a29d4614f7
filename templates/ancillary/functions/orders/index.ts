import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { confirmOrder } from './confirm-order.js';
import { confirmPayment } from './payment.js';

/** Orders. */
export const handler = serve({
  'POST /order-api/confirmOrder': forTenant((call) => confirmOrder(call, 'current')),
  'POST /v1/order-api/confirmOrder': forTenant((call) => confirmOrder(call, 'v1')),
  'POST /order-api/paymentConfirmation': forTenant((call) => confirmPayment(call, 'current')),
  'POST /v1/order-api/paymentConfirmation': forTenant((call) => confirmPayment(call, 'v1')),
});
