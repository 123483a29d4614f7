import { writeElement } from '../../../protocol/xml-writer.js';
import { checksumElements } from '../checksums.js';
import { bucketOf, NAMESPACE, type S3Operation, xml } from '../s3-call.js';
import { requiredVersion } from '../versions.js';

/** `GetObjectAttributes`: those that `x-amz-object-attributes` names. */
export const getObjectAttributes: S3Operation = (call) => {
  const bucket = bucketOf(call);
  const version = requiredVersion(bucket, call.key, call.request.query.get('versionId'));
  const wanted = (call.request.headers['x-amz-object-attributes'] ?? '').split(',').map((one) => one.trim());
  const { etag, size, checksums, parts, modified } = version;
  const all: Record<string, string> = {
    ETag: writeElement('ETag', etag),
    Checksum: Object.keys(checksums).length > 0 ? writeElement('Checksum', checksumElements(checksums)) : '',
    ObjectParts: parts ? writeElement('ObjectParts', { TotalPartsCount: parts.length }) : '',
    StorageClass: writeElement('StorageClass', 'STANDARD'),
    ObjectSize: writeElement('ObjectSize', size),
  };
  const body = Object.entries(all).flatMap(([name, text]) => (wanted.includes(name) ? [text] : []));
  return xml(
    `<GetObjectAttributesResponse xmlns="${NAMESPACE}">${body.join('')}</GetObjectAttributesResponse>`,
    200,
    {
      'last-modified': new Date(modified).toUTCString(),
    },
  );
};
