import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** Absolute folder of the installed `arcube` package: the same from source, from `dist/` and from a worker. */
export function packageRoot(): string {
  found ??= search(dirname(fileURLToPath(import.meta.url)));
  return found;
}

/** Absolute path of a built file, given its path below `dist/` (workers and prebuilt bundles). */
export function builtFile(path: string): string {
  return join(packageRoot(), 'dist', path);
}

function search(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
    if (name === 'arcube') return folder;
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the package arcube does not lie above its own files');
  return search(parent);
}
