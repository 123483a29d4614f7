import { userError } from '../../../core/errors.js';
import type { Estimate } from './estimate.js';

/** A place that load can be sent to, as far as its address tells. */
export interface TargetPlace {
  url: string;
  /** Of this machine. */
  local: boolean;
  region?: string;
  stage?: string;
}

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
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/;
/** https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html */
const EXECUTE_API = /^[a-z0-9]+\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;

/** Reads what an address tells. Throws LOAD_TARGET_ADDRESS for one that is none. */
export function placeOfTarget(text: string): TargetPlace {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw userError('LOAD_TARGET_ADDRESS', { url: text });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw userError('LOAD_TARGET_ADDRESS', { url: text });
  const [, region] = EXECUTE_API.exec(url.hostname) ?? [];
  const [, stage] = region === undefined ? [] : url.pathname.split('/');
  return {
    url: url.href.replace(/\/$/, ''),
    local: LOOPBACK.test(url.hostname),
    ...(region !== undefined && { region }),
    ...(stage && { stage }),
  };
}

/**
 * Refuses load on a place that is not this machine unless it has a budget, its stage is known, and production is meant.
 * Throws LOAD_BUDGET_MISSING, LOAD_STAGE_UNKNOWN, LOAD_PRODUCTION.
 */
export function guardTarget(place: TargetPlace, allowance: Allowance): void {
  if (place.local) return;
  const stage = allowance.stage ?? place.stage;
  if (stage === undefined) throw userError('LOAD_STAGE_UNKNOWN', { url: place.url });
  if (PRODUCTION.test(stage) && !allowance.iMeanProduction) throw userError('LOAD_PRODUCTION', { stage });
  if (allowance.maxRequests === undefined && allowance.maxCost === undefined)
    throw userError('LOAD_BUDGET_MISSING', { url: place.url });
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
