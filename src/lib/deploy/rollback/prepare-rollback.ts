import { attempt } from '../../aws/explain.js';
import { type DeployPlan, prepareAll } from '../plan/deploy-plan.js';
import type { Prepared } from '../plan/prepare.js';
import { releasesOf } from '../record/list-releases.js';
import type { ReleaseRecord } from '../record/release-record.js';
import type { DeployTarget } from '../target/open-target.js';
import { chooseRelease, releaseSource } from './release-source.js';

/**
 * Prepares every region for an earlier release, the same one in all of them. Throws RELEASE_UNKNOWN, RELEASE_TAMPERED,
 * RELEASE_INCOMPLETE and what `prepareAll` throws.
 */
export async function prepareRollback(
  target: DeployTarget,
  to: string | undefined,
  signal?: AbortSignal,
): Promise<{ release: string; made: { plan: DeployPlan; regions: Prepared[] } }> {
  const { command: next } = target;
  const records = new Map<string, ReleaseRecord>();
  let wanted = to;
  for (const region of target.regions) {
    const releases = await attempt({ region: region.name, next }, () => releasesOf(region).list());
    const record = chooseRelease(releases, wanted, region.settings.stackName);
    wanted ??= record.release;
    records.set(region.name, record);
  }
  const source = (region: DeployTarget['regions'][number]) =>
    releaseSource(region, records.get(region.name) as ReleaseRecord);
  const made = await prepareAll(target, {
    purpose: 'deploy',
    drift: false,
    source,
    ...(signal && { signal }),
  });
  return { release: wanted as string, made };
}
