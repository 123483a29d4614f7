// Bundles what runs into dist/: one file per command, the emulator library and each worker, sharing chunks.
// `tsc -b` checks types and writes declarations; this makes the JavaScript, in about a second.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const manifestFile = join(root, 'oclif.manifest.json');

// Declarations are tsc's; everything else here is ours to replace.
if (existsSync(dist)) {
  for (const entry of readdirSync(dist))
    if (entry !== 'types') rmSync(join(dist, entry), { recursive: true });
}
rmSync(manifestFile, { force: true });

const options = {
  absWorkingDir: root,
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  sourcemap: 'linked',
  logLevel: 'warning',
};

await build({
  ...options,
  entryPoints: ['src/commands/**/*.ts', 'emulator/index.ts', 'emulator/**/*.worker.ts'],
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});

// Handlers live in the same thread as the runtime: it must not stumble over globals that they change or delete.
await build({
  ...options,
  entryPoints: ['emulator/lambda/lambda.worker.ts'],
  inject: ['emulator/lambda/runtime/own-globals.ts'],
});
