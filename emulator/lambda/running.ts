import type { CodeCache } from './code-cache.js';
import { Dispatcher } from './dispatcher.js';
import { EnvironmentSupply } from './environment-supply.js';
import { Environments } from './environments.js';
import type { FunctionStore } from './function-store.js';
import type { Inspection } from './inspection.js';
import { Invoker } from './invoker.js';
import { Journal } from './journal.js';
import type { LambdaOptions } from './options.js';
import { ProcessorLoad } from './processor-load.js';
import { ThreadPool } from './thread-pool.js';

/** What lives from a start of the service to its stop. */
export interface Running {
  /** Folder for the files of that time. */
  tmpRoot: string;
  environments: Environments;
  dispatcher: Dispatcher;
  supply: EnvironmentSupply;
  invoker: Invoker;
}

/** What outlives a stop, and is worked with. */
interface Lasting {
  inspection: Inspection;
  codeCache: CodeCache;
  functions: FunctionStore;
}

/** Joins environments, their supply, dispatcher and invoker: each hears from the others of what concerns it. */
export function makeRunning(options: LambdaOptions, lasting: Lasting, tmpRoot: string): Running {
  const { clock, events, inspect = false } = options;
  const { inspection, codeCache } = lasting;
  const inspectable = inspect === true || (Array.isArray(inspect) && inspect.length > 0);
  const threads = { roomy: options.threads, busy: options.busyThreads };
  const pool = { clock: clock.shared, inspection, inspectable, ...threads };
  const load = new ProcessorLoad();
  const functions = () => lasting.functions.registry.entries().length;
  const environments: Environments = new Environments({
    clock,
    tmpRoot,
    threads: (living) => new ThreadPool(pool, { living, functions }),
    hooks: {
      message: (environment, message) => invoker.hear(environment, message),
      lost: (environment, exit) => {
        dispatcher.lost(environment.id, exit);
        supply.lost(environment);
      },
      codeCache: (hash, data) => codeCache.put(hash, data),
      inspector: (functionName, url) => {
        inspection.opened(functionName, url);
        events.emit('inspector', { functionName, url });
      },
    },
  });
  const dispatcher = new Dispatcher({
    neighbours: (environment) => environments.neighbours(environment),
    isSaturated: () => load.saturated,
    onBlocked: ({ version }) => environments.threads.isolate(version.functionName),
  });
  const journal = new Journal(events, () => clock.now());
  const supply = new EnvironmentSupply(options, environments, journal, load);
  const invoker = new Invoker(options, environments, dispatcher, journal, supply);
  return { tmpRoot, environments, dispatcher, supply, invoker };
}
