// Bundles what runs into dist/: one file per command, the emulator library and each worker, sharing chunks.
// `tsc -b` checks types and writes declarations; this makes the JavaScript, in well under a second.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

// Declarations are tsc's; everything else here is ours to replace.
if (existsSync(dist)) {
  for (const entry of readdirSync(dist))
    if (entry !== 'types') rmSync(join(dist, entry), { recursive: true });
}

await build({
  absWorkingDir: root,
  entryPoints: ['src/commands/**/*.ts', 'emulator/index.ts', 'emulator/**/*.worker.ts'],
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  sourcemap: 'linked',
  logLevel: 'warning',
});
