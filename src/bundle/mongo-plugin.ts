import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { MONGO_OBSERVER } from './observer-name.js';

/**
 * Lets the emulator see the commands of a bundled driver: after the driver's module of `MongoClient` it adds one line that hands
 * the class to an observer, if there is one. Bundles for AWS are made without it.
 */
export const mongoPlugin: Plugin = {
  name: 'observe-mongodb',
  setup(build) {
    build.onLoad({ filter: /[\\/]mongodb[\\/]lib[\\/]mongo_client\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const hook = `globalThis[Symbol.for(${JSON.stringify(MONGO_OBSERVER)})]?.(exports);`;
      return { contents: `${text}\n${hook}\n`, loader: 'js' };
    });
  },
};
