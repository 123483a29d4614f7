import { identifyByBearer } from '../shared/api/bearer.js';
import { forTenant } from '../shared/api/for-tenant.js';
import { serve } from '../shared/api/serve.js';
import { refusal } from './refusal.js';
import { verifyPrices } from './verify-prices.js';

/** Price verification. Its errors have a shape of their own, its 401 too, so the token is checked here. */
export const handler = serve({ 'POST /checkout/verify': forTenant(verifyPrices, identifyByBearer) }, refusal);
