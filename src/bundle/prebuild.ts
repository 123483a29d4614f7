import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtFile } from '../core/package-root.js';
import { complete } from './bundle.js';
import { hashOf, prebuiltCache } from './cache.js';
import { findHandlerFile } from './handler-file.js';

/**
 * Bundles functions into the package's own `dist/bundles`, as far as they are not there yet. `lock` is the text of the lock file:
 * another version of a package makes every bundle new.
 */
export async function prebuildFunctions(
  functions: { folder: string; handler: string }[],
  lock: string,
): Promise<void> {
  const folder = builtFile('bundles');
  const mark = join(folder, 'lock');
  const before = await readFile(mark, 'utf8').catch(() => '');
  if (before !== hashOf(lock)) await rm(folder, { recursive: true, force: true });
  await Promise.all(functions.map(({ folder, handler }) => prebuild(folder, handler)));
  await mkdir(folder, { recursive: true });
  await writeFile(mark, hashOf(lock));
}

async function prebuild(folder: string, handler: string): Promise<void> {
  const file = findHandlerFile(folder, handler);
  const cache = prebuiltCache();
  if (await cache.get(file, handler, true)) return;
  const { bundleEntry } = await import('./esbuild.js');
  const bundle = complete(await bundleEntry({ entry: file, observe: true, debug: false }), file, handler);
  await cache.put(handler, true, bundle);
}
