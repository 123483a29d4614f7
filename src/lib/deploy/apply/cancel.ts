import { userError } from '../../../core/errors.js';
import { CodeDeployments } from '../../aws/code-deployments.js';
import { attempt } from '../../aws/explain.js';
import { TrafficMetrics } from '../../aws/traffic-metrics.js';
import { dropChangeSet } from '../plan/make-change-set.js';
import type { DeployRegion, DeployTarget } from '../target/open-target.js';
import { CanaryWatch } from './canary/watch.js';
import type { DeployState, RegionProgress } from './deploy-state.js';
import type { Deploys } from './deploys.js';
import { hasBegun } from './execute.js';

/** A region in which a deploy has begun something that is not at its end, as far as it knows. */
interface Begun {
  region: DeployRegion;
  progress: RegionProgress;
}

/**
 * Ends what a deploy has begun and is not at its end: canaries go back at once, then the stack. Regions that were not
 * begun lose their change sets alone. Done twice, it goes on with the first time. Throws DEPLOY_ENDED and
 * DEPLOY_NO_CANCEL.
 */
export async function cancelDeploy(target: DeployTarget, deploys: Deploys, id: string): Promise<void> {
  const state = deploys.state(id);
  if (state.outcome !== undefined) throw userError('DEPLOY_ENDED', { id, outcome: state.outcome });
  const next = `arcube deploy cancel ${id}`;
  const begun: Begun[] = [];
  for (const progress of state.regions) {
    const region = target.regions.find(({ name }) => name === progress.part.region);
    if (!region || !progress.intended.has('execute') || progress.settled) continue;
    const place = { region: region.name, next, state: state.describe() };
    if (await attempt(place, () => isUnderWay(region, progress, state))) begun.push({ region, progress });
  }
  // before anything is ended: whoever follows the deploy must know why it ends
  deploys.note(id, { type: 'cancel', at: target.clock.now(), by: target.caller });
  for (const { region, progress } of begun)
    await attempt({ region: region.name, next, state: state.describe() }, () => takeBack(region, progress));
  for (const progress of state.regions) {
    const { part, intended } = progress;
    const region = target.regions.find(({ name }) => name === part.region);
    if (!region || part.changeSetId === undefined) continue;
    const look = () => attempt({ region: region.name, next }, () => hasBegun({ region, progress, state }));
    if (intended.has('execute') && (await look())) continue;
    await dropChangeSet({ ...region, region: part.region, next }, part.changeSetId, part.stack);
  }
}

/** Whether there is an update to end. Throws DEPLOY_NO_CANCEL where something is under way that cannot be. */
async function isUnderWay(
  { stacks, name, settings: { stage } }: DeployRegion,
  { part }: RegionProgress,
  { cancelled, begin }: DeployState,
): Promise<boolean> {
  const status = (await stacks.describe(part.stackId))?.status ?? 'not there';
  if (!status.endsWith('_IN_PROGRESS') || status === 'REVIEW_IN_PROGRESS') return false; // its end has come
  if (status === 'UPDATE_IN_PROGRESS') return true;
  if (cancelled && status.startsWith('UPDATE_ROLLBACK')) return false; // that is what cancelling it has brought about
  throw userError('DEPLOY_NO_CANCEL', { id: begin.deploy, stack: part.stack, region: name, status, stage });
}

async function takeBack(region: DeployRegion, progress: RegionProgress): Promise<void> {
  const { stacks } = region;
  const { part, executedAt = 0 } = progress;
  const now = (): number => region.aws.clock.now();
  const deployments = new CodeDeployments(region.aws);
  const metrics = new TrafficMetrics(region.aws);
  await new CanaryWatch({ part, now, stacks, deployments, metrics, slo: undefined }, executedAt).stop();
  try {
    await stacks.cancelUpdate(part.stackId);
  } catch (error) {
    // the alias that lost its canary has begun the rollback already
    const after = await stacks.describe(part.stackId);
    if (after?.status === 'UPDATE_IN_PROGRESS') throw error;
  }
}
