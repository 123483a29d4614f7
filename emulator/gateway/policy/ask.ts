import { type CompiledPolicy, compilePolicy } from '../../../src/core/policy/compile.js';
import { evaluate, type PolicyDecision, type PolicyRequest } from '../../../src/core/policy/evaluate.js';
import type { PolicyDocument } from '../../../src/core/stack/model.js';
import type { Exchange } from '../exchange.js';
import { methodArn } from '../method-arn.js';
import type { MethodPlan } from '../tables/plans.js';
import { requestContext } from './request-context.js';

export type Decision = PolicyDecision['decision'];

const compiled = new WeakMap<PolicyDocument, CompiledPolicy>();
const contextual = new WeakMap<CompiledPolicy, boolean>();

/** The compiled form of a document, made once. @throws PolicyError for what IAM refuses as malformed. */
export function compiledPolicy(document: PolicyDocument): CompiledPolicy {
  let policy = compiled.get(document);
  if (policy === undefined) {
    policy = compilePolicy(document);
    compiled.set(document, policy);
  }
  return policy;
}

/** What policies say of an action on the method that a request is for. */
export function askPolicies(
  exchange: Exchange,
  plan: MethodPlan,
  policies: readonly CompiledPolicy[],
  action = 'execute-api:Invoke',
): Decision {
  const request: PolicyRequest = {
    action,
    resource: methodArn(exchange, plan),
    principal: exchange.principal ?? { type: 'Anonymous', arns: [] },
  };
  if (policies.some(looksAtContext)) request.context = requestContext(exchange);
  return evaluate(policies, request).decision;
}

/** Conditions and variables need the request's condition keys; most policies have neither. */
function looksAtContext(policy: CompiledPolicy): boolean {
  let answer = contextual.get(policy);
  if (answer === undefined) {
    answer = policy.statements.some(
      ({ source }) => source.Condition !== undefined || JSON.stringify(source).includes('${'),
    );
    contextual.set(policy, answer);
  }
  return answer;
}
