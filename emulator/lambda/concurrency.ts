import { LambdaServiceError } from '../kernel/lambda.js';
import type { FunctionEntry } from './registry.js';

/** Counts events at work, per function and for the account, and refuses what is too much. */
export class Concurrency {
  readonly limit: number;
  readonly #running = new Map<string, number>();
  #unreserved = 0;
  #total = 0;

  /** @param limit the account's concurrent executions in the region; 1,000 on a new account */
  constructor(limit = 1000) {
    this.limit = limit;
  }

  get total(): number {
    return this.#total;
  }

  of(name: string): number {
    return this.#running.get(name) ?? 0;
  }

  /** Takes a place; the caller gives it back with the function it gets. Throws `TooManyRequestsException`. */
  enter(entry: FunctionEntry, reservedByAll: number): () => void {
    const { name, reserved } = entry;
    const running = this.of(name);
    if (reserved !== null && running >= reserved)
      throw throttled('ReservedFunctionConcurrentInvocationLimitExceeded');
    if (reserved === null && this.#unreserved >= this.limit - reservedByAll)
      throw throttled('ConcurrentInvocationLimitExceeded');
    const counted = reserved === null ? 1 : 0;
    this.#running.set(name, running + 1);
    this.#unreserved += counted;
    this.#total++;
    return () => {
      this.#running.set(name, this.of(name) - 1);
      this.#unreserved -= counted;
      this.#total--;
    };
  }
}

/** Lambda's words for an invoke above a limit. */
export function throttled(reason: string): LambdaServiceError {
  return new LambdaServiceError('TooManyRequestsException', 429, 'Rate Exceeded.', reason);
}
