import { EventEmitter } from 'node:events';
import type { Environment } from './environment.js';

/** What a `process.exit` throws when the thread cannot be ended, because it hosts other environments too. */
export class ProcessExit extends Error {
  override readonly name = 'ProcessExit';
}

/** The `process` of one environment: its own variables, output, exit and listeners; the rest is the real one's. */
export function createProcess(environment: Environment): NodeJS.Process {
  const view = new EventEmitter() as EventEmitter & Record<PropertyKey, unknown>;
  for (const key of Reflect.ownKeys(process)) copy(view, key);
  Object.assign(view, {
    env: environment.variables,
    argv: ['/var/lang/bin/node', '/var/runtime/index.mjs'],
    argv0: '/var/lang/bin/node',
    execPath: '/var/lang/bin/node',
    execArgv: [],
    title: '/var/lang/bin/node',
    pid: 2,
    ppid: 1,
    cwd: () => '/var/task',
    exit: (code?: number | string) => environment.exit(Number(code ?? view.exitCode ?? 0)),
    reallyExit: (code?: number) => environment.exit(Number(code ?? 0)),
    abort: () => environment.exit(134),
    kill: kill(environment),
    stdout: environment.output.stdout,
    stderr: environment.output.stderr,
    exitCode: undefined,
  });
  return view as unknown as NodeJS.Process;
}

/** Signals to oneself end the environment alone; to another process they are refused, as to a stranger's on Lambda. */
function kill(environment: Environment) {
  return (pid: number, signal: string | number = 'SIGTERM') => {
    if (pid === 2 && signal !== 0) environment.exit(typeof signal === 'number' ? 128 + signal : 143);
    if (pid === 2) return true;
    const child = [...environment.children].some((known) => known.pid === pid);
    if (child) return process.kill(pid, signal);
    throw Object.assign(new Error('kill EPERM'), { errno: -1, code: 'EPERM', syscall: 'kill' });
  };
}

/** Own to each environment, or of no use inside one. */
const NOT_COPIED = new Set<PropertyKey>([
  '_events',
  '_eventsCount',
  '_maxListeners',
  'env',
  'stdin',
  'stdout',
  'stderr',
]);

function copy(view: Record<PropertyKey, unknown>, key: PropertyKey): void {
  if (NOT_COPIED.has(key)) return;
  const descriptor = Reflect.getOwnPropertyDescriptor(process, key);
  if (!descriptor) return;
  if (!('value' in descriptor)) {
    const get = () => Reflect.get(process, key) as unknown;
    const set = (value: unknown) =>
      void Object.defineProperty(view, key, { value, writable: true, configurable: true, enumerable: true });
    Object.defineProperty(view, key, {
      get,
      set,
      configurable: true,
      enumerable: descriptor.enumerable ?? true,
    });
    return;
  }
  const { value } = descriptor as { value: unknown };
  view[key] = typeof value === 'function' ? bound(value as (...args: unknown[]) => unknown) : value;
}

function bound(method: (...args: unknown[]) => unknown): unknown {
  const made = method.bind(process);
  Object.assign(made, method); // `hrtime.bigint`, `memoryUsage.rss`
  return made;
}
