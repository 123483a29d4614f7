import type { ResourceChange } from '../../aws/change-sets.js';
import type { StackFacts } from '../../aws/stacks.js';
import type { Synthesised } from '../synth/synthesise.js';
import type { DeployRegion, DeployTarget } from '../target/open-target.js';
import type { Asset } from '../upload/upload.js';
import type { MadeChangeSet } from './make-change-set.js';

/** What deploying would do in one region. Its shape only grows. */
export interface RegionPlan {
  region: string;
  stack: string;
  /** `create` for the first deployment. */
  action: 'create' | 'update' | 'none';
  resources: ResourceChange[];
  /** Archives to be sent. */
  uploads: { key: string; bytes: number }[];
}

/** What a plan is made from. */
export interface PlanInput {
  target: DeployTarget;
  region: DeployRegion;
  stack: StackFacts | undefined;
  synthesised: Synthesised;
  changeSet: MadeChangeSet;
  uploads: Asset[];
  drift: boolean;
}

/** Compares what is deployed with what would be. */
export async function regionPlan({ region, stack, changeSet, uploads }: PlanInput): Promise<RegionPlan> {
  return {
    region: region.name,
    stack: region.settings.stackName,
    action: changeSet.isEmpty ? 'none' : stack === undefined ? 'create' : 'update',
    resources: changeSet.changes,
    uploads: uploads.map(({ key, zippedBytes }) => ({ key, bytes: zippedBytes })),
  };
}
