import { createHash } from 'node:crypto';
import { textOf } from '../../../protocol/xml-reader.js';
import { writeElement, writeMembers } from '../../../protocol/xml-writer.js';
import { checkBody, checksumElements, checksumHeaders, checksumOf, compositeChecksum } from '../checksums.js';
import { checkWrite } from '../conditions.js';
import { copySourceOf } from '../copy-source.js';
import { s3Error } from '../errors.js';
import { encoder, listNames, readListing } from '../listing.js';
import { describeObject, encryptionHeaders } from '../object-headers.js';
import { readRange } from '../ranges.js';
import { bucketOf, empty, NAMESPACE, type S3Call, type S3Operation, xml, xmlBody } from '../s3-call.js';
import type { StoredBucket, StoredPart, StoredUpload, StoredVersion } from '../stored.js';
import { addVersion, currentVersion, newVersionId } from '../versions.js';

/** Bytes of every part but the last (S3 user guide, "Multipart upload limits"). */
const SMALLEST_PART = 5 * 1024 * 1024;

/** `CreateMultipartUpload`. */
export const createMultipartUpload: S3Operation = async (call) => {
  const { world, request, key } = call;
  const bucket = bucketOf(call);
  const algorithm = request.headers['x-amz-checksum-algorithm']?.toLowerCase();
  const id = world.ids.bytes(48).toString('base64url');
  const described = describeObject(call);
  bucket.uploads[id] = {
    ...described,
    id,
    key,
    startedAt: world.clock.now(),
    ...(algorithm !== undefined && { checksumAlgorithm: algorithm }),
    parts: {},
  };
  await world.store.save(bucket);
  const members = writeMembers({ Bucket: bucket.name, Key: key, UploadId: id });
  return xml(
    `<InitiateMultipartUploadResult xmlns="${NAMESPACE}">${members}</InitiateMultipartUploadResult>`,
    200,
    {
      ...encryptionHeaders(described.kmsKeyArn),
      ...(algorithm !== undefined && { 'x-amz-checksum-algorithm': algorithm.toUpperCase() }),
    },
  );
};

/** `UploadPart`. */
export const uploadPart: S3Operation = async (call) => {
  const { request } = call;
  const part = await storePart(call, request.body, checkBody(request.headers, request.body));
  return empty(200, { etag: `"${part.etag}"`, ...checksumHeaders(part.checksums) });
};

/** `UploadPartCopy`: the bytes of another object, or a range of them. */
export const uploadPartCopy: S3Operation = async (call) => {
  const { version } = copySourceOf(call);
  const bytes = await call.world.store.blobs.get(version.blob as string);
  const range = readRange(call.request.headers['x-amz-copy-source-range'], bytes.length);
  const part = await storePart(call, range ? bytes.subarray(range.start, range.end) : bytes, {});
  const members = writeMembers({ ETag: `"${part.etag}"`, LastModified: new Date(part.modified) });
  return xml(`<CopyPartResult xmlns="${NAMESPACE}">${members}</CopyPartResult>`);
};

async function storePart(
  call: S3Call,
  bytes: Buffer,
  checksums: Record<string, string>,
): Promise<StoredPart> {
  const { world, request } = call;
  const bucket = bucketOf(call);
  const upload = uploadOf(call, bucket);
  const number = Number(request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw s3Error(
      'InvalidArgument',
      { ArgumentName: 'partNumber' },
      'Part number must be an integer between 1 and 10000, inclusive',
    );
  const { checksumAlgorithm: algorithm } = upload;
  const made = algorithm === undefined ? undefined : checksumOf(algorithm, bytes);
  const blob = await world.store.blobs.put(bytes);
  const replaced = upload.parts[number];
  const part = {
    number,
    blob,
    size: bytes.length,
    etag: createHash('md5').update(bytes).digest('hex'),
    modified: world.clock.now(),
    checksums: { ...checksums, ...(algorithm !== undefined && made !== undefined && { [algorithm]: made }) },
  };
  upload.parts[number] = part;
  await world.store.save(bucket);
  if (replaced) await world.store.blobs.drop([replaced.blob]);
  return part;
}

/** `CompleteMultipartUpload`: the parts that are named, in order, become the object. */
export const completeMultipartUpload: S3Operation = async (call) => {
  const { world, request, key } = call;
  const bucket = bucketOf(call);
  const upload = uploadOf(call, bucket);
  const parts = namedParts(call, upload);
  checkWrite(request.headers, currentVersion(bucket, key));
  const bytes = Buffer.concat(await Promise.all(parts.map(({ blob }) => world.store.blobs.get(blob))));
  const version: StoredVersion = {
    headers: upload.headers,
    metadata: upload.metadata,
    tags: upload.tags,
    ...(upload.kmsKeyArn !== undefined && { kmsKeyArn: upload.kmsKeyArn }),
    versionId: newVersionId(bucket, world),
    modified: world.clock.now(),
    blob: await world.store.blobs.put(bytes),
    size: bytes.length,
    etag: `${md5Of(parts)}-${parts.length}`,
    ...checksumsOf(upload, parts),
    parts: parts.map(({ size }) => size),
  };
  const dropped = addVersion(bucket, key, version);
  delete bucket.uploads[upload.id];
  await world.store.save(bucket);
  await world.store.blobs.drop([...dropped, ...Object.values(upload.parts).map(({ blob }) => blob)]);
  const members = writeMembers({
    Location: `http://${request.headers.host}/${bucket.name}/${key}`,
    Bucket: bucket.name,
    Key: key,
    ETag: `"${version.etag}"`,
    ...checksumElements(version.checksums),
  });
  return xml(
    `<CompleteMultipartUploadResult xmlns="${NAMESPACE}">${members}</CompleteMultipartUploadResult>`,
    200,
    {
      ...encryptionHeaders(version.kmsKeyArn),
      ...(bucket.versioning === 'Enabled' && { 'x-amz-version-id': version.versionId }),
    },
  );
};

function namedParts(call: S3Call, upload: StoredUpload): StoredPart[] {
  const named = xmlBody(call, 'CompleteMultipartUpload').children.filter(({ name }) => name === 'Part');
  if (named.length === 0) throw s3Error('MalformedXML');
  let before = 0;
  const parts = named.map((one) => {
    const number = Number(textOf(one, 'PartNumber'));
    const part = upload.parts[number];
    const etag = (textOf(one, 'ETag') ?? '').replace(/^"|"$/g, '');
    if (number <= before) throw s3Error('InvalidPartOrder', { UploadId: upload.id });
    before = number;
    if (!part || part.etag !== etag)
      throw s3Error('InvalidPart', { UploadId: upload.id, PartNumber: number, ETag: etag });
    return part;
  });
  for (const { size, number, etag } of parts.slice(0, -1))
    if (size < SMALLEST_PART)
      throw s3Error('EntityTooSmall', {
        ProposedSize: size,
        MinSizeAllowed: SMALLEST_PART,
        PartNumber: number,
        ETag: etag,
      });
  return parts;
}

function md5Of(parts: readonly StoredPart[]): string {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(Buffer.from(etag, 'hex'));
  return hash.digest('hex');
}

function checksumsOf(
  { checksumAlgorithm: algorithm }: StoredUpload,
  parts: readonly StoredPart[],
): Pick<StoredVersion, 'checksums' | 'checksumType'> {
  if (algorithm === undefined) return { checksums: {} };
  const composite = compositeChecksum(
    algorithm,
    parts.flatMap(({ checksums }) => checksums[algorithm] ?? []),
  );
  return composite === undefined
    ? { checksums: {} }
    : { checksums: { [algorithm]: composite }, checksumType: 'COMPOSITE' };
}

/** `AbortMultipartUpload`. */
export const abortMultipartUpload: S3Operation = async (call) => {
  const bucket = bucketOf(call);
  const upload = uploadOf(call, bucket);
  delete bucket.uploads[upload.id];
  await call.world.store.save(bucket);
  await call.world.store.blobs.drop(Object.values(upload.parts).map(({ blob }) => blob));
  return empty(204);
};

/** `ListParts`. */
export const listParts: S3Operation = (call) => {
  const bucket = bucketOf(call);
  const upload = uploadOf(call, bucket);
  const { query } = call.request;
  const marker = Number(query.get('part-number-marker') ?? 0);
  const most = Math.min(Number(query.get('max-parts') ?? 1000) || 1000, 1000);
  const all = Object.values(upload.parts).filter(({ number }) => number > marker);
  const page = all.slice(0, most);
  const items = page.map(({ number, modified, etag, size, checksums }) =>
    writeElement('Part', {
      PartNumber: number,
      LastModified: new Date(modified),
      ETag: `"${etag}"`,
      Size: size,
      ...checksumElements(checksums),
    }),
  );
  const head = writeMembers({
    Bucket: bucket.name,
    Key: upload.key,
    UploadId: upload.id,
    PartNumberMarker: marker,
    NextPartNumberMarker: page.at(-1)?.number ?? 0,
    MaxParts: most,
    IsTruncated: all.length > page.length,
    StorageClass: 'STANDARD',
  });
  return xml(`<ListPartsResult xmlns="${NAMESPACE}">${head}${items.join('')}</ListPartsResult>`);
};

/** `ListMultipartUploads`. */
export const listMultipartUploads: S3Operation = (call) => {
  const bucket = bucketOf(call);
  const { query } = call.request;
  const uploads = Object.values(bucket.uploads);
  const asked = readListing(query, query.get('key-marker') ?? '');
  const page = listNames(new Set(uploads.map(({ key }) => key)), asked);
  const encode = encoder(query);
  const items = uploads
    .filter(({ key }) => page.keys.includes(key))
    .map(({ key, id, startedAt }) =>
      writeElement('Upload', {
        Key: encode(key),
        UploadId: id,
        StorageClass: 'STANDARD',
        Initiated: new Date(startedAt),
      }),
    );
  const prefixes = page.prefixes.map((prefix) => writeElement('CommonPrefixes', { Prefix: encode(prefix) }));
  const head = writeMembers({
    Bucket: bucket.name,
    KeyMarker: encode(asked.after),
    NextKeyMarker: page.next === undefined ? undefined : encode(page.next),
    MaxUploads: asked.maxKeys,
    IsTruncated: page.next !== undefined,
    EncodingType: query.get('encoding-type'),
  });
  return xml(
    `<ListMultipartUploadsResult xmlns="${NAMESPACE}">${head}${items.join('')}${prefixes.join('')}</ListMultipartUploadsResult>`,
  );
};

function uploadOf({ request, key }: S3Call, { uploads }: StoredBucket): StoredUpload {
  const id = request.query.get('uploadId') ?? '';
  const upload = Object.hasOwn(uploads, id) ? uploads[id] : undefined;
  if (upload?.key === key) return upload;
  throw s3Error('NoSuchUpload', { UploadId: id });
}
