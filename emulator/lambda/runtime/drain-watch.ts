import type { Socket } from 'node:net';
import type { Environment } from './environment.js';

/** How often an event in work is looked at, in ms. */
const EVERY = 10;
/**
 * Looks in a row that must find nothing to do before the event loop counts as empty. Work in the thread pool that Node does not
 * list (hashing, compression) takes less than that.
 */
const LOOKS = 20;

/** Finds out when the code of one environment has nothing left to wait for: on Lambda its process would end by itself. */
export class DrainWatch {
  readonly #environment: Environment;
  #timer: NodeJS.Timeout | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Calls `drained` once when nothing is pending any more. */
  start(drained: () => void): void {
    this.stop();
    let quiet = 0;
    const look = () => {
      quiet = this.#pending() ? 0 : quiet + 1;
      // A callback was called: nothing but the empty loop is waited for, so there is no risk in being quick.
      const enough = this.#environment.running?.waiting ? 1 : LOOKS;
      if (quiet < enough) return;
      this.stop();
      drained();
    };
    this.#timer = setInterval(look, EVERY).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #pending(): boolean {
    const { timers, sockets, children } = this.#environment;
    if (timers.pending || children.size > 0) return true;
    for (const socket of sockets) if (keepsAlive(socket)) return true;
    return process.getActiveResourcesInfo().some((name) => !IGNORED.test(name));
  }
}

/** Handles that belong to the thread itself, or that are counted per environment above. */
const IGNORED = /^(MessagePort|Timeout|Immediate|TCP.*|Pipe.*|TTY.*|TLSWrap|ProcessWrap|Worker)$/;

/** Idle keep-alive sockets are unreferenced; Node tells so only of the handle beneath. */
function keepsAlive(socket: Socket): boolean {
  if (socket.destroyed) return false;
  const { _handle: handle } = socket as unknown as { _handle?: { hasRef?: () => boolean } | null };
  return socket.connecting || handle?.hasRef?.() !== false;
}
