import { CLOCK_SKEW } from '../decisions.js';
import type { Caller, Role } from '../tokens/claims.js';
import { ApiError } from './errors.js';
import type { ProxyEvent } from './event.js';

/** 401 in the contract's words. */
export function unauthenticated(): ApiError {
  return new ApiError('UNAUTHENTICATED', 'A valid bearer token is required.', [], {
    'WWW-Authenticate': 'Bearer',
  });
}

/**
 * The caller as the authorizer found it. The gateway keeps the authorizer's answer for minutes, so a token may have
 * expired since: that is looked at again. Throws a 401 `ApiError`.
 */
export function callerOf({ requestContext }: ProxyEvent): Caller {
  const context = requestContext.authorizer;
  if (!context?.tenant) throw unauthenticated();
  const expiresAt = Number(context.expiresAt);
  if (Date.now() / 1000 > expiresAt + CLOCK_SKEW) throw unauthenticated();
  const text = (name: string): string => String(context[name] ?? '');
  return {
    tenant: text('tenant'),
    role: text('role') as Role,
    region: text('region'),
    jti: text('jti'),
    expiresAt,
    ...(context.clientId !== undefined && { clientId: text('clientId') }),
    ...(context.pnr !== undefined && { pnr: text('pnr') }),
    ...(context.sessionId !== undefined && { sessionId: text('sessionId') }),
  };
}
