import timers from 'node:timers';
import { promisify } from 'node:util';
import { timersPromises } from './timers-promises.js';

const real = { ...timers };
type Callback = (...args: unknown[]) => void;
type Handle = NodeJS.Timeout | NodeJS.Immediate;

/**
 * The timers of one environment: they stop when it is frozen between two events (what comes due meanwhile runs at the
 * next event, as on Lambda), can be counted, and end with it.
 */
export class EnvironmentTimers {
  readonly #live = new Set<Handle>();
  readonly #due = new Map<Handle, () => void>();
  #frozen = false;
  /** Drop-in replacements for the module `timers` and the globals. */
  readonly functions = this.#build();
  /** The module `timers/promises`: Node's own would wait for timers that nobody here sees. */
  readonly promises = timersPromises(this.functions);

  constructor() {
    const { setTimeout, setImmediate } = this.functions;
    Object.defineProperty(setTimeout, promisify.custom, { value: this.promises.setTimeout });
    Object.defineProperty(setImmediate, promisify.custom, { value: this.promises.setImmediate });
  }

  /** True while something is scheduled that would keep a process alive. */
  get pending(): boolean {
    for (const handle of this.#live) if (handle.hasRef()) return true;
    return false;
  }

  freeze(): void {
    this.#frozen = true;
  }

  /** Lets time run on; what came due while frozen runs as soon as the event has begun. */
  thaw(): void {
    this.#frozen = false;
    const due = [...this.#due.values()];
    this.#due.clear();
    for (const run of due) real.setImmediate(run);
  }

  /** Ends every timer. */
  clear(): void {
    for (const handle of this.#live) clear(handle);
    this.#live.clear();
    this.#due.clear();
  }

  #build() {
    const once = (arm: (run: () => void) => Handle, run: () => void): Handle => {
      const handle = arm(() => this.#fire(handle, run, true));
      this.#live.add(handle);
      return handle;
    };
    const setTimeout = (callback: Callback, ms?: number, ...args: unknown[]) =>
      once(
        (run) => real.setTimeout(run, ms),
        () => callback(...args),
      );
    const setImmediate = (callback: Callback, ...args: unknown[]) =>
      once(
        (run) => real.setImmediate(run),
        () => callback(...args),
      );
    const setInterval = (callback: Callback, ms?: number, ...args: unknown[]) => {
      const handle: Handle = real.setInterval(() => this.#fire(handle, () => callback(...args), false), ms);
      this.#live.add(handle);
      return handle;
    };
    const cancel = (handle: unknown) => this.#cancel(handle);
    return {
      setTimeout,
      setInterval,
      setImmediate,
      clearTimeout: cancel,
      clearInterval: cancel,
      clearImmediate: cancel,
    };
  }

  #fire(handle: Handle, run: () => void, last: boolean): void {
    if (last) this.#live.delete(handle);
    if (this.#frozen) this.#due.set(handle, run);
    else run();
  }

  #cancel(given: unknown): void {
    const handle =
      typeof given === 'object' ? given : [...this.#live].find((live) => Number(live) === Number(given));
    if (!handle) return;
    this.#live.delete(handle as Handle);
    this.#due.delete(handle as Handle);
    clear(handle as Handle);
  }
}

function clear(handle: Handle): void {
  real.clearTimeout(handle as NodeJS.Timeout);
  real.clearImmediate(handle as NodeJS.Immediate);
}
