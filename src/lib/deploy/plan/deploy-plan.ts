import { userError } from '../../../core/errors.js';
import type { DeployTarget } from '../target/open-target.js';
import { discard, type Prepared, type PrepareOptions, prepare } from './prepare.js';
import type { RegionPlan } from './region-plan.js';

/** What deploying would do, in all regions: what `--plan --json` prints. Its shape only grows. */
export interface DeployPlan {
  version: 1;
  account: string;
  /** ARN of whoever asked. */
  caller: string;
  stage: string;
  /** Whether there is anything to do. */
  changes: boolean;
  /** Whether data is lost, more is allowed than before, or callers of the API break. */
  losesData: boolean;
  widens: boolean;
  breaks: boolean;
  /** In the order in which they are deployed to. */
  regions: RegionPlan[];
}

/**
 * Prepares every region, side by side. When one of them cannot be, nothing is left behind in the others; the first of
 * them in their order is told. Throws DEPLOY_STOPPED once it has been asked to stop.
 */
export async function prepareAll(
  target: DeployTarget,
  options: PrepareOptions,
): Promise<{ plan: DeployPlan; regions: Prepared[] }> {
  const ends = await Promise.allSettled(target.regions.map((region) => prepare(target, region, options)));
  const regions = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const failed = ends.find((end) => end.status === 'rejected');
  const stopped = options.signal?.aborted === true;
  if (failed || stopped) {
    if (options.purpose === 'deploy') await discardAll(target, regions);
    throw stopped ? userError('DEPLOY_STOPPED', { next: target.command }) : failed?.reason;
  }
  return { plan: planOf(target, regions), regions };
}

/** Removes every change set that was made, and the stacks that came into being for them alone. */
export async function discardAll(target: DeployTarget, regions: readonly Prepared[]): Promise<void> {
  await Promise.allSettled(regions.map((one) => discard(target, one)));
}

function planOf(target: DeployTarget, prepared: readonly Prepared[]): DeployPlan {
  const regions = prepared.map(({ plan }) => plan);
  const updates = regions.filter(({ action }) => action !== 'create');
  return {
    version: 1,
    account: target.account,
    caller: target.caller,
    stage: target.stage,
    changes: regions.some(({ action }) => action !== 'none'),
    losesData: regions.some(({ resources }) => resources.some(({ losesData }) => losesData)),
    widens: updates.some(({ iam }) => iam.length > 0),
    breaks: regions.some(({ api }) => api.some(({ breaking }) => breaking)),
    regions,
  };
}
