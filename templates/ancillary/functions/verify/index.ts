import { unauthenticated } from '../shared/api/caller.js';
import { ApiError } from '../shared/api/errors.js';
import { header } from '../shared/api/event.js';
import { forTenant } from '../shared/api/for-tenant.js';
import { type Call, serve } from '../shared/api/serve.js';
import type { Caller } from '../shared/tokens/claims.js';
import { mayCall } from '../shared/tokens/permissions.js';
import { verifyBearer } from '../shared/tokens/verify.js';
import { refusal } from './refusal.js';
import { verifyPrices } from './verify-prices.js';

/** Price verification. Its errors have a shape of their own, its 401 too, so the token is checked here. */
export const handler = serve({ 'POST /checkout/verify': forTenant(verifyPrices, identify) }, refusal);

async function identify({ event }: Call): Promise<Caller> {
  const caller = await verifyBearer(header(event, 'authorization'));
  if (!caller) throw unauthenticated();
  if (!mayCall(caller.role, 'POST', event.resource))
    throw new ApiError('PERMISSION_DENIED', 'The token does not allow this.');
  return caller;
}
