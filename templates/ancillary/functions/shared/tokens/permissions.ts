import type { Role } from './claims.js';

const OFFERS = [
  'POST/aggregation-api/servePassengerRecommendations',
  'POST/v1/aggregation-api/servePassengerRecommendations',
];

const CANCELLATIONS = ['GET/cancellation-api/*', 'POST/cancellation-api/*'];

/** What each role may call: `VERB/path`, as in a method ARN, with `*` for any rest. */
export const PERMISSIONS: Record<Role, readonly string[]> = {
  api_client: ['*'],
  widget_user: [
    'GET/auth/whoami',
    ...OFFERS,
    'POST/checkout/verify',
    'POST/transactions/widget-order-create',
  ],
  whitelabel_user: [
    'GET/auth/whoami',
    ...OFFERS,
    'POST/checkout/verify',
    'POST/order-api/confirmOrder',
    'POST/order-api/paymentConfirmation',
    'POST/v1/order-api/confirmOrder',
    'POST/v1/order-api/paymentConfirmation',
    ...CANCELLATIONS,
  ],
};

/** True when the role may call `verb path`, one of the routes without a `*` in the table. */
export function mayCall(role: Role, verb: string, path: string): boolean {
  return PERMISSIONS[role].some((allowed) => allowed === '*' || allowed === `${verb}${path}`);
}
