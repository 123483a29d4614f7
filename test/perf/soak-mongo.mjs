#!/usr/bin/env node
// kill -9 amid mixed writes from several clients: node test/perf/soak-mongo.mjs [rounds]
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const rounds = Number(process.argv[2] ?? 300);
const helpers = fileURLToPath(new URL('../helpers/', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
await mkdir(cache, { recursive: true });
const folder = await mkdtemp(join(cache, 'soak-'));
try {
  const outfile = join(folder, 'crash.mjs');
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
  const report = await crashRounds(rounds, console.log, join(helpers, 'mongo-server-child.ts'));
  console.log(JSON.stringify({ ...report, seconds: Math.round((performance.now() - started) / 1000) }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
