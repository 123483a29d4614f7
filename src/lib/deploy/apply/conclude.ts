import { type UserError, userError } from '../../../core/errors.js';
import type { CanaryVerdict } from './canary/judge.js';
import type { DeployState, RegionProgress } from './deploy-state.js';
import { isRefusal, resourceText } from './failure-facts.js';

/** What a region's end means; undefined when all is well there. Names the regions that were not touched. */
export function conclude(state: DeployState, progress: RegionProgress): UserError | undefined {
  const { part, settled, verified, broken } = progress;
  const { begin } = state;
  const rest = untouchedText(state);
  if (settled?.ok === false) {
    const { failure, status } = settled;
    const at = { stack: part.stack, region: part.region, status, state: rest };
    const next = nextOf(state, progress);
    if (state.cancelled)
      return userError('DEPLOY_CANCELLED', {
        id: begin.deploy,
        state: `${part.stack} is ${status}. ${rest}`.trim(),
      });
    if (broken) return userError('DEPLOY_CANARY_BROKEN', { ...at, broken: broken.map(verdictText), next });
    const { reason = 'unknown', fix = '', log = [] } = failure ?? {};
    const resource = failure ? resourceText(failure) : 'the stack';
    const isBack = status === 'UPDATE_ROLLBACK_COMPLETE';
    const row = failure && isBack && isRefusal(failure) ? 'DEPLOY_REFUSED' : 'DEPLOY_FAILED';
    return userError(row, { ...at, resource, reason, fix, log, next });
  }
  if (verified?.ok === false)
    return userError('DEPLOY_UNVERIFIED', {
      id: begin.deploy,
      region: part.region,
      why: verified.note,
      state: rest,
      stage: begin.stage,
    });
  return undefined;
}

function untouchedText({ untouched, regions }: DeployState): string {
  if (regions.length < 2) return '';
  return untouched.length === 0 ? 'No region was left out.' : `Not touched: ${untouched.join(', ')}.`;
}

function nextOf({ begin }: DeployState, { part, settled }: RegionProgress): string {
  const where = `--stage ${begin.stage} --region ${part.region}`;
  const stuck = /^(UPDATE_ROLLBACK_FAILED|ROLLBACK_\w+|CREATE_FAILED|DELETE_FAILED)$/.test(
    settled?.status ?? '',
  );
  return stuck ? `arcube deploy recover ${where}` : `arcube deploy ${where}`;
}

/** `p95 of orders:8 is 900 ms, 200 ms are promised (512 requests)`. */
export function verdictText({ scope, measure, limit, unit, requests, measured }: CanaryVerdict): string {
  const shown = (value: number): string =>
    unit === 'ms' ? `${Math.round(value)} ms` : `${Number((value * 100).toFixed(3))} %`;
  const seen = measured === undefined ? 'not known' : shown(measured);
  return `${measure} of ${scope} is ${seen}, ${shown(limit)} is the limit (${requests} requests)`;
}
