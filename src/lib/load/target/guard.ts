import { userError } from '../../../core/errors.js';
import type { Stage } from '../../testing/target/stage.js';
import type { Estimate } from './estimate.js';

/** What the user allowed. */
export interface Allowance {
  maxRequests?: number;
  /** USD */
  maxCost?: number;
  /** Stage as the user names it, for an address that does not tell. */
  stage?: string;
  iMeanProduction: boolean;
}

const PRODUCTION = /^(prod|production|live|prd)$/i;

/**
 * Refuses load on a place that is not this machine unless it has a budget, its stage is known, and production is meant.
 * Throws LOAD_BUDGET_MISSING, LOAD_STAGE_UNKNOWN, LOAD_PRODUCTION.
 */
export function guardTarget({ url, local, stage: told }: Stage, allowance: Allowance): void {
  if (local) return;
  const stage = allowance.stage ?? told;
  if (stage === undefined) throw userError('LOAD_STAGE_UNKNOWN', { url });
  if ([stage, told].some((name) => name !== undefined && PRODUCTION.test(name)) && !allowance.iMeanProduction)
    throw userError('LOAD_PRODUCTION', { stage });
  if (allowance.maxRequests === undefined && allowance.maxCost === undefined)
    throw userError('LOAD_BUDGET_MISSING', { url });
}

/** Refuses a run that would go over its budget. Throws LOAD_OVER_BUDGET. */
export function guardBudget({ requests, cost }: Estimate, { maxRequests, maxCost }: Allowance): void {
  if (maxRequests !== undefined && requests > maxRequests)
    throw userError('LOAD_OVER_BUDGET', {
      need: `${requests} requests`,
      most: `--max-requests ${maxRequests}`,
    });
  if (maxCost !== undefined && cost > maxCost)
    throw userError('LOAD_OVER_BUDGET', { need: `about $${cost.toFixed(2)}`, most: `--max-cost ${maxCost}` });
}
