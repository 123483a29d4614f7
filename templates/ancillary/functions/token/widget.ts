import { randomUUID } from 'node:crypto';
import { unauthenticated } from '../shared/api/caller.js';
import { ApiError } from '../shared/api/errors.js';
import { header } from '../shared/api/event.js';
import type { Answer, Call } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { homeDatabase, regionDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import { WIDGET_INIT_LIFE, WIDGET_SESSION_LIFE } from '../shared/decisions.js';
import { issueToken } from '../shared/tokens/issue.js';
import { spend } from '../shared/tokens/spend.js';
import { INIT_AUDIENCE, verifyBearer } from '../shared/tokens/verify.js';
import { callingHost, isOneOf } from './origin.js';
import { writableRegion } from './writable-region.js';

/** `POST /widget/init`: a page on one of the tenant's domains gets a token to open a session with, once and soon. */
export async function widgetInit(call: Call): Promise<Answer> {
  const { tenantId, sessionId } = checked<{ tenantId: string; sessionId?: string }>(
    'WidgetInitRequest',
    call.body(),
  );
  const origin = callingHost(call.event);
  const tenants = await collection(await homeDatabase(), 'tenants');
  const tenant = await tenants.findOne({ _id: tenantId });
  if (!tenant?.enabled || !isOneOf(tenant.domains, origin))
    throw new ApiError('PERMISSION_DENIED', 'The page is not on one of the tenant’s domains.');
  const token = await issueToken(
    {
      tenant: tenantId,
      role: 'widget_user',
      region: tenant.dataRegion,
      sessionId: sessionId ?? randomUUID(),
      origin,
    },
    WIDGET_INIT_LIFE,
    INIT_AUDIENCE,
  );
  return tokenAnswer(token, WIDGET_INIT_LIFE);
}

/**
 * `POST /widget/session`: an init token opens a session, a session token refreshes it. Both only from the page's own
 * origin; an init token is spent by it.
 */
export async function widgetSession(call: Call): Promise<Answer> {
  const bearer = header(call.event, 'authorization');
  const opening = await verifyBearer(bearer, INIT_AUDIENCE);
  const caller = opening ?? (await verifyBearer(bearer));
  if (!caller?.origin || !caller.sessionId) throw unauthenticated();
  if (callingHost(call.event) !== caller.origin)
    throw new ApiError('PERMISSION_DENIED', 'The token was given to another page.');
  const { tenant, role, sessionId, origin, jti } = caller;
  const region = await writableRegion(tenant); // the token's may have been left since
  if (
    opening &&
    !(await spend(await regionDatabase(region), tenant, 'init', jti, 2 * WIDGET_INIT_LIFE + 120))
  )
    throw new ApiError('UNAUTHENTICATED', 'The init token has been used before.');
  const token = await issueToken({ tenant, role, region, sessionId, origin }, WIDGET_SESSION_LIFE);
  return tokenAnswer(token, WIDGET_SESSION_LIFE, sessionId);
}

function tokenAnswer(token: string, life: number, sessionId?: string): Answer {
  return {
    status: 200,
    body: { access_token: token, token_type: 'Bearer', expires_in: life, ...(sessionId && { sessionId }) },
    headers: { 'Cache-Control': 'no-store' },
  };
}
