import { UserError } from '../../../core/errors.js';
import type { DeployRegion } from '../target/open-target.js';
import { type DestroyPlan, planDestroy } from './destroy.js';
import { type Leftover, leftoversOf, refuseRetained } from './leftovers.js';

/** What is to go in one region. */
export interface Doom {
  region: DeployRegion;
  stackName: string;
  /** Undefined when there is no stack, only what it has left. */
  plan: DestroyPlan | undefined;
  /** Removed for good after the stack; empty unless asked for. */
  leftovers: Leftover[];
}

/**
 * Lists what would be deleted with a stack; with `retained` also what its template retains, or an earlier stack has left.
 * Throws what `planDestroy` throws, and DESTROY_RETAINED_STAGE.
 * @param wanted `template`: absolute path of the project's
 */
export async function planDoom(
  region: DeployRegion,
  wanted: { retained: boolean; template: string },
): Promise<Doom> {
  const { stackName, stage } = region.settings;
  if (!wanted.retained) return { region, stackName, plan: await planDestroy(region), leftovers: [] };
  refuseRetained(stage);
  const planned = await planDestroy(region).catch((error: unknown) => {
    if (error instanceof UserError && error.code === 'DESTROY_NOTHING') return error;
    throw error;
  });
  const plan = planned instanceof UserError ? undefined : planned;
  const leftovers = await leftoversOf(region, plan?.retained ?? [], wanted.template);
  if (planned instanceof UserError && leftovers.length === 0) throw planned;
  const goes = new Set(leftovers.map(({ logicalId }) => logicalId));
  const retained = plan?.retained.filter(({ logicalId }) => !goes.has(logicalId)) ?? [];
  return { region, stackName, plan: plan && { ...plan, retained }, leftovers };
}
