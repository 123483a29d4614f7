import { identifyByBearer } from '../shared/api/bearer.js';
import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { once } from '../shared/idempotency.js';
import { createWidgetOrder } from './create.js';
import { refusal } from './refusal.js';

/** Orders from the widget, paid for on the airline's own page. Their errors have a shape of their own. */
export const handler = serve(
  {
    'POST /transactions/widget-order-create': forTenant(
      (call) => once(call, () => createWidgetOrder(call)),
      identifyByBearer,
    ),
  },
  refusal,
);
