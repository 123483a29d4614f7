import type { AuthorizerPolicy } from '../../kernel/authorizer.js';
import { Refusal } from '../answer.js';
import type { Handler } from '../chain.js';
import type { Exchange } from '../exchange.js';
import { methodArn } from '../method-arn.js';
import { decidePolicy, type PolicyDecision } from '../policy/decide.js';

const DENIED = 'User is not authorized to access this resource';
const EXPLICIT = `${DENIED} with an explicit deny in an identity-based policy`;

/** Applies the authorizer's policy to this request's method ARN: cached policies meet every path anew (§5.3, §5.5). */
export const policyDecision: Handler = {
  name: 'policy-decision',
  handle(exchange) {
    const { plan, verdict } = exchange;
    if (plan === undefined || verdict?.kind !== 'policy') return undefined;
    const arn = methodArn(exchange, plan);
    const decision = decidePolicy(verdict.policy, 'execute-api:Invoke', arn);
    if (decision === 'allow') return undefined;
    return new Refusal('ACCESS_DENIED', reason(exchange, verdict, decision), {
      message: decision === 'explicit-deny' ? EXPLICIT : DENIED,
    });
  },
};

function reason(exchange: Exchange, verdict: AuthorizerPolicy, decision: PolicyDecision): string {
  const age =
    verdict.cachedFor === undefined ? '' : ` from cache, ${Math.floor(verdict.cachedFor / 1000)} s old,`;
  const says = decision === 'explicit-deny' ? 'denies' : 'does not cover';
  return `authorizer policy${age} ${says} ${exchange.method} ${exchange.path}`;
}
