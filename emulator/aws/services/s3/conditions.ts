import { s3Error } from './errors.js';
import type { StoredVersion } from './stored.js';

type Headers = Readonly<Record<string, string>>;

/** Checks `If-…` of a read. True when the answer is 304; throws `PreconditionFailed`. */
export function isNotModified(headers: Headers, version: StoredVersion, prefix = ''): boolean {
  const header = (name: string) => headers[`${prefix}${name}`];
  const match = header('if-match');
  const unmodified = header('if-unmodified-since');
  if (match !== undefined) {
    if (!listed(match, version.etag)) throw s3Error('PreconditionFailed', { Condition: 'If-Match' });
  } else if (unmodified !== undefined && seconds(version) > Date.parse(unmodified))
    throw s3Error('PreconditionFailed', { Condition: 'If-Unmodified-Since' });
  const noneMatch = header('if-none-match');
  if (noneMatch !== undefined) return listed(noneMatch, version.etag);
  const modified = header('if-modified-since');
  return modified !== undefined && seconds(version) <= Date.parse(modified);
}

/** Checks the conditions of a copy's source: what would be 304 for a read is `PreconditionFailed` here. */
export function checkCopySource(headers: Headers, version: StoredVersion): void {
  if (isNotModified(headers, version, 'x-amz-copy-source-')) throw s3Error('PreconditionFailed');
}

/** Checks `If-None-Match: *` and `If-Match` of a write. */
export function checkWrite(headers: Headers, present: StoredVersion | undefined): void {
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined && noneMatch !== '*')
    throw s3Error('NotImplemented', { Header: 'If-None-Match' });
  if (noneMatch === '*' && present) throw s3Error('PreconditionFailed', { Condition: 'If-None-Match' });
  const match = headers['if-match'];
  if (match === undefined) return;
  if (!present) throw s3Error('NoSuchKey');
  if (!listed(match, present.etag)) throw s3Error('PreconditionFailed', { Condition: 'If-Match' });
}

function listed(list: string, etag: string): boolean {
  return list.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^"|"$/g, '') === etag);
}

/** Dates in headers know no parts of seconds. */
function seconds({ modified }: StoredVersion): number {
  return Math.floor(modified / 1000) * 1000;
}
