import type { Caller } from '../tokens/claims.js';
import { mayCall } from '../tokens/permissions.js';
import { verifyBearer } from '../tokens/verify.js';
import { unauthenticated } from './caller.js';
import { ApiError } from './errors.js';
import { header } from './event.js';
import type { Call } from './serve.js';

/**
 * The caller of a route that has no authorizer at the gateway: those with an error shape of their own, which must hold
 * for 401 and 403 too. Throws a 401 or 403 `ApiError`.
 */
export async function identifyByBearer({ event }: Call): Promise<Caller> {
  const caller = await verifyBearer(header(event, 'authorization'));
  if (!caller) throw unauthenticated();
  if (!mayCall(caller.role, event.httpMethod, event.resource))
    throw new ApiError('PERMISSION_DENIED', 'The token does not allow this.');
  return caller;
}
