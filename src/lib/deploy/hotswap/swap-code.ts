import { setTimeout as sleep } from 'node:timers/promises';
import { userError } from '../../../core/errors.js';
import type { Functions } from '../../aws/functions.js';
import { withRetry } from '../../aws/retry.js';
import type { DeployRegion } from '../target/open-target.js';

/** Longest wait for Lambda to take up new code, and between two looks, milliseconds. */
const [PATIENCE, LOOK] = [120_000, 200];

/** A function with the aliases that the stack gave it. */
export interface SwappedFunction {
  /** Physical name. */
  name: string;
  /** Alias → the version that it shall send calls to. */
  aliases: Readonly<Record<string, string>>;
}

/**
 * Gives a function the code of an archive in the bucket, then points its aliases. Aliases that are to leave a version
 * for `$LATEST` do so when the new code is there. Everything in it may be done twice.
 */
export async function swapCode(
  { functions, bucket, name: region }: DeployRegion,
  { name, aliases }: SwappedFunction,
  key: string,
): Promise<void> {
  await withRetry(async () => {
    await untilSettled(functions, name, region);
    await functions.useCode(name, { bucket: bucket.name, key });
  });
  await untilSettled(functions, name, region);
  await pointAliases(functions, { name, aliases });
}

/** Points aliases that point elsewhere. */
export async function pointAliases(functions: Functions, { name, aliases }: SwappedFunction): Promise<void> {
  for (const [alias, version] of Object.entries(aliases))
    await withRetry(async () => {
      if ((await functions.aliasVersion(name, alias)) !== version)
        await functions.moveAlias(name, alias, version);
    });
}

async function untilSettled(functions: Functions, name: string, region: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (!(await withRetry(() => functions.read(name))).settled) {
    if (Date.now() > until) throw userError('HOTSWAP_SLOW', { name, region, seconds: PATIENCE / 1000 });
    await sleep(LOOK);
  }
}
