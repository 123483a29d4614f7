import { existsSync } from 'node:fs';
import { userError } from '../../../core/errors.js';
import { withRetry } from '../../aws/retry.js';
import { uploadAssets } from '../upload/upload.js';
import type { StepContext } from './engine.js';

/** Sends the archives that are not in the bucket yet. Throws DEPLOY_ARCHIVE_GONE and what `uploadAssets` throws. */
export async function sendMissing({ region, progress, state, say }: StepContext): Promise<string> {
  const { assets } = progress.part;
  const there = await Promise.all(
    assets.map(({ key, sha256 }) => withRetry(() => region.bucket.has(key, sha256))),
  );
  const missing = assets.filter((_, index) => there[index] === undefined);
  const { deploy } = state.begin;
  const gone = missing.find(({ file }) => !existsSync(file));
  if (gone) throw userError('DEPLOY_ARCHIVE_GONE', { id: deploy, file: gone.file });
  const where = { region: region.name, next: `arcube deploy resume ${deploy}` };
  await uploadAssets(region.bucket, missing, where, (done, of, bytes) =>
    say(`${done} of ${of} archives, ${Math.ceil(bytes / 1024)} KB`),
  );
  return `${missing.length} archives sent`;
}
