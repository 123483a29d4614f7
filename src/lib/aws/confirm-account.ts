import { userError } from '../../core/errors.js';
import { attempt } from './explain.js';
import { callerIdentity, type Identity } from './identity.js';
import type { AwsRegion } from './region.js';

/**
 * Asks STS in every region who calls, and holds that against the account that was named, or else against the first
 * answer. Throws AWS_WRONG_ACCOUNT, and the errors of an account that cannot be reached.
 * @param next the command to try again with
 */
export async function confirmEverywhere(
  regions: readonly [AwsRegion, ...AwsRegion[]],
  account: string | undefined,
  next: string,
): Promise<Identity> {
  const ask = (region: AwsRegion) => attempt({ region: region.name, next }, () => callerIdentity(region));
  const [home, ...others] = regions;
  const first = await ask(home);
  const found = [first, ...(await Promise.all(others.map(ask)))];
  const wanted = account ?? first.account;
  const other = found.find((one) => one.account !== wanted);
  if (other) throw userError('AWS_WRONG_ACCOUNT', { wanted, found: other.account, arn: other.arn });
  return first;
}
