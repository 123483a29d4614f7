import type { Role } from '../../../../core/scenario/model.js';

/** Operations that each role may call, by operation id, as the integration guide has it; `*` is all of them. */
export const MAY_CALL: Record<Role, readonly string[]> = {
  api_client: ['*'],
  widget_user: [
    'whoAmI',
    'servePassengerRecommendations',
    'servePassengerRecommendationsV1',
    'verifyPrices',
    'createWidgetOrder',
  ],
  whitelabel_user: [
    'whoAmI',
    'servePassengerRecommendations',
    'servePassengerRecommendationsV1',
    'verifyPrices',
    'confirmOrder',
    'confirmOrderV1',
    'confirmPayment',
    'confirmPaymentV1',
    'listOrders',
    'getCancellationPolicy',
    'cancelItem',
  ],
};

/** True when a role may call an operation. */
export function mayCall(role: Role, operationId: string): boolean {
  return MAY_CALL[role].some((one) => one === '*' || one === operationId);
}
