import type { AwsApiRequest } from '../../../kernel/aws.js';
import { s3Error } from './errors.js';
import type { S3Call } from './s3-call.js';
import type { StoredVersion } from './stored.js';
import { useKey } from './use-key.js';

const KEPT = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];
const META = 'x-amz-meta-';

export type Described = Pick<StoredVersion, 'headers' | 'metadata' | 'tags' | 'kmsKeyArn'>;

/** What a request says of the object it makes. Refuses what S3 has and the emulator has not. */
export function describeObject(call: S3Call): Described {
  const { headers } = call.request;
  for (const name of [
    'x-amz-object-lock-mode',
    'x-amz-server-side-encryption-customer-algorithm',
    'x-amz-website-redirect-location',
  ])
    if (headers[name] !== undefined) throw s3Error('NotImplemented', { Header: name });
  const acl = headers['x-amz-acl'];
  if (acl !== undefined && acl !== 'private' && acl !== 'bucket-owner-full-control')
    throw s3Error('InvalidRequest', {}, 'The bucket does not allow ACLs');
  const kept = Object.fromEntries(
    KEPT.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
  const encoding = (kept['content-encoding'] ?? '')
    .split(',')
    .filter((one) => one.trim() && one.trim() !== 'aws-chunked');
  if (encoding.length > 0) kept['content-encoding'] = encoding.join(',');
  else delete kept['content-encoding'];
  kept['content-type'] ??= 'binary/octet-stream';
  const kmsKeyArn = kmsKeyOf(call);
  return {
    headers: kept,
    metadata: metadataOf(headers),
    tags: taggingOf(headers),
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
  };
}

/** Headers that an object goes out with. */
export function objectHeaders(version: StoredVersion, isVersioned: boolean): Record<string, string> {
  const { headers, metadata, etag, modified, versionId, kmsKeyArn, tags } = version;
  const tagCount = Object.keys(tags).length;
  return {
    ...headers,
    ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`${META}${name}`, value])),
    etag: `"${etag}"`,
    'last-modified': new Date(modified).toUTCString(),
    'accept-ranges': 'bytes',
    ...encryptionHeaders(kmsKeyArn),
    ...(isVersioned && { 'x-amz-version-id': versionId }),
    ...(tagCount > 0 && { 'x-amz-tagging-count': String(tagCount) }),
  };
}

/** How an object is encrypted: with S3's own keys unless a KMS key was named. */
export function encryptionHeaders(kmsKeyArn: string | undefined): Record<string, string> {
  if (kmsKeyArn === undefined) return { 'x-amz-server-side-encryption': 'AES256' };
  return {
    'x-amz-server-side-encryption': 'aws:kms',
    'x-amz-server-side-encryption-aws-kms-key-id': kmsKeyArn,
  };
}

function metadataOf(headers: AwsApiRequest['headers']): Record<string, string> {
  const pairs = Object.entries(headers).filter(([name]) => name.startsWith(META));
  return Object.fromEntries(pairs.map(([name, value]) => [name.slice(META.length), value]));
}

function taggingOf(headers: AwsApiRequest['headers']): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(headers['x-amz-tagging'] ?? ''));
}

/** The KMS key asked for, which must be there and enabled. */
function kmsKeyOf(call: S3Call): string | undefined {
  const { world, request, bucketName } = call;
  const { headers, caller } = request;
  const bucket = world.store.get(bucketName);
  const configured = bucket?.configurations.encryption ?? '';
  const algorithm = headers['x-amz-server-side-encryption'] ?? /<SSEAlgorithm>([^<]+)</.exec(configured)?.[1];
  if (algorithm === undefined || algorithm === 'AES256') return undefined;
  if (algorithm !== 'aws:kms') throw s3Error('NotImplemented', { Header: 'x-amz-server-side-encryption' });
  const named =
    headers['x-amz-server-side-encryption-aws-kms-key-id'] ??
    /<KMSMasterKeyID>([^<]+)</.exec(configured)?.[1];
  const owner = { accountId: caller.accountId, region: bucket?.region ?? request.region };
  const keyId = named ?? 'alias/aws/s3';
  useKey(call, owner, keyId, ['GenerateDataKey']);
  return world.sealing.arnOf(owner, keyId);
}
