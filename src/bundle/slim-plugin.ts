import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OnResolveArgs, Plugin, PluginBuild } from 'esbuild';

/** How MongoDB's connection strings take `URL` and `URLSearchParams`, which Node has itself: both follow the WHATWG's standard. */
const FOREIGN_URL = 'require("whatwg-url")';

/**
 * Leaves out of a bundle what Node has, and what nothing uses: a quarter of a function with a MongoDB driver and an AWS client,
 * which every environment would have to load.
 * - MongoDB's connection strings bring an implementation of URLs along, with a table of every Unicode character.
 * - The AWS SDK's CommonJS is one file per client with every command; its ES modules are free of side effects, so that unused
 *   commands fall away. AWS bundles the SDK in this way too (`mainFields: module, main`).
 */
export const slimPlugin: Plugin = {
  name: 'slim',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]mongodb-connection-string-url[\\/]lib[\\/]index\.js$/ },
      async ({ path }) => {
        const text = await readFile(path, 'utf8');
        return { contents: text.replace(FOREIGN_URL, '{ URL, URLSearchParams }'), loader: 'js' };
      },
    );
    build.onResolve({ filter: /^@(aws-sdk|smithy)\/[\w-]+$/ }, (args) => sdkModule(build, args));
  },
};

const LOOKING = 'slim';

/** The ES module of a package of the SDK; undefined (esbuild's own choice) when it has none. */
async function sdkModule(build: PluginBuild, { path, resolveDir, kind, pluginData }: OnResolveArgs) {
  if (pluginData === LOOKING || kind === 'require-call') return undefined;
  const found = await build.resolve(`${path}/package.json`, {
    resolveDir,
    kind,
    pluginData: LOOKING,
  });
  if (found.errors.length > 0) return undefined;
  const { module, sideEffects } = JSON.parse(await readFile(found.path, 'utf8')) as Record<string, unknown>;
  if (typeof module !== 'string') return undefined;
  return { path: join(dirname(found.path), module), sideEffects: sideEffects !== false };
}
