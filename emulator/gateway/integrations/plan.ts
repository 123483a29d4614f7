import type { Answer, Refusal } from '../answer.js';
import type { Exchange } from '../exchange.js';
import type { MethodPlan } from '../tables/plans.js';

/** A compiled integration: asks the backend and makes the answer of what it says. */
export interface IntegrationPlan {
  type: 'AWS_PROXY' | 'HTTP_PROXY' | 'MOCK' | 'unsupported';
  run(exchange: Exchange, plan: MethodPlan): Answer | Refusal | Promise<Answer | Refusal>;
}
