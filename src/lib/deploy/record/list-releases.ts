import { attempt } from '../../aws/explain.js';
import { Kms } from '../../aws/kms.js';
import type { DeployRegion, DeployTarget } from '../target/open-target.js';
import { type FoundRelease, Releases } from './releases.js';

/** The releases of a stack in one region, oldest first. */
export interface RegionReleases {
  region: string;
  stack: string;
  releases: FoundRelease[];
}

/** The release records of a region's stack. */
export function releasesOf({ bucket, aws, settings }: DeployRegion): Releases {
  return new Releases(bucket, new Kms(aws), settings.stackName);
}

/** Reads and checks every record of a target. */
export async function listReleases({ regions, command: next }: DeployTarget): Promise<RegionReleases[]> {
  const found: RegionReleases[] = [];
  for (const region of regions) {
    const releases = await attempt({ region: region.name, next }, () => releasesOf(region).list());
    found.push({ region: region.name, stack: region.settings.stackName, releases });
  }
  return found;
}
