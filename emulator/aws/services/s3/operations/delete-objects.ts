import { textOf } from '../../../protocol/xml-reader.js';
import { writeElement } from '../../../protocol/xml-writer.js';
import { checkBody } from '../checksums.js';
import { s3Error } from '../errors.js';
import { bucketOf, NAMESPACE, type S3Operation, xml, xmlBody } from '../s3-call.js';
import { deleteVersion } from '../versions.js';

/** `DeleteObjects`: at most 1,000 at once. */
export const deleteObjects: S3Operation = async (call) => {
  const bucket = bucketOf(call);
  checkBody(call.request.headers, call.request.body);
  const root = xmlBody(call, 'Delete');
  const wanted = root.children.filter(({ name }) => name === 'Object');
  if (wanted.length < 1 || wanted.length > 1000) throw s3Error('MalformedXML');
  const results: string[] = [];
  const dropped: string[] = [];
  for (const one of wanted) {
    const key = textOf(one, 'Key') ?? '';
    const versionId = textOf(one, 'VersionId');
    const done = deleteVersion(call, bucket, key, versionId ?? null);
    dropped.push(...done.dropped);
    results.push(
      writeElement('Deleted', {
        Key: key,
        VersionId: versionId,
        DeleteMarker: done.isDeleteMarker || undefined,
        DeleteMarkerVersionId: done.isDeleteMarker ? done.versionId : undefined,
      }),
    );
  }
  await call.world.store.save(bucket);
  await call.world.store.blobs.drop(dropped);
  const isQuiet = textOf(root, 'Quiet') === 'true';
  return xml(`<DeleteResult xmlns="${NAMESPACE}">${isQuiet ? '' : results.join('')}</DeleteResult>`);
};
