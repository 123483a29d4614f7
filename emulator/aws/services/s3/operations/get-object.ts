import type { AwsApiResponse } from '../../../../kernel/aws.js';
import { checksumHeaders } from '../checksums.js';
import { isNotModified } from '../conditions.js';
import { s3Error } from '../errors.js';
import { objectHeaders } from '../object-headers.js';
import { type Range, readRange } from '../ranges.js';
import { bucketOf, empty, type S3Call, type S3Operation } from '../s3-call.js';
import type { StoredVersion } from '../stored.js';
import { checkObjectKey } from '../use-key.js';
import { requiredVersion } from '../versions.js';

/** `GetObject`: whole, a range or a part; conditions; presigned overrides of headers. */
export const getObject: S3Operation = (call) => answer(call, true);

/** `HeadObject`: the same without the bytes. */
export const headObject: S3Operation = (call) => answer(call, false);

async function answer(call: S3Call, withBody: boolean): Promise<AwsApiResponse> {
  const { world, request, key } = call;
  const bucket = bucketOf(call);
  const version = requiredVersion(bucket, key, request.query.get('versionId'));
  const headers = objectHeaders(version, bucket.versioning !== undefined);
  if (isNotModified(request.headers, version)) return empty(304, headers);
  checkObjectKey(call, version);
  const range =
    partRange(version, request.query.get('partNumber')) ?? readRange(request.headers.range, version.size);
  const all = {
    ...headers,
    ...overrides(request.query),
    ...(request.headers['x-amz-checksum-mode'] === 'ENABLED' && !range && checksumsOf(version)),
    ...(version.parts &&
      request.query.has('partNumber') && { 'x-amz-mp-parts-count': String(version.parts.length) }),
    'content-length': String(range ? range.end - range.start : version.size),
    ...(range && { 'content-range': `bytes ${range.start}-${range.end - 1}/${version.size}` }),
  };
  const status = range ? 206 : 200;
  if (!withBody) return empty(status, all);
  const bytes = await world.store.blobs.get(version.blob as string);
  return { status, headers: all, body: range ? bytes.subarray(range.start, range.end) : bytes };
}

function checksumsOf({ checksums, checksumType }: StoredVersion): Record<string, string> {
  if (Object.keys(checksums).length === 0) return {};
  return { ...checksumHeaders(checksums), 'x-amz-checksum-type': checksumType ?? 'FULL_OBJECT' };
}

/** `partNumber`: the bytes of one part of a multipart object; any object has part 1. */
function partRange({ parts, size }: StoredVersion, text: string | null): Range | undefined {
  if (text === null) return undefined;
  const number = Number(text);
  const sizes = parts ?? [size];
  const own = sizes[number - 1];
  if (!Number.isInteger(number) || own === undefined)
    throw s3Error('InvalidRange', {}, 'The requested partnumber is not satisfiable');
  const start = sizes.slice(0, number - 1).reduce((sum, one) => sum + one, 0);
  return { start, end: start + own };
}

function overrides(query: URLSearchParams): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of query)
    if (/^response-(cache-control|content-(disposition|encoding|language|type)|expires)$/.test(name))
      headers[name.slice('response-'.length)] = value;
  return headers;
}
