import inspector from 'node:inspector';
import { machineNow } from './clock.js';

/** Ports above the wanted one that are tried. */
const ATTEMPTS = 100;
/** A port that was this function's before is given so many times 50 ms to come free: the thread that had it is just ending. */
const RETRIES = 20;
/** How often the thread shows that it runs, in ms. */
const BEAT = 20;
/** A gap longer than this many ms is taken for a stop at a breakpoint. */
const LONGEST_GAP = 100;

/** Opens an inspector of this thread's own; answers its address, undefined when no port is to be had. */
export function openInspector({ port, again }: { port: number; again: boolean }): string | undefined {
  for (let retry = 0; again && retry < RETRIES; retry++) {
    const url = tryPort(port);
    if (url !== undefined) return url;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  for (let at = port; at < port + ATTEMPTS; at++) {
    const url = tryPort(at);
    if (url !== undefined) return url;
  }
  return undefined;
}

function tryPort(port: number): string | undefined {
  inspector.open(port, '127.0.0.1');
  return inspector.url();
}

/** A clock that stands still while a debugger holds the thread: how much time a handler has left is read from it. */
export class PauseMeter {
  #seen = machineNow();
  #paused = 0;

  /** Begins to watch; ends with the thread. */
  start(): void {
    setInterval(() => this.now(), BEAT).unref();
  }

  /** Machine time less the pauses, in ms. */
  now(): number {
    const now = machineNow();
    const gap = now - this.#seen;
    if (gap > LONGEST_GAP) this.#paused += gap;
    this.#seen = now;
    return now - this.#paused;
  }
}
