import type { Prepared } from '../plan/prepare.js';
import { checkReleasesKey } from '../record/releases-key.js';
import type { DeployTarget } from '../target/open-target.js';
import type { DeployTools, DeployTurn, OpenDeploy } from './deploys.js';
import type { DeployOptions } from './entries.js';
import { gitState } from './git-state.js';
import { regionPart } from './region-part.js';

/** What was confirmed, and how it is to be done. */
export interface Confirmed {
  target: DeployTarget;
  regions: readonly Prepared[];
  options: DeployOptions;
  /** The release that is brought back. */
  rollbackTo?: string;
  endpoint?: string | undefined;
  bucket?: string | undefined;
}

/** Writes down all that a deploy needs to be carried out, now or later. Throws BOOTSTRAP_KEY_MISSING. */
export async function beginDeploy(
  turn: DeployTurn,
  confirmed: Confirmed,
  tools: DeployTools,
): Promise<OpenDeploy> {
  const { target, regions, options, rollbackTo, endpoint, bucket } = confirmed;
  for (const region of target.regions) await checkReleasesKey(region, target.command);
  const parts = await Promise.all(regions.map((one) => regionPart(one, target.command)));
  const git = rollbackTo === undefined ? await gitState(target.projectDir) : undefined;
  const facts = {
    options,
    parts,
    ...(git && { git }),
    ...(rollbackTo !== undefined && { rollbackTo }),
    ...(endpoint !== undefined && { endpoint }),
    ...(bucket !== undefined && { bucket }),
  };
  return turn.begin(facts, tools);
}
