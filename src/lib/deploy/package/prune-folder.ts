import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const MOST_KEPT = 300;

/** Empties a folder of the cache, but for what was just used, once it has many files: each edit leaves some behind. */
export async function pruneFolder(folder: string, used: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length <= MOST_KEPT) return;
  const idle = names.filter((name) => !used.has(name));
  await Promise.all(idle.map((name) => rm(join(folder, name), { force: true })));
}
