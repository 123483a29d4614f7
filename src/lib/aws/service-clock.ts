/** An answer as the SDK's deserialising middleware sees it: an HTTP response somewhere inside. */
interface Answered {
  response: unknown;
}

/** The machine's clock may be off by this many milliseconds before AWS's counts: its `Date` has whole seconds. */
const SAME = 2_000;

/**
 * AWS's time, told by the `Date` header of its answers. Waits are counted by it, so that a machine whose clock is wrong
 * cannot cut them short, and an endpoint whose clock is moved is followed.
 */
export class ServiceClock {
  #offset = 0;

  /** Epoch ms. */
  now(): number {
    return Date.now() + this.#offset;
  }

  /** Milliseconds that AWS is ahead of this machine; 0 when they agree. */
  get offset(): number {
    return this.#offset;
  }

  /** Reads the time of an answer. */
  observe(date: string | undefined): void {
    const told = Date.parse(date ?? '') + 500; // in the middle of its second
    if (Number.isNaN(told)) return;
    const offset = told - Date.now();
    if (Math.abs(offset) < SAME) this.#offset = 0;
    else if (Math.abs(offset - this.#offset) >= SAME) this.#offset = offset;
  }

  #read(response: unknown): void {
    const { headers } = (response ?? {}) as { headers?: Record<string, string> };
    this.observe(headers?.date);
  }

  /** Middleware for any client of the SDK, in its `deserialize` step. */
  readonly middleware =
    <Arguments extends object, Result extends Answered>(next: (args: Arguments) => Promise<Result>) =>
    async (args: Arguments): Promise<Result> => {
      try {
        const result = await next(args);
        this.#read(result.response);
        return result;
      } catch (error) {
        this.#read((error as { $response?: unknown }).$response); // refusals tell the time too
        throw error;
      }
    };
}
