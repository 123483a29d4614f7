// Bundles what runs into dist/: one file per command, the emulator library and each worker, sharing chunks.
// `tsc -b` checks types and writes declarations; this makes the JavaScript, in about a second.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

// esbuild gives a bundled CommonJS package that is imported dynamically a default export only; named ones are added.
const mongodbAsModule = {
  name: 'mongodb-as-module',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^mongodb$/ }, ({ namespace }) =>
      namespace === 'mongodb-as-module' ? undefined : { path: 'mongodb', namespace: 'mongodb-as-module' },
    );
    esbuild.onLoad({ filter: /.*/, namespace: 'mongodb-as-module' }, async () => {
      const names = Object.keys(await import('mongodb')).filter(
        (name) => /^[A-Za-z]\w*$/.test(name) && name !== 'default',
      );
      const contents = `import * as all from 'mongodb'; export const { ${names.join(', ')} } = all;`;
      return { contents, resolveDir: root };
    });
  },
};

const options = {
  absWorkingDir: root,
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  plugins: [mongodbAsModule],
  // Small packages are bundled: reading a hundred little files is a third of what a command takes to start. Left out
  // are those with files of their own at run time, and the large ones that few commands load.
  external: [
    'esbuild',
    'mongodb-memory-server-core',
    '@aws-sdk/*',
    'inquirer',
    'undici',
    // what the MongoDB driver takes when it is there
    ...[
      'kerberos',
      '@mongodb-js/zstd',
      'gcp-metadata',
      'snappy',
      'socks',
      'aws4',
      'mongodb-client-encryption',
    ],
    // Loaded only when a file is met that has not been read before, or a model's first body.
    'yaml',
    'ajv',
    'ajv/*',
    'ajv-draft-04',
    'ajv-formats',
    're2js',
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
};

await build({
  ...options,
  entryPoints: [
    'src/commands/**/*.ts',
    'src/lib/ui/main.ts',
    'src/bundle/index.ts',
    'src/core/prebuild-readings.ts',
    'src/lib/**/*.worker.ts',
    'emulator/index.ts',
    'emulator/**/*.worker.ts',
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

// What emitted load scripts are made of runs in other engines: no Node in k6's, and nothing beside it in either.
const engine = {
  absWorkingDir: root,
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  mainFields: ['module', 'main'],
  legalComments: 'inline',
  logLevel: 'warning',
};
await build({
  ...engine,
  entryPoints: ['src/lib/load/emit/k6.runtime.ts'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2017',
  external: ['k6', 'k6/*'],
});
await build({
  ...engine,
  entryPoints: ['src/lib/load/emit/artillery.runtime.ts'],
  format: 'cjs',
  platform: 'node',
  target: 'node18',
  outExtension: { '.js': '.cjs' },
});

// The engine of scenarios goes into functions: in one file, with its packages imported where the bundler finds them.
await build({
  ...engine,
  entryPoints: ['src/lib/testing/scenario/engine.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: ['json-p3', 're2js'],
  plugins: [
    {
      name: 'packages-by-import',
      setup({ onResolve }) {
        const path = join(root, 'src/core/lazy-packages.bundled.ts');
        onResolve({ filter: /\/lazy-packages\.js$/ }, () => ({ path }));
      },
    },
  ],
});

// The platform's own functions ship bundled, so that `arcube dev` starts without a bundler.
const { prebuildFunctions } = await import(pathToFileURL(join(dist, 'src/bundle/index.js')).href);
const templates = join(root, 'templates/ancillary');
const text = readFileSync(join(templates, 'template.yaml'), 'utf8');
const { Resources } = parseDocument(text, { logLevel: 'silent' }).toJS();
const functions = Object.values(Resources)
  .filter(({ Type }) => Type === 'AWS::Lambda::Function')
  .map(({ Properties }) => ({ folder: join(templates, Properties.Code), handler: Properties.Handler }));
await prebuildFunctions(functions, readFileSync(join(root, 'package-lock.json'), 'utf8'));

// So do its template and tenants, read and checked.
const { prebuildReadings } = await import(pathToFileURL(join(dist, 'src/core/prebuild-readings.js')).href);
prebuildReadings(join(templates, 'template.yaml'), join(root, 'templates/tenant'), join(dist, 'readings'));

// The API reference at /docs: the renderer's one file, with its licence, so that nothing of it is installed.
const explorer = join(root, 'node_modules/openapi-explorer');
cpSync(join(explorer, 'dist/browser/openapi-explorer.min.js'), join(dist, 'docs/openapi-explorer.min.js'));
cpSync(join(explorer, 'LICENSE'), join(dist, 'docs/openapi-explorer.LICENSE.txt'));

// oclif finds commands, flags and help by its manifest: without it every command's module is loaded at each start.
const { Config } = await import('@oclif/core');
const config = await Config.load(root);
const plugin = config.plugins.get(config.pjson.name);
writeFileSync(manifestFile, JSON.stringify(plugin.manifest));
