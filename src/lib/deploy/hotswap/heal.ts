import { attempt } from '../../aws/explain.js';
import { liveFunctions } from '../plan/live-functions.js';
import type { DeployRegion } from '../target/open-target.js';
import { type HotswapMark, readMarks, writeMarks } from './marks.js';
import { pointAliases, swapCode } from './swap-code.js';

/**
 * Puts a stack's own code and versions back where they were swapped, so that CloudFormation and CodeDeploy find what
 * they left. Done again after a crash it ends in the same state. Returns the logical ids of the functions.
 * @param next the command to run again
 */
export async function healHotswaps(region: DeployRegion, next: string): Promise<string[]> {
  const { name, bucket, settings } = region;
  const state = 'Hot-swapped functions are being put back; the stack is as it was.';
  return attempt({ region: name, next, state }, async () => {
    const marks = await readMarks(bucket, settings.stackName);
    if (marks.length === 0) return [];
    const live = await liveFunctions(region);
    // side by side, and all to their end: what has been put back is not to be marked any longer
    const ends = await Promise.allSettled(
      marks.map((mark) => heal(region, mark, live.get(mark.function)?.name)),
    );
    const left = marks.filter((_, index) => ends[index]?.status === 'rejected');
    await writeMarks(bucket, settings.stackName, left);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return marks.map((mark) => mark.function);
  });
}

/** One that is not in the stack any more has nothing to be healed. */
export async function heal(region: DeployRegion, mark: HotswapMark, name: string | undefined): Promise<void> {
  if (name === undefined) return;
  const { stackKey: key, aliases } = mark;
  await pointAliases(region.functions, { name, aliases }); // calls meet the old version at once
  await swapCode(region, { name, aliases }, key);
}
