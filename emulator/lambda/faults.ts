/** A fault put in on purpose. */
export interface Fault {
  /** Ms to wait before the event is handed over. */
  latencyMs?: number;
  /** Share of invokes that fail as a handler's error would, 0 to 1. */
  errorRate?: number;
  /** Share of invokes refused with `TooManyRequestsException`, 0 to 1. */
  throttleRate?: number;
  /** Share of invokes that run into the function's timeout, 0 to 1. */
  timeoutRate?: number;
}

/** What an invoke is in for. */
export interface DrawnFault {
  latencyMs: number;
  outcome?: 'error' | 'throttle' | 'timeout';
}

/** Faults by function name; `*` stands for every function. */
export class FaultTable {
  readonly #faults = new Map<string, Fault>();
  readonly #random: () => number;

  /** @param random a number in [0, 1) */
  constructor(random: () => number) {
    this.#random = random;
  }

  set(name: string, fault: Fault): void {
    this.#faults.set(name, fault);
  }

  /** Takes back one function's fault, or all. */
  clear(name?: string): void {
    if (name === undefined) this.#faults.clear();
    else this.#faults.delete(name);
  }

  list(): Record<string, Fault> {
    return Object.fromEntries(this.#faults);
  }

  /** Draws for one invoke; undefined when nothing is to go wrong. */
  draw(name: string): DrawnFault | undefined {
    if (this.#faults.size === 0) return undefined;
    const fault = this.#faults.get(name) ?? this.#faults.get('*');
    if (!fault) return undefined;
    const { latencyMs = 0, errorRate = 0, throttleRate = 0, timeoutRate = 0 } = fault;
    const at = this.#random();
    if (at < throttleRate) return { latencyMs, outcome: 'throttle' };
    if (at < throttleRate + timeoutRate) return { latencyMs, outcome: 'timeout' };
    if (at < throttleRate + timeoutRate + errorRate) return { latencyMs, outcome: 'error' };
    return latencyMs > 0 ? { latencyMs } : undefined;
  }
}
