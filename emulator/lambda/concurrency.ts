import { LambdaServiceError } from '../kernel/lambda.js';
import type { FunctionEntry } from './registry.js';

/** Counts events at work, per function and for the account, and refuses what is too much. */
export class Concurrency {
  readonly limit: number;
  readonly #running = new Map<string, number>();
  /** By account and region. */
  readonly #unreserved = new Map<string, number>();
  #total = 0;

  /** @param limit the account's concurrent executions in the region; 1,000 on a new account */
  constructor(limit = 1000) {
    this.limit = limit;
  }

  get total(): number {
    return this.#total;
  }

  /** Events of a function at work. */
  of(arn: string): number {
    return this.#running.get(arn) ?? 0;
  }

  /** Takes a place; the caller gives it back with the function it gets. Throws `TooManyRequestsException`. */
  enter(entry: FunctionEntry, reservedByAll: number): () => void {
    const { arn, reserved } = entry;
    const running = this.of(arn);
    const scope = scopePrefix(arn);
    const unreserved = this.#unreserved.get(scope) ?? 0;
    if (reserved !== null && running >= reserved)
      throw throttled('ReservedFunctionConcurrentInvocationLimitExceeded');
    if (reserved === null && unreserved >= this.limit - reservedByAll)
      throw throttled('ConcurrentInvocationLimitExceeded');
    const counted = reserved === null ? 1 : 0;
    this.#running.set(arn, running + 1);
    this.#unreserved.set(scope, unreserved + counted);
    this.#total++;
    return () => {
      this.#running.set(arn, this.of(arn) - 1);
      this.#unreserved.set(scope, (this.#unreserved.get(scope) ?? 0) - counted);
      this.#total--;
    };
  }
}

/** What the ARNs of one account and region begin with: they share a limit. */
export function scopePrefix(arn: string): string {
  return arn.slice(0, arn.indexOf(':function:') + 1);
}

/** Lambda's words for an invoke above a limit. */
export function throttled(reason: string): LambdaServiceError {
  return new LambdaServiceError('TooManyRequestsException', 429, 'Rate Exceeded.', reason);
}
