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

await build({
  absWorkingDir: root,
  entryPoints: ['src/commands/**/*.ts', 'src/lib/ui/main.ts', 'emulator/index.ts', 'emulator/**/*.worker.ts'],
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  // Small packages are bundled: reading a hundred little files is a third of what a command takes to start. Left out
  // are those with files of their own at run time, and the large ones that few commands load.
  external: [
    'esbuild',
    'mongodb',
    'mongodb-memory-server-core',
    '@aws-sdk/*',
    'chokidar',
    'execa',
    'inquirer',
    'listr2',
    'undici',
  ],
  // CommonJS packages inside ES modules ask for `require` and the folder they lie in.
  banner: {
    js: `import { createRequire as createRequire__ } from 'node:module';
import { dirname as dirname__ } from 'node:path';
import { fileURLToPath as fileURLToPath__ } from 'node:url';
const require = createRequire__(import.meta.url), __filename = fileURLToPath__(import.meta.url), __dirname = dirname__(__filename);`,
  },
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  legalComments: 'linked',
  sourcemap: 'linked',
  logLevel: 'warning',
  logOverride: { 'empty-glob': 'silent' },
});

// oclif finds commands, flags and help by its manifest: without it every command's module is loaded at each start.
const { Config } = await import('@oclif/core');
const config = await Config.load(root);
const plugin = config.plugins.get(config.pjson.name);
writeFileSync(manifestFile, JSON.stringify(plugin.manifest));
