import { createHash } from 'node:crypto';
import { checkBody, checksumHeaders } from '../checksums.js';
import { checkWrite } from '../conditions.js';
import { describeObject, encryptionHeaders } from '../object-headers.js';
import { bucketOf, empty, type S3Operation } from '../s3-call.js';
import { addVersion, currentVersion, newVersionId } from '../versions.js';

/** `PutObject`. */
export const putObject: S3Operation = async (call) => {
  const { world, request, key } = call;
  const bucket = bucketOf(call);
  checkWrite(request.headers, currentVersion(bucket, key));
  const checksums = checkBody(request.headers, request.body);
  const described = describeObject(call);
  const blob = await world.store.blobs.put(request.body);
  // asked again: another write may have come between
  checkWrite(request.headers, currentVersion(bucket, key));
  const version = {
    ...described,
    versionId: newVersionId(bucket, world),
    modified: world.clock.now(),
    blob,
    size: request.body.length,
    etag: createHash('md5').update(request.body).digest('hex'),
    checksums,
    checksumType: 'FULL_OBJECT' as const,
  };
  const dropped = addVersion(bucket, key, version);
  await world.store.save(bucket);
  await world.store.blobs.drop(dropped);
  return empty(200, {
    etag: `"${version.etag}"`,
    ...checksumHeaders(checksums),
    ...encryptionHeaders(version.kmsKeyArn),
    ...(bucket.versioning === 'Enabled' && { 'x-amz-version-id': version.versionId }),
  });
};
