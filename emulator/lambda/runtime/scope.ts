import { AsyncLocalStorage } from 'node:async_hooks';
import type { Environment } from './environment.js';
import type { Invocation } from './invocation.js';

/** Whose code is running: it follows every await and callback. */
export interface Scope {
  environment: Environment;
  /** Left out in the init phase, and for what init left behind. */
  invocation?: Invocation;
}

const storage = new AsyncLocalStorage<Scope>();

/** Runs `run` as code of `scope`. */
export function runIn<T>(scope: Scope, run: () => T): T {
  return storage.run(scope, run);
}

/** The scope of the running code; undefined in the runtime's own. */
export function currentScope(): Scope | undefined {
  return storage.getStore();
}
