import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The project a command is about: the folder given, else the nearest one upwards with an `arcube.yaml`, else here. */
export function findProject(given: string | undefined, from = process.cwd()): string {
  if (given !== undefined) return resolve(from, given);
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'arcube.yaml'))) return folder;
    if (folder === dirname(folder)) return resolve(from);
  }
}
