import type { Handler } from '../chain.js';
import { askPolicies } from '../policy/ask.js';
import { deniedByPolicy } from '../policy/denied.js';

/**
 * The API's resource policy, first pass (§11): without authorization it must allow; before a Lambda authorizer an explicit
 * Deny ends the request. Callers that Cognito or IAM names are looked at when they are known.
 */
export const resourcePolicy: Handler = {
  name: 'resource-policy',
  handle(exchange) {
    const { plan } = exchange;
    const policy = plan?.stage.resourcePolicy;
    if (plan === undefined || policy === undefined) return undefined;
    const { type } = plan.method.authorization;
    if (type !== 'NONE' && type !== 'CUSTOM') return undefined;
    const decision = askPolicies(exchange, plan, [policy]);
    exchange.note('resource-policy', `the resource policy says ${decision}`);
    if (decision === 'explicitDeny')
      return deniedByPolicy(exchange, plan, decision, `the resource policy denies ${exchange.path}`);
    if (type === 'CUSTOM' || decision === 'allow') return undefined;
    return deniedByPolicy(exchange, plan, decision, `the resource policy does not allow ${exchange.path}`);
  },
};
