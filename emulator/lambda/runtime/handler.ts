import { RuntimeFault } from './errors.js';

/** A handler of any style. */
export type Handler = (...args: unknown[]) => unknown;

/** Finds `exportPath` in a module's exports. Throws `Runtime.HandlerNotFound` in the runtime's words. */
export function findHandler(exports: unknown, exportPath: string, handler: string): Handler {
  let found: unknown = exports;
  for (const key of exportPath.split('.')) {
    found = found ? (found as Record<string, unknown>)[key] : found;
  }
  if (!found && isModule(exports)) found = fromDefault(exports, exportPath);
  if (!found) throw new RuntimeFault('HandlerNotFound', `${handler} is undefined or not exported`);
  if (typeof found !== 'function') throw new RuntimeFault('HandlerNotFound', `${handler} is not a function`);
  return found as Handler;
}

/** A CommonJS module imported as an ES module has its exports under `default`. */
function fromDefault(exports: Record<string, unknown>, exportPath: string): unknown {
  const inner = exports.default;
  return typeof inner === 'object' && inner !== null
    ? (inner as Record<string, unknown>)[exportPath]
    : undefined;
}

function isModule(exports: unknown): exports is Record<string, unknown> {
  return typeof exports === 'object' && exports !== null && 'default' in exports;
}

/** True for a handler written as `async function`: only those fail when their promise never settles. */
export function isAsync(handler: Handler): boolean {
  return handler.constructor?.name === 'AsyncFunction';
}

/** True for anything with a `then`. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
