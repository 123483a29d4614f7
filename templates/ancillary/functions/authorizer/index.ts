import type { Caller } from '../shared/tokens/claims.js';
import { PERMISSIONS } from '../shared/tokens/permissions.js';
import { verifyBearer } from '../shared/tokens/verify.js';

interface AuthorizerEvent {
  authorizationToken: string;
  methodArn: string;
}

interface AuthorizerResult {
  principalId: string;
  policyDocument: { Version: string; Statement: { Action: string; Effect: 'Allow'; Resource: string[] }[] };
  context: Record<string, string | number>;
}

/**
 * Lambda authorizer: allows a good token what its role may call. The gateway keeps the answer for a token and asks it
 * about every route, so the policy names all of them.
 */
export async function handler(event: AuthorizerEvent): Promise<AuthorizerResult> {
  const caller = await verifyBearer(event.authorizationToken);
  if (!caller) throw new Error('Unauthorized'); // the word that makes API Gateway answer 401
  return {
    principalId: caller.clientId ?? caller.pnr ?? caller.jti,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: resources(event.methodArn, caller) },
      ],
    },
    context: contextOf(caller),
  };
}

/** `arn:aws:execute-api:region:account:api/stage` and a `VERB/path` of the role each. */
function resources(methodArn: string, { role }: Caller): string[] {
  const stage = methodArn.split('/', 2).join('/');
  return PERMISSIONS[role].map((allowed) => `${stage}/${allowed}`);
}

/** Context values may be strings, numbers and booleans only. */
function contextOf({ tenant, role, region, jti, expiresAt, clientId, pnr, sessionId }: Caller) {
  return {
    tenant,
    role,
    region,
    jti,
    expiresAt,
    ...(clientId && { clientId }),
    ...(pnr && { pnr }),
    ...(sessionId && { sessionId }),
  };
}
