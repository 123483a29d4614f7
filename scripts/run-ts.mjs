// Runs a TypeScript file: `node scripts/run-ts.mjs FILE [ARGS]`. Bundled first, packages left where they are.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [file, ...args] = process.argv.slice(2);
const out = join(root, '.cache', 'run', `${process.pid}.mjs`);
mkdirSync(dirname(out), { recursive: true });
process.on('exit', () => rmSync(out, { force: true }));
await build({
  entryPoints: [file],
  outfile: out,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(out).href);
