import type { AwsApiRequest } from '../../../kernel/aws.js';
import { s3Error } from './errors.js';
import { bucketOf, type S3Call } from './s3-call.js';
import type { StoredBucket, StoredVersion } from './stored.js';
import { checkObjectKey } from './use-key.js';
import { requiredVersion } from './versions.js';

interface CopySource {
  bucket: StoredBucket;
  key: string;
  version: StoredVersion;
}

/** Bucket and key that `x-amz-copy-source` names: `bucket/key`, with `?versionId=` where not the current one is meant. */
export function readCopySource({ headers }: Pick<AwsApiRequest, 'headers'>): {
  bucketName: string;
  key: string;
  versionId: string | null;
} {
  const given = headers['x-amz-copy-source'] ?? '';
  const [path = '', query = ''] = given.replace(/^\//, '').split('?', 2);
  const slash = path.indexOf('/');
  if (slash < 1)
    throw s3Error(
      'InvalidArgument',
      { ArgumentName: 'x-amz-copy-source' },
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    );
  const key = decodeURIComponent(path.slice(slash + 1).replaceAll('+', '%20'));
  return { bucketName: path.slice(0, slash), key, versionId: new URLSearchParams(query).get('versionId') };
}

/** The object that is to be copied. */
export function copySourceOf(call: S3Call): CopySource {
  const { bucketName, key, versionId } = readCopySource(call.request);
  const bucket = bucketOf({ ...call, bucketName, request: { ...call.request, headers: {} } });
  const version = requiredVersion(bucket, key, versionId);
  checkObjectKey({ ...call, bucketName, key }, version);
  return { bucket, key, version };
}
