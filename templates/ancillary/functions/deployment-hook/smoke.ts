import { anonymous, asUnknownTenant, withForeignToken } from './events.js';
import { foreignToken } from './foreign-token.js';
import { allOf, answers, refuses, returns } from './judges.js';
import type { Smoke } from './try-version.js';

/** A tenant, client and order that nobody has: what is asked for them reads everything and changes nothing. */
const NOBODY = 'deployment-smoke';

/** The moment from which recovery looks back: before there were orders. */
const AGES = 10 ** 9;

/**
 * Events for each function, by its deployment group. They go the function's whole way to its secrets and its database
 * (a tenant is refused after it was looked for), and end before anything is written, booked or mailed.
 */
export const SMOKE: Record<string, Smoke[]> = {
  authorizer: [
    { name: 'refuses a call without a token', event: () => ask(''), judge: refuses('Unauthorized') },
    {
      name: 'refuses a token that somebody else signed',
      event: () => ask(`Bearer ${foreignToken()}`),
      judge: refuses('Unauthorized'),
    },
  ],
  token: [
    {
      name: 'refuses a client that does not exist',
      event: () => anonymous('createToken', { client_id: NOBODY }),
      judge: answers(401, { error: { code: 'UNAUTHENTICATED' } }),
    },
  ],
  service: [
    {
      name: 'is well',
      event: () => anonymous('getHealth'),
      judge: answers(200, { status: 'ok' }),
    },
    {
      name: 'publishes keys, and nothing secret of them',
      event: () => anonymous('getKeys'),
      judge: allOf(answers(200, { keys: [{ kty: 'EC' }] }), hidesPrivateKeys),
    },
  ],
  recommendations: [refusesUnknownTenant('servePassengerRecommendations')],
  verify: [
    {
      name: 'refuses a token that somebody else signed',
      event: () => withForeignToken('verifyPrices'),
      judge: answers(401, { success: false, statusCode: 401 }),
    },
  ],
  orders: [refusesUnknownTenant('confirmOrder')],
  'widget-orders': [
    {
      name: 'refuses a token that somebody else signed',
      event: () => withForeignToken('createWidgetOrder'),
      judge: answers(401, { success: false, code: 'UNAUTHENTICATED' }),
    },
  ],
  cancellations: [refusesUnknownTenant('listOrders')],
  ndc: [refusesUnknownTenant('airShopping')],
  webhooks: [refusesUnknownTenant('listWebhooks')],
  'webhook-delivery': [
    { name: 'has nothing to deliver', event: () => ({ deliveries: [] }), judge: returns(null) },
  ],
  recovery: [
    {
      name: 'finds nothing from before there were orders',
      event: () => ({ olderThan: AGES }),
      judge: returns({ recovered: [], failed: [] }),
    },
  ],
  emails: [
    {
      name: 'sends nothing for a tenant that does not exist',
      event: () => ({ tenant: NOBODY, order: NOBODY }),
      judge: returns({ sent: 0 }),
    },
  ],
  'tenant-data': [
    {
      name: 'does not know a tenant that does not exist',
      event: () => ({ action: 'status', tenant: NOBODY }),
      judge: returns({ refusal: { code: 'UNKNOWN_TENANT' } }),
    },
  ],
};

function refusesUnknownTenant(operationId: string): Smoke {
  return {
    name: 'looks for the tenant, and refuses one that does not exist',
    event: () => asUnknownTenant(operationId, NOBODY),
    judge: answers(403, { error: { code: 'PERMISSION_DENIED' } }),
  };
}

function ask(authorizationToken: string): object {
  const { AWS_REGION: region } = process.env;
  const methodArn = `arn:aws:execute-api:${region}:000000000000:smoke/live/GET/auth/whoami`;
  return { type: 'TOKEN', authorizationToken, methodArn };
}

/** `d` is the private half of an elliptic key (RFC 7518, 6.2.2). */
function hidesPrivateKeys({ value }: { value?: unknown }): string | undefined {
  const { body } = value as { body: string };
  return /"d"\s*:/.test(body) ? 'a private key is published' : undefined;
}
