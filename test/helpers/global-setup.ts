import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'emulator', 'templates', 'scripts/build.mjs', 'package.json', 'package-lock.json'];
const STAMP = 'dist/.built-from';

/** Workers and the CLI run as built files: build before the tests, unless nothing has changed since the last time. */
export default function setup(): void {
  const sources = hashOf(SOURCES.flatMap(filesBelow));
  if (existsSync('oclif.manifest.json') && read(STAMP) === sources) return;
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  writeFileSync(STAMP, sources);
}

function filesBelow(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

function hashOf(files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
