import { s3Error } from './errors.js';
import type { S3Call, S3World } from './s3-call.js';
import type { StoredBucket, StoredVersion } from './stored.js';

/** The newest version of an object that is no delete marker. */
export function currentVersion(bucket: StoredBucket, key: string): StoredVersion | undefined {
  const [newest] = versionsOf(bucket, key);
  return newest && !newest.isDeleteMarker ? newest : undefined;
}

/** Every version of a key, newest first. */
export function versionsOf({ objects }: StoredBucket, key: string): StoredVersion[] {
  return Object.hasOwn(objects, key) ? (objects[key] as StoredVersion[]) : [];
}

/** The version that a read is for: `versionId`, or the current one. Throws S3's errors. */
export function requiredVersion(bucket: StoredBucket, key: string, versionId: string | null): StoredVersion {
  if (versionId === null) {
    const [newest] = versionsOf(bucket, key);
    if (newest?.isDeleteMarker) throw s3Error('NoSuchKey', { Key: key });
    if (!newest) throw s3Error('NoSuchKey', { Key: key });
    return newest;
  }
  const found = versionsOf(bucket, key).find((one) => one.versionId === versionId);
  if (!found) throw s3Error('NoSuchVersion', { Key: key, VersionId: versionId });
  if (found.isDeleteMarker)
    throw s3Error('MethodNotAllowed', { Method: 'GET', ResourceType: 'DeleteMarker' });
  return found;
}

/** Puts a version on top of an object. Names the bytes that nobody needs any more. */
export function addVersion(bucket: StoredBucket, key: string, version: StoredVersion): string[] {
  const before = versionsOf(bucket, key);
  const isKept = bucket.versioning === 'Enabled';
  const replaced = isKept ? [] : before.filter(({ versionId }) => versionId === 'null');
  keep(bucket, key, [version, ...before.filter((one) => !replaced.includes(one))]);
  return replaced.flatMap(({ blob }) => blob ?? []);
}

/** Id of a version to be, by the bucket's versioning. */
export function newVersionId({ versioning }: StoredBucket, { ids }: S3World): string {
  return versioning === 'Enabled' ? ids.bytes(24).toString('base64url') : 'null';
}

/** The outcome of deleting: the headers to tell it by, and the bytes to drop. */
export interface Deletion {
  versionId?: string;
  isDeleteMarker: boolean;
  dropped: string[];
}

/** Deletes an object as its bucket's versioning has it: for good, or under a delete marker. */
export function deleteVersion(
  { world }: Pick<S3Call, 'world'>,
  bucket: StoredBucket,
  key: string,
  versionId: string | null,
): Deletion {
  const versions = versionsOf(bucket, key);
  if (versionId !== null) {
    const found = versions.find((one) => one.versionId === versionId);
    keep(
      bucket,
      key,
      versions.filter((one) => one !== found),
    );
    return {
      versionId,
      isDeleteMarker: found?.isDeleteMarker ?? false,
      dropped: found?.blob === undefined ? [] : [found.blob],
    };
  }
  if (bucket.versioning === undefined) {
    delete bucket.objects[key];
    return { isDeleteMarker: false, dropped: versions.flatMap(({ blob }) => blob ?? []) };
  }
  const marker: StoredVersion = {
    versionId: newVersionId(bucket, world),
    modified: world.clock.now(),
    isDeleteMarker: true,
    size: 0,
    etag: '',
    headers: {},
    metadata: {},
    checksums: {},
    tags: {},
  };
  return { versionId: marker.versionId, isDeleteMarker: true, dropped: addVersion(bucket, key, marker) };
}

function keep(bucket: StoredBucket, key: string, versions: StoredVersion[]): void {
  if (versions.length === 0) delete bucket.objects[key];
  // defined, not assigned: a key may be called `__proto__`
  else
    Object.defineProperty(bucket.objects, key, {
      value: versions,
      writable: true,
      enumerable: true,
      configurable: true,
    });
}
