import { userError } from '../../../core/errors.js';
import { attempt } from '../../aws/explain.js';
import { assetsBucket, type DeployRegion } from '../target/open-target.js';

/** The stack that `arcube deploy bootstrap` makes in each account and region. */
export const BOOTSTRAP_STACK = 'arcube-bootstrap';
/** Alias of the KMS key that signs release records. */
export const RELEASES_KEY = 'alias/arcube-releases';

/** Looks whether the bucket is there, and ours. Throws BOOTSTRAP_MISSING or BOOTSTRAP_FOREIGN. */
export async function checkBootstrap(
  { name, account, bucket, aws }: DeployRegion,
  next: string,
): Promise<void> {
  const needs = { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket.name}` };
  const state = await attempt({ region: name, next, needs }, () => bucket.state());
  if (state === 'ours') return;
  const facts = { bucket: bucket.name, region: name };
  if (state === 'foreign')
    throw userError('BOOTSTRAP_FOREIGN', { ...facts, account, next: `${next} --bucket NAME` });
  const own = bucket.name === assetsBucket(account, name);
  const endpoint = aws.endpoint === undefined ? '' : ` --endpoint-url ${aws.endpoint}`;
  const make = own
    ? `arcube deploy bootstrap --account ${account} --region ${name}${endpoint}`
    : `aws s3api create-bucket --bucket ${bucket.name} --region ${name}${endpoint}`;
  throw userError('BOOTSTRAP_MISSING', { ...facts, next: make });
}
