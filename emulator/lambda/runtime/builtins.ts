import { builtinModules, createRequire } from 'node:module';
import os from 'node:os';
import timers from 'node:timers';
import workerThreads from 'node:worker_threads';
import type { Environment } from './environment.js';
import { createFs } from './file-view.js';

const realRequire = createRequire(import.meta.url);
const known = new Set(builtinModules);

/** `require` of one environment: Node's own modules, those with state as the environment's own. Everything else was bundled. */
export function createRequireFor(environment: Environment): NodeJS.Require {
  const made = new Map<string, unknown>();
  const require = (id: string): unknown => {
    const name = id.startsWith('node:') ? id.slice('node:'.length) : id;
    if (!known.has(name)) throw notFound(id);
    if (!made.has(name)) made.set(name, ownModule(name, environment, require) ?? realRequire(`node:${name}`));
    return made.get(name);
  };
  return Object.assign(require, {
    resolve: Object.assign((id: string) => resolve(id), { paths: () => null }),
    cache: Object.create(null),
    extensions: Object.create(null),
    main: undefined,
  }) as unknown as NodeJS.Require;
}

function ownModule(name: string, environment: Environment, require: (id: string) => unknown): unknown {
  switch (name) {
    case 'process':
      return environment.process;
    case 'console':
      return environment.console;
    case 'timers':
      return { ...timers, ...environment.timers.functions, promises: environment.timers.promises };
    case 'timers/promises':
      return environment.timers.promises;
    case 'fs':
      return createFs(environment.paths);
    case 'fs/promises':
      return (require('node:fs') as { promises: unknown }).promises;
    case 'os':
      return { ...os, tmpdir: () => '/tmp', homedir: () => '/home/sbx_user1051' };
    case 'worker_threads':
      return { ...workerThreads, isMainThread: true, parentPort: null, workerData: null, threadId: 0 };
    case 'module':
      return Object.assign(Object.create(realRequire('node:module') as object), {
        createRequire: () => require,
      }) as unknown;
    default:
      return undefined;
  }
}

function resolve(id: string): string {
  const name = id.startsWith('node:') ? id.slice('node:'.length) : id;
  if (!known.has(name)) throw notFound(id);
  return id;
}

function notFound(id: string): Error {
  const error = new Error(
    `Cannot find module '${id}'\nRequire stack:\n- /var/task/index.js\n- /var/runtime/index.mjs`,
  );
  return Object.assign(error, { code: 'MODULE_NOT_FOUND', requireStack: ['/var/task/index.js'] });
}
