import { s3Error } from './errors.js';
import { bucketOf, type S3Call } from './s3-call.js';
import type { StoredBucket, StoredVersion } from './stored.js';
import { requiredVersion } from './versions.js';

interface CopySource {
  bucket: StoredBucket;
  key: string;
  version: StoredVersion;
}

/** The object that `x-amz-copy-source` names: `bucket/key`, with `?versionId=` where not the current one is meant. */
export function copySourceOf(call: S3Call): CopySource {
  const given = call.request.headers['x-amz-copy-source'] ?? '';
  const [path = '', query = ''] = given.replace(/^\//, '').split('?', 2);
  const slash = path.indexOf('/');
  if (slash < 1)
    throw s3Error(
      'InvalidArgument',
      { ArgumentName: 'x-amz-copy-source' },
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    );
  const key = decodeURIComponent(path.slice(slash + 1).replaceAll('+', '%20'));
  const bucket = bucketOf({
    ...call,
    bucketName: path.slice(0, slash),
    request: { ...call.request, headers: {} },
  });
  const version = requiredVersion(bucket, key, new URLSearchParams(query).get('versionId'));
  return { bucket, key, version };
}
