import { writeElement, writeMembers } from '../../../protocol/xml-writer.js';
import { encoder, listNames, readListing } from '../listing.js';
import { bucketOf, NAMESPACE, type S3Operation, xml } from '../s3-call.js';
import { versionsOf } from '../versions.js';

/** `ListObjectVersions`: whole keys at a time, so a page may be a little longer than `max-keys`. */
export const listObjectVersions: S3Operation = (call) => {
  const { query } = call.request;
  const bucket = bucketOf(call);
  const asked = readListing(query, query.get('key-marker') ?? '');
  const page = listNames(Object.keys(bucket.objects), asked);
  const encode = encoder(query);
  const head = writeMembers({
    Name: bucket.name,
    Prefix: encode(asked.prefix),
    KeyMarker: encode(asked.after),
    MaxKeys: asked.maxKeys,
    IsTruncated: page.next !== undefined,
    NextKeyMarker: page.next === undefined ? undefined : encode(page.next),
    EncodingType: query.get('encoding-type'),
  });
  const versions = page.keys.flatMap((key) =>
    versionsOf(bucket, key).map((version, index) => {
      const common = {
        Key: encode(key),
        VersionId: version.versionId,
        IsLatest: index === 0,
        LastModified: new Date(version.modified),
      };
      const owner = { Owner: { ID: bucket.accountId } };
      if (version.isDeleteMarker) return writeElement('DeleteMarker', { ...common, ...owner });
      const { etag, size } = version;
      return writeElement('Version', {
        ...common,
        ETag: `"${etag}"`,
        Size: size,
        StorageClass: 'STANDARD',
        ...owner,
      });
    }),
  );
  const prefixes = page.prefixes.map((prefix) => writeElement('CommonPrefixes', { Prefix: encode(prefix) }));
  return xml(
    `<ListVersionsResult xmlns="${NAMESPACE}">${head}${versions.join('')}${prefixes.join('')}</ListVersionsResult>`,
  );
};
