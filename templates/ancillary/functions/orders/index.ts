import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { once } from '../shared/idempotency.js';
import { confirmOrder } from './confirm-order.js';
import { confirmPayment } from './payment.js';

/** Orders. */
export const handler = serve({
  'POST /order-api/confirmOrder': forTenant((call) => once(call, (id) => confirmOrder(call, id, 'current'))),
  'POST /v1/order-api/confirmOrder': forTenant((call) => once(call, (id) => confirmOrder(call, id, 'v1'))),
  'POST /order-api/paymentConfirmation': forTenant((call) =>
    once(call, () => confirmPayment(call, 'current')),
  ),
  'POST /v1/order-api/paymentConfirmation': forTenant((call) => once(call, () => confirmPayment(call, 'v1'))),
});
