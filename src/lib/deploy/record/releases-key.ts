import { userError } from '../../../core/errors.js';
import { attempt } from '../../aws/explain.js';
import { awsFailure } from '../../aws/failure.js';
import { Kms } from '../../aws/kms.js';
import { RELEASES_KEY } from '../bootstrap/check.js';
import type { DeployRegion } from '../target/open-target.js';

/** Makes sure, before anything is changed, that the record of it can be signed. Throws BOOTSTRAP_KEY_MISSING. */
export async function checkReleasesKey({ name, aws, account }: DeployRegion, next: string): Promise<void> {
  const kms = new Kms(aws);
  const needs = { action: 'kms:DescribeKey', resource: `arn:aws:kms:${name}:${account}:${RELEASES_KEY}` };
  const state = await attempt({ region: name, next, needs }, async () => {
    try {
      return (await kms.describe(RELEASES_KEY)).state;
    } catch (error) {
      if (awsFailure(error)?.kind === 'missing') return 'not there';
      throw error;
    }
  });
  if (state === 'Enabled') return;
  const bootstrap = `arcube deploy bootstrap --account ${account} --region ${name}`;
  throw userError('BOOTSTRAP_KEY_MISSING', { key: RELEASES_KEY, region: name, state, next: bootstrap });
}
