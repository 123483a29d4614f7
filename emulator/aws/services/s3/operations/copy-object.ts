import { createHash } from 'node:crypto';
import { writeElement } from '../../../protocol/xml-writer.js';
import { checksumOf } from '../checksums.js';
import { checkCopySource } from '../conditions.js';
import { copySourceOf } from '../copy-source.js';
import { s3Error } from '../errors.js';
import { describeObject, encryptionHeaders } from '../object-headers.js';
import { bucketOf, NAMESPACE, type S3Operation, xml } from '../s3-call.js';
import { addVersion, newVersionId } from '../versions.js';

/** `CopyObject`, within and between buckets. */
export const copyObject: S3Operation = async (call) => {
  const { world, request, key, bucketName } = call;
  const bucket = bucketOf(call);
  const source = copySourceOf(call);
  checkCopySource(request.headers, source.version);
  const replace = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const isSame =
    source.bucket.name === bucketName &&
    source.key === key &&
    !request.headers['x-amz-copy-source']?.includes('versionId=');
  if (
    isSame &&
    !replace &&
    !request.headers['x-amz-server-side-encryption'] &&
    !request.headers['x-amz-storage-class']
  )
    throw s3Error(
      'InvalidRequest',
      {},
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  const bytes = await world.store.blobs.get(source.version.blob as string);
  const described = describeObject(call);
  const { headers, metadata } = replace ? described : source.version;
  const tags =
    request.headers['x-amz-tagging-directive'] === 'REPLACE' ? described.tags : source.version.tags;
  const algorithm = request.headers['x-amz-checksum-algorithm']?.toLowerCase();
  const made = algorithm === undefined ? undefined : checksumOf(algorithm, bytes);
  const checksums =
    algorithm !== undefined && made !== undefined ? { [algorithm]: made } : source.version.checksums;
  const version = {
    headers,
    metadata,
    tags,
    ...(described.kmsKeyArn !== undefined && { kmsKeyArn: described.kmsKeyArn }),
    versionId: newVersionId(bucket, world),
    modified: world.clock.now(),
    blob: await world.store.blobs.put(bytes),
    size: bytes.length,
    etag: createHash('md5').update(bytes).digest('hex'),
    checksums: source.version.checksumType === 'COMPOSITE' ? {} : checksums,
  };
  const dropped = addVersion(bucket, key, version);
  await world.store.save(bucket);
  await world.store.blobs.drop(dropped);
  const result = { ETag: `"${version.etag}"`, LastModified: new Date(version.modified) };
  const body = writeElement('CopyObjectResult', result).replace('>', ` xmlns="${NAMESPACE}">`);
  return xml(body, 200, {
    ...encryptionHeaders(described.kmsKeyArn),
    ...(source.bucket.versioning && { 'x-amz-copy-source-version-id': source.version.versionId }),
    ...(bucket.versioning === 'Enabled' && { 'x-amz-version-id': version.versionId }),
  });
};
