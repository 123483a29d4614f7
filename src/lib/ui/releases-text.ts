import pc from 'picocolors';
import type { RegionReleases } from '../deploy/record/list-releases.js';
import type { FoundRelease } from '../deploy/record/releases.js';
import { columns } from './table.js';

/** Releases as a table for each region, the newest first; those not to be believed say why. */
export function releasesText(regions: readonly RegionReleases[]): string {
  return regions.map(regionText).join('\n\n');
}

function regionText({ region, stack, releases }: RegionReleases): string {
  const title = `${pc.bold(stack)} in ${region}`;
  if (releases.length === 0) return `${title}: no release has been recorded.`;
  return `${title}\n${columns(releases.toReversed().map(row), 2, '  ')}`;
}

const RESULTS = { done: pc.green('done'), unverified: pc.yellow('unverified'), failed: pc.red('failed') };

function row({ release, record, fault }: FoundRelease): string[] {
  if (!record || fault !== undefined) return [release, pc.red('NOT TO BE BELIEVED'), fault ?? ''];
  const { git, by, endedAt, result, rollbackTo } = record;
  const commit = git ? `${git.commit.slice(0, 10)}${git.dirty ? ' + changes' : ''}` : 'no commit';
  const what = rollbackTo === undefined ? commit : `back to ${rollbackTo}`;
  return [release, RESULTS[result], endedAt.slice(0, 19).replace('T', ' '), what, by.replace(/^.*[:/]/, '')];
}
