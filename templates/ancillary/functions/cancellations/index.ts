import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { once } from '../shared/idempotency.js';
import { cancelItem } from './cancel.js';
import { cancellationPolicy, listOrders } from './read.js';

/** What the cancellation widget asks: a trip's orders, what can be had back, and the cancelling itself. */
export const handler = serve({
  'GET /cancellation-api/orders': forTenant(listOrders),
  'GET /cancellation-api/orders/{transactionId}/items/{itemId}/policy': forTenant(cancellationPolicy),
  'POST /cancellation-api/orders/{transactionId}/items/{itemId}/cancel': forTenant((call) =>
    once(call, () => cancelItem(call)),
  ),
});
