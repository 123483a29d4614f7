import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a TypeScript program of the tests, packages left where they are, for being started often: `run-ts.mjs` bundles at
 * each start. Resolves to its file, which the caller removes.
 */
export async function bundleProgram(file: string): Promise<string> {
  const outfile = join('.cache', 'run', `${basename(file, '.ts')}-${process.pid}.mjs`);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
