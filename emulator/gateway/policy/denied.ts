import { Refusal } from '../answer.js';
import type { Exchange } from '../exchange.js';
import { methodArn } from '../method-arn.js';
import type { MethodPlan } from '../tables/plans.js';
import type { Decision } from './ask.js';

/** The refusal of a resource or IAM policy, with AWS's text: account ids in it are masked (§6.2, §11). */
export function deniedByPolicy(
  exchange: Exchange,
  plan: MethodPlan,
  decision: Decision,
  reason: string,
): Refusal {
  const user = exchange.identity.userArn ?? 'anonymous';
  const explicit = decision === 'explicitDeny' ? ' with an explicit deny' : '';
  const message = `User: ${user} is not authorized to perform: execute-api:Invoke on resource: ${masked(methodArn(exchange, plan))}${explicit}`;
  return new Refusal('ACCESS_DENIED', reason, { message });
}

function masked(arn: string): string {
  return arn.replace(/^(arn:[^:]*:execute-api:[^:]*:)\d{8}(\d{4}:)/, '$1********$2');
}
