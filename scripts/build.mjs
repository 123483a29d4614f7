// Bundles what runs into dist/: one file per command, the emulator library and each worker, sharing chunks.
// `tsc -b` checks types and writes declarations; this makes the JavaScript, in about a second.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parseDocument } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const manifestFile = join(root, 'oclif.manifest.json');

// Declarations are tsc's, bundles are looked through at the end; everything else here is ours to replace.
if (existsSync(dist)) {
  for (const entry of readdirSync(dist))
    if (entry !== 'types' && entry !== 'bundles') rmSync(join(dist, entry), { recursive: true });
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
  entryPoints: [
    'src/commands/**/*.ts',
    'emulator/index.ts',
    'emulator/**/*.worker.ts',
    'src/bundle/index.ts',
  ],
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});

// Handlers live in the same thread as the runtime: it must not stumble over globals that they change or delete.
await build({
  ...options,
  entryPoints: ['emulator/lambda/lambda.worker.ts'],
  inject: ['emulator/lambda/runtime/own-globals.ts'],
});

// The platform's own functions ship bundled, so that `arcube dev` starts without a bundler.
const { prebuildFunctions } = await import(pathToFileURL(join(dist, 'src/bundle/index.js')).href);
const template = parseDocument(readFileSync(join(root, 'templates/ancillary/template.yaml'), 'utf8'), {
  logLevel: 'silent',
}).toJS();
const functions = Object.values(template.Resources)
  .filter(({ Type }) => Type === 'AWS::Lambda::Function')
  .map(({ Properties: { Code, Handler } }) => ({
    folder: join(root, 'templates/ancillary', Code),
    handler: Handler,
  }));
await prebuildFunctions(functions, readFileSync(join(root, 'package-lock.json'), 'utf8'));
