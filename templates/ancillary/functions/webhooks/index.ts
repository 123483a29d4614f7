import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { listDeliveries, listWebhooks, registerWebhook, removeWebhook, testWebhook } from './endpoints.js';

/** Endpoints that are told of orders, cancellations and refunds. */
export const handler = serve({
  'POST /webhooks': forTenant(registerWebhook),
  'GET /webhooks': forTenant(listWebhooks),
  'DELETE /webhooks/{webhookId}': forTenant(removeWebhook),
  'POST /webhooks/{webhookId}/test': forTenant(testWebhook),
  'GET /webhooks/{webhookId}/deliveries': forTenant(listDeliveries),
});
