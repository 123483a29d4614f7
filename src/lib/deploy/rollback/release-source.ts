import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { userError } from '../../../core/errors.js';
import { withRetry } from '../../aws/retry.js';
import type { ReleaseRecord } from '../record/release-record.js';
import type { FoundRelease } from '../record/releases.js';
import type { Synthesised } from '../synth/synthesise.js';
import type { DeployRegion } from '../target/open-target.js';

/**
 * The release to go back to: the one that was named, else the last good one before the one that is live, with other
 * content. Throws RELEASE_UNKNOWN and RELEASE_TAMPERED.
 * @param releases oldest first
 */
export function chooseRelease(
  releases: readonly FoundRelease[],
  wanted: string | undefined,
  stack: string,
): ReleaseRecord {
  const found =
    wanted === undefined ? lastGood(releases) : releases.find(({ release }) => release === wanted);
  if (!found) {
    const known = releases.filter(({ record }) => record?.result === 'done').map(({ release }) => release);
    throw userError('RELEASE_UNKNOWN', { release: wanted, stack, known: known.slice(-5) });
  }
  const { record, fault, release } = found;
  if (!record || fault !== undefined)
    throw userError('RELEASE_TAMPERED', { release, why: fault ?? 'it cannot be read' });
  return record;
}

function lastGood(releases: readonly FoundRelease[]): FoundRelease | undefined {
  const live = releases.findLast(({ record }) => record !== undefined && record.result !== 'failed');
  if (!live?.record) return undefined;
  const content = contentOf(live.record);
  // from a release that was itself brought back, the way leads further back
  const before = live.record.rollbackTo ?? live.release;
  return releases.findLast(
    ({ release, record }) => release < before && record?.result === 'done' && contentOf(record) !== content,
  );
}

function contentOf({ content }: ReleaseRecord): string {
  return JSON.stringify([content.template.sha256, Object.entries(content.parameters).sort()]);
}

/**
 * What a release would send again: its own template and archives, which are still in the bucket by their hashes, and the
 * parameters that it had. Throws RELEASE_INCOMPLETE and RELEASE_TAMPERED.
 */
export async function releaseSource(
  { bucket, settings }: DeployRegion,
  record: ReleaseRecord,
): Promise<Synthesised> {
  const { release, content } = record;
  const { template, parameters, hidden, capabilities, functions } = content;
  const text = await withRetry(() => bucket.text(template.key));
  const there = await Promise.all(
    functions.map(({ key, sha256 }) => withRetry(() => bucket.has(key, sha256))),
  );
  const missing = functions.filter((_, index) => there[index] === undefined).map(({ key }) => key);
  if (text === undefined || missing.length > 0)
    throw userError('RELEASE_INCOMPLETE', {
      release,
      missing: [...(text === undefined ? [template.key] : []), ...new Set(missing)],
    });
  if (createHash('sha256').update(text).digest('hex') !== template.sha256)
    throw userError('RELEASE_TAMPERED', { release, why: `${template.key} is not the template it names` });
  return {
    settings: { ...settings, parameters: { ...settings.parameters, ...parameters } },
    template: parse(text, { version: '1.1' }) as Record<string, unknown>,
    text,
    sha256: template.sha256,
    parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
    hidden,
    capabilities,
    // the archives are in the bucket: nothing of this machine is needed
    functions: functions.map((one) => ({ ...one, file: '', zippedBytes: 0, unzippedBytes: 0, packages: [] })),
  };
}
