import type { AwsApiRequest, AwsCaller, AwsQuestion, ResourcePolicy } from '../../../kernel/aws.js';
import { allowsAnybody } from '../iam/resource-policy.js';
import type { BucketStore } from './bucket-store.js';
import { readCopySource } from './copy-source.js';
import { isBlocked, isPublic } from './public-access.js';
import { findRoute, levelOf } from './routes.js';
import { addressOf } from './s3-call.js';
import type { StoredBucket } from './stored.js';

/** Whoever does not sign. */
export const NOBODY: AwsCaller = { accountId: 'anonymous', arn: '', userId: 'anonymous' };

/** Operations on a bucket that is not there yet, or for no bucket at all: no bucket's policy is asked. */
const WITHOUT_POLICY: readonly string[] = ['s3:CreateBucket', 's3:ListAllMyBuckets'];
/** An account's root can always mend a policy that locks everybody out. */
const ROOT_MAY = /^s3:(?:Get|Put|Delete)BucketPolicy$/;

/** What policies must allow for a request: a copy reads one object and writes another. */
export function questionsOf(store: BucketStore, request: AwsApiRequest): AwsQuestion[] | undefined {
  const { bucketName, key } = addressOf(request);
  const route = findRoute(request, levelOf({ bucketName, key }));
  if (!route) return undefined;
  const ask = (action: string, name: string, object: string): AwsQuestion => {
    const resource =
      route.on === 'service' ? '*' : `arn:aws:s3:::${name}${object === '' ? '' : `/${object}`}`;
    const policy = policyOf(store.get(name), action, request.caller);
    return { action, resource, ...(policy && { resourcePolicy: policy }) };
  };
  const isVersion = request.query.has('versionId') && /^s3:(Get|Delete)Object$/.test(route.action);
  const own = ask(isVersion ? `${route.action}Version` : route.action, bucketName, key);
  if (route.header !== 'x-amz-copy-source') return [own];
  const source = readCopySource(request);
  const action = source.versionId === null ? 's3:GetObject' : 's3:GetObjectVersion';
  return [own, ask(action, source.bucketName, source.key)];
}

function policyOf(
  bucket: StoredBucket | undefined,
  action: string,
  caller: AwsCaller,
): ResourcePolicy | undefined {
  if (!bucket || WITHOUT_POLICY.includes(action)) return undefined;
  const { accountId, policy } = bucket;
  const isRoot = caller.accountId === accountId && caller.arn.endsWith(':root');
  const document = isRoot && ROOT_MAY.test(action) ? undefined : policy;
  return {
    ...(document !== undefined && { document }),
    accountId,
    isRequired: false,
    isForOthers: !isRestricted(bucket),
  };
}

/** True when the bucket's policy lets a request in that nobody signed, and access for everybody is not blocked. */
export function mayAnybody(store: BucketStore, request: AwsApiRequest): boolean {
  const { bucketName } = addressOf(request);
  const bucket = store.get(bucketName);
  if (bucket?.policy === undefined || isRestricted(bucket)) return false;
  const { policy } = bucket;
  const questions = questionsOf(store, request) ?? [];
  // a copy would read another bucket, too: that is for those who sign
  return questions.length === 1 && questions.every((question) => allowsAnybody(policy, question));
}

/** A policy for everybody is good for the owner's account alone while public buckets are restricted. */
function isRestricted(bucket: StoredBucket): boolean {
  return bucket.policy !== undefined && isPublic(bucket.policy) && isBlocked(bucket, 'RestrictPublicBuckets');
}
