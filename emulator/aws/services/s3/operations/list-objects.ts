import { writeElement, writeMembers } from '../../../protocol/xml-writer.js';
import { encoder, listNames, type Page, readListing } from '../listing.js';
import { bucketOf, NAMESPACE, type S3Call, type S3Operation, xml } from '../s3-call.js';
import type { StoredBucket, StoredVersion } from '../stored.js';
import { currentVersion } from '../versions.js';

/** `ListObjectsV2`. */
export const listObjectsV2: S3Operation = (call) => {
  const { query } = call.request;
  const bucket = bucketOf(call);
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? '';
  const after = token === null ? startAfter : Buffer.from(token, 'base64url').toString('utf8');
  const asked = readListing(query, after);
  const page = listNames(present(bucket), asked);
  const encode = encoder(query);
  const members = {
    Name: bucket.name,
    Prefix: encode(asked.prefix),
    Delimiter: asked.delimiter === '' ? undefined : encode(asked.delimiter),
    MaxKeys: asked.maxKeys,
    KeyCount: page.keys.length + page.prefixes.length,
    IsTruncated: page.next !== undefined,
    ContinuationToken: token,
    NextContinuationToken:
      page.next === undefined ? undefined : Buffer.from(page.next, 'utf8').toString('base64url'),
    StartAfter: startAfter === '' ? undefined : encode(startAfter),
    EncodingType: query.get('encoding-type'),
  };
  return render(writeMembers(members), bucket, page, call, query.get('fetch-owner') === 'true');
};

/** `ListObjects`, the older form. */
export const listObjects: S3Operation = (call) => {
  const { query } = call.request;
  const bucket = bucketOf(call);
  const marker = query.get('marker') ?? '';
  const asked = readListing(query, marker);
  const page = listNames(present(bucket), asked);
  const encode = encoder(query);
  const members = {
    Name: bucket.name,
    Prefix: encode(asked.prefix),
    Marker: encode(marker),
    Delimiter: asked.delimiter === '' ? undefined : encode(asked.delimiter),
    MaxKeys: asked.maxKeys,
    IsTruncated: page.next !== undefined,
    NextMarker: page.next === undefined || asked.delimiter === '' ? undefined : encode(page.next),
    EncodingType: query.get('encoding-type'),
  };
  return render(writeMembers(members), bucket, page, call, true);
};

function present(bucket: StoredBucket): string[] {
  return Object.keys(bucket.objects).filter((key) => currentVersion(bucket, key) !== undefined);
}

function render(head: string, bucket: StoredBucket, page: Page, { request }: S3Call, withOwner: boolean) {
  const encode = encoder(request.query);
  const owner = withOwner ? { ID: bucket.accountId } : undefined;
  const contents = page.keys.map((key) => {
    const version = currentVersion(bucket, key) as StoredVersion;
    return writeElement('Contents', { Key: encode(key), ...facts(version), Owner: owner });
  });
  const prefixes = page.prefixes.map((prefix) => writeElement('CommonPrefixes', { Prefix: encode(prefix) }));
  return xml(
    `<ListBucketResult xmlns="${NAMESPACE}">${head}${contents.join('')}${prefixes.join('')}</ListBucketResult>`,
  );
}

function facts({ modified, etag, size, checksums }: StoredVersion) {
  const [algorithm] = Object.keys(checksums);
  return {
    LastModified: new Date(modified),
    ETag: `"${etag}"`,
    ChecksumAlgorithm: algorithm?.toUpperCase(),
    Size: size,
    StorageClass: 'STANDARD',
  };
}
