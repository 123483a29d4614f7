import type { ObjectReader } from '../../../kernel/objects.js';
import type { BucketStore } from './bucket-store.js';
import { s3Error } from './errors.js';
import { requiredVersion } from './versions.js';

/** S3 for other services of the emulator; a rejection's `name` is S3's code. */
export function objectReader(store: BucketStore): ObjectReader {
  return {
    async readObject(bucketName, key, version) {
      const bucket = store.get(bucketName);
      if (!bucket) throw s3Error('NoSuchBucket', { BucketName: bucketName });
      const { blob } = requiredVersion(bucket, key, version ?? null);
      return store.blobs.get(blob as string);
    },
  };
}
