import { userError } from '../../../core/errors.js';
import type { Bucket } from '../../aws/buckets.js';
import { explainAwsFailure } from '../../aws/explain.js';
import { withRetry } from '../../aws/retry.js';
import type { FunctionPackage } from '../package/function-package.js';

/** Archives sent at the same time. */
const SIDE_BY_SIDE = 6;

/** An archive that a deployment needs; functions with equal code share one. */
export type Asset = Pick<FunctionPackage, 'key' | 'file' | 'sha256' | 'zippedBytes'>;

/** Told after each archive. */
export type UploadProgress = (done: number, of: number, bytes: number) => void;

/** The archives that are not in the bucket as they should be. */
export async function missingAssets(bucket: Bucket, packages: readonly FunctionPackage[]): Promise<Asset[]> {
  const byKey = new Map(packages.map((one) => [one.key, one]));
  const assets = [...byKey.values()].map(({ key, file, sha256, zippedBytes }) => ({
    key,
    file,
    sha256,
    zippedBytes,
  }));
  const there = await Promise.all(assets.map(({ key, sha256 }) => withRetry(() => bucket.has(key, sha256))));
  return assets.filter((_, index) => there[index] === undefined);
}

/**
 * Sends archives, a few at a time. Each is whole or not there, so that a run that was cut off is simply made again.
 * Throws UPLOAD_FAILED, and AWS's refusals.
 * @param where region, and the command to run again
 */
export async function uploadAssets(
  bucket: Bucket,
  assets: readonly Asset[],
  where: { region: string; next: string },
  progress: UploadProgress = () => undefined,
): Promise<void> {
  const queue = [...assets];
  let done = 0;
  let bytes = 0;
  let failure: unknown;
  const work = async (): Promise<void> => {
    for (let asset = queue.shift(); asset && failure === undefined; asset = queue.shift()) {
      const { key, file, sha256, zippedBytes } = asset;
      try {
        await withRetry(() => bucket.putFile(key, file, sha256));
        bytes += zippedBytes;
        progress(++done, assets.length, bytes);
      } catch (error) {
        failure ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, assets.length) }, work));
  if (failure !== undefined) throw uploadFailure(failure, bucket, { ...where, done, of: assets.length });
}

function uploadFailure(
  error: unknown,
  bucket: Bucket,
  { region, next, done, of }: { region: string; next: string; done: number; of: number },
): unknown {
  const state = `${done} of ${of} archives have been sent; the stack is as it was.`;
  const needs = { action: 's3:PutObject', resource: `arn:aws:s3:::${bucket.name}/*` };
  const explained = explainAwsFailure(error, { region, next, state, needs });
  if (explained?.code !== 'AWS_UNREACHABLE') return explained ?? error;
  const cause = explained.problem.why ?? explained.message;
  return userError('UPLOAD_FAILED', { done, of, region, cause, next }, { cause: error });
}
