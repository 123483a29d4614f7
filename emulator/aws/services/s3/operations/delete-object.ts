import { bucketOf, empty, type S3Operation } from '../s3-call.js';
import { deleteVersion } from '../versions.js';

/** `DeleteObject`: of a version, or of the object as its bucket's versioning has it. */
export const deleteObject: S3Operation = async (call) => {
  const { world, request, key } = call;
  const bucket = bucketOf(call);
  const { versionId, isDeleteMarker, dropped } = deleteVersion(
    call,
    bucket,
    key,
    request.query.get('versionId'),
  );
  await world.store.save(bucket);
  await world.store.blobs.drop(dropped);
  return empty(204, {
    ...(versionId !== undefined && { 'x-amz-version-id': versionId }),
    ...(isDeleteMarker && { 'x-amz-delete-marker': 'true' }),
  });
};
