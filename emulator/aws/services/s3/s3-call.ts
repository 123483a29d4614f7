import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import type { AwsApiRequest, AwsApiResponse } from '../../../kernel/aws.js';
import { readXml, type XmlElement } from '../../protocol/xml-reader.js';
import type { Sealing } from '../kms/sealing.js';
import type { BucketStore } from './bucket-store.js';
import { s3Error } from './errors.js';
import type { StoredBucket } from './stored.js';

export interface S3World {
  store: BucketStore;
  sealing: Sealing;
  clock: Clock;
  ids: Ids;
}

/** A request to S3, taken apart. */
export interface S3Call {
  world: S3World;
  request: AwsApiRequest;
  /** Empty when the request is for no bucket or no key. */
  bucketName: string;
  key: string;
}

export type S3Operation = (call: S3Call) => AwsApiResponse | Promise<AwsApiResponse>;

/** The bucket of a call, for whoever owns it, asked for in its region. Throws S3's errors. */
export function bucketOf({ world, request, bucketName }: S3Call): StoredBucket {
  const bucket = world.store.get(bucketName);
  if (!bucket) throw s3Error('NoSuchBucket', { BucketName: bucketName });
  const { caller, grantedBy = [] } = request;
  if (bucket.accountId !== caller.accountId && !grantedBy.includes(bucket.accountId))
    throw s3Error('AccessDenied');
  const expected = request.headers['x-amz-expected-bucket-owner'];
  if (expected !== undefined && expected !== bucket.accountId) throw s3Error('AccessDenied');
  return bucket;
}

/** Bucket and key from host and path: `bucket.s3.….host/key`, `bucket.localhost/key`, or `host/bucket/key`. */
export function addressOf({ headers, path }: Pick<AwsApiRequest, 'headers' | 'path'>): {
  bucketName: string;
  key: string;
} {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  const [, virtual] = /^(.+?)\.(?:s3(?:[.-].*)?|localhost)$/.exec(host) ?? [];
  const rest = path.slice(1);
  if (virtual !== undefined && virtual !== 's3') return { bucketName: virtual, key: decoded(rest) };
  const slash = rest.indexOf('/');
  if (slash < 0) return { bucketName: decoded(rest), key: '' };
  return { bucketName: decoded(rest.slice(0, slash)), key: decoded(rest.slice(slash + 1)) };
}

/** The request's XML body. Throws `MalformedXML`. */
export function xmlBody({ request }: S3Call, name: string): XmlElement {
  const root = readXml(request.body.toString('utf8'));
  if (root?.name !== name) throw s3Error('MalformedXML');
  return root;
}

/** An answer in XML. */
export function xml(body: string, status = 200, headers: Record<string, string> = {}): AwsApiResponse {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
  return { status, headers: { 'content-type': 'application/xml', ...headers }, body: text };
}

/** An answer without a body. */
export function empty(status: number, headers: Record<string, string> = {}): AwsApiResponse {
  return { status, headers, body: '' };
}

export const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw s3Error('InvalidArgument', {}, "Couldn't parse the specified URI.");
  }
}
