import type { AuthorizerPolicy } from '../../kernel/authorizer.js';
import { Refusal } from '../answer.js';
import type { Handler } from '../chain.js';
import type { Exchange } from '../exchange.js';
import { askPolicies, type Decision } from '../policy/ask.js';
import { bothAllow, eitherAllows } from '../policy/combine.js';
import { deniedByPolicy } from '../policy/denied.js';
import type { MethodPlan } from '../tables/plans.js';

const DENIED = 'User is not authorized to access this resource';
const EXPLICIT = `${DENIED} with an explicit deny in an identity-based policy`;

/**
 * Joins what the authorizer or IAM says with the resource policy (§11). The authorizer's policy is applied to this request's
 * method ARN: a cached one meets every path anew (§5.3, §5.5).
 */
export const policyDecision: Handler = {
  name: 'policy-decision',
  handle(exchange) {
    const { plan, verdict } = exchange;
    if (plan === undefined) return undefined;
    if (verdict?.kind === 'policy') return byAuthorizer(exchange, plan, verdict);
    if (verdict?.kind === 'claims') return byUserPool(exchange, plan);
    return plan.method.authorization.type === 'AWS_IAM' ? byIam(exchange, plan) : undefined;
  },
};

function byAuthorizer(exchange: Exchange, plan: MethodPlan, verdict: AuthorizerPolicy): Refusal | undefined {
  const identity = askPolicies(exchange, plan, [verdict.policy]);
  const decision = eitherAllows(resourceDecision(exchange, plan) ?? 'implicitDeny', identity);
  if (decision === 'allow') return undefined;
  return new Refusal('ACCESS_DENIED', reason(exchange, verdict, decision), {
    message: decision === 'explicitDeny' ? EXPLICIT : DENIED,
  });
}

/** With a resource policy, a valid token is not enough: the policy must allow (§11, §15). */
function byUserPool(exchange: Exchange, plan: MethodPlan): Refusal | undefined {
  const decision = resourceDecision(exchange, plan);
  if (decision === undefined || decision === 'allow') return undefined;
  return deniedByPolicy(exchange, plan, decision, `the resource policy does not allow ${exchange.path}`);
}

function byIam(exchange: Exchange, plan: MethodPlan): Refusal | undefined {
  const policies = exchange.identityPolicies ?? [];
  const identity = policies === 'everything' ? 'allow' : askPolicies(exchange, plan, policies);
  const resource = resourceDecision(exchange, plan);
  const foreign = exchange.identity.accountId !== plan.stage.accountId;
  const decision = foreign
    ? bothAllow(resource ?? 'implicitDeny', identity)
    : eitherAllows(resource ?? 'implicitDeny', identity);
  if (decision === 'allow') return undefined;
  const why = `identity policies say ${identity}, the resource policy ${resource ?? 'is not there'}`;
  return deniedByPolicy(exchange, plan, decision, why);
}

function resourceDecision(exchange: Exchange, plan: MethodPlan): Decision | undefined {
  const { resourcePolicy } = plan.stage;
  return resourcePolicy === undefined ? undefined : askPolicies(exchange, plan, [resourcePolicy]);
}

function reason(exchange: Exchange, verdict: AuthorizerPolicy, decision: Decision): string {
  const age =
    verdict.cachedFor === undefined ? '' : ` from cache, ${Math.floor(verdict.cachedFor / 1000)} s old,`;
  const says = decision === 'explicitDeny' ? 'denies' : 'does not cover';
  return `authorizer policy${age} ${says} ${exchange.method} ${exchange.path}`;
}
