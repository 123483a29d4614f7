/** What waiting is made of: an environment's own timers, so that a wait is seen, freezes and ends with it. */
export interface Timers {
  setTimeout(run: () => void, ms?: number): NodeJS.Timeout | NodeJS.Immediate;
  setImmediate(run: () => void): NodeJS.Timeout | NodeJS.Immediate;
  clearTimeout(handle: unknown): void;
}

export interface Options {
  signal?: AbortSignal;
  ref?: boolean;
}

type Arm = (run: () => void) => NodeJS.Timeout | NodeJS.Immediate;

/** The module `timers/promises` over timers of one's own (nodejs.org/api/timers.html#timers-promises-api). */
export function timersPromises({ setTimeout, setImmediate, clearTimeout }: Timers) {
  const once = <T>(arm: Arm, value: T, { signal, ref = true }: Options = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(aborted(signal));
        return;
      }
      const end = () => {
        clearTimeout(handle);
        reject(aborted(signal));
      };
      const handle = arm(() => {
        signal?.removeEventListener('abort', end);
        resolve(value);
      });
      if (!ref) handle.unref();
      signal?.addEventListener('abort', end, { once: true });
    });
  const wait = <T>(ms?: number, value?: T, options?: Options) =>
    once((run) => setTimeout(run, ms), value, options);
  const soon = <T>(value?: T, options?: Options) => once((run) => setImmediate(run), value, options);
  return {
    setTimeout: wait,
    setImmediate: soon,
    setInterval: async function* <T>(ms?: number, value?: T, options?: Options) {
      for (;;) yield await wait(ms, value, options);
    },
    scheduler: {
      wait: (ms: number, options?: Options) => wait(ms, undefined, options),
      yield: () => soon(),
    },
  };
}

/** Node's own words. */
function aborted(signal: AbortSignal | undefined): Error {
  const error = new Error('The operation was aborted', { cause: signal?.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}
