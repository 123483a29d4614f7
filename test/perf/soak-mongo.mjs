#!/usr/bin/env node
// kill -9 amid mixed writes from several clients: node test/perf/soak-mongo.mjs [rounds]
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const rounds = Number(process.argv[2] ?? 300);
const helpers = fileURLToPath(new URL('../helpers/', import.meta.url));
// Beside the helper, so that its own paths and packages are found from there.
const folder = await mkdtemp(join(helpers, '.soak-'));
const outfile = join(folder, '..', `${folder.split(/[\\/]/).at(-1)}.mjs`);
try {
  await build({
    entryPoints: [join(helpers, 'mongo-crash.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const { crashRounds } = await import(pathToFileURL(outfile).href);
  const started = performance.now();
  const report = await crashRounds(rounds, console.log);
  console.log(JSON.stringify({ ...report, seconds: Math.round((performance.now() - started) / 1000) }));
} finally {
  await rm(folder, { recursive: true, force: true });
  await rm(outfile, { force: true });
}
