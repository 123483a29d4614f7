/** Where a debugger looks for a Node process first. */
const USUAL_PORT = 9229;

/**
 * Which functions a debugger may attach to. Each has one thread, however many environments, and a port that stays the same when
 * the thread is replaced, so that the debugger finds it again.
 */
export class Inspection {
  readonly #wanted: boolean | readonly string[];
  readonly #ports = new Map<string, number>();
  #next = USUAL_PORT;

  /** @param wanted all functions, none, or those of these names */
  constructor(wanted: boolean | readonly string[]) {
    this.#wanted = wanted;
  }

  covers(functionName: string): boolean {
    return typeof this.#wanted === 'boolean' ? this.#wanted : this.#wanted.includes(functionName);
  }

  /** The port to try, and whether it was the function's before. */
  portOf(functionName: string): { port: number; again: boolean } {
    const known = this.#ports.get(functionName);
    if (known !== undefined) return { port: known, again: true };
    const port = this.#next++;
    this.#ports.set(functionName, port);
    return { port, again: false };
  }

  /** The thread listens at this address: taken ports have made it move on. */
  opened(functionName: string, url: string): void {
    const port = Number(new URL(url).port);
    this.#ports.set(functionName, port);
    this.#next = Math.max(this.#next, port + 1);
  }
}
