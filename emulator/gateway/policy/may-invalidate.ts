import type { Exchange } from '../exchange.js';
import { askPolicies } from './ask.js';

/** Whether the caller's own policies let it invalidate the stage's cache (`execute-api:InvalidateCache`, §8). */
export function mayInvalidate(exchange: Exchange): boolean {
  const { plan, verdict } = exchange;
  if (plan === undefined) return false;
  const policies = verdict?.kind === 'policy' ? [verdict.policy] : exchange.identityPolicies;
  if (policies === 'everything') return true;
  if (policies === undefined) return false;
  return askPolicies(exchange, plan, policies, 'execute-api:InvalidateCache') === 'allow';
}
