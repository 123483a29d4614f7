/** What is said wherever a fault was put in on purpose: in logs, messages and headers. */
export const INJECTED = 'arcube: fault injected on purpose';

/** A fault put in on purpose: into a function, a vendor's sandbox, or MongoDB. Shares go from 0 to 1. */
export interface Fault {
  /** Ms that every call waits first. */
  latencyMs?: number;
  /** Share that fails: as a handler's error, a 503, a command's error. */
  errorRate?: number;
  /** MongoDB alone: the error's name or number. */
  errorCode?: string;
  /** Share refused as too many: `TooManyRequestsException`, a 429. */
  throttleRate?: number;
  /** Share that gets no answer within its time limit. */
  timeoutRate?: number;
}

/** What a call is in for. */
export interface DrawnFault {
  latencyMs: number;
  outcome?: 'error' | 'throttle' | 'timeout';
  errorCode?: string;
}

/** Faults by name; `*` stands for every one. */
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

  /** Takes back one fault, or all. */
  clear(name?: string): void {
    if (name === undefined) this.#faults.clear();
    else this.#faults.delete(name);
  }

  list(): Record<string, Fault> {
    return Object.fromEntries(this.#faults);
  }

  /** Draws for one call; undefined when nothing is to go wrong. Of several names the first that has a fault counts. */
  draw(name: string, ...others: string[]): DrawnFault | undefined {
    if (this.#faults.size === 0) return undefined;
    const named = [name, ...others].find((one) => this.#faults.has(one));
    const fault = this.#faults.get(named ?? '*');
    if (!fault) return undefined;
    const { latencyMs = 0, errorRate = 0, throttleRate = 0, timeoutRate = 0, errorCode } = fault;
    const at = this.#random();
    if (at < throttleRate) return { latencyMs, outcome: 'throttle' };
    if (at < throttleRate + timeoutRate) return { latencyMs, outcome: 'timeout' };
    if (at < throttleRate + timeoutRate + errorRate)
      return { latencyMs, outcome: 'error', ...(errorCode !== undefined && { errorCode }) };
    return latencyMs > 0 ? { latencyMs } : undefined;
  }
}

/** What a drawn fault does, in words for a log. */
export function describeFault({ latencyMs, outcome, errorCode }: DrawnFault): string {
  const delay = latencyMs > 0 ? `latency of ${latencyMs} ms` : '';
  const end = outcome === 'error' && errorCode !== undefined ? `error ${errorCode}` : (outcome ?? '');
  return [delay, end].filter(Boolean).join(', then ');
}
