import type { Span } from '../../kernel/events.js';
import type { InvocationSpec, PhaseResult } from '../protocol.js';
import { report } from './errors.js';

const { stringify } = JSON;

/** Bytes of a synchronous response: 6 MiB and the runtime's allowance. */
const LARGEST_RESPONSE = 6_291_556;

/** The `context` argument, with the callback of the older handler style. */
export interface Completion {
  context: Record<string, unknown>;
  callback: (error?: unknown, result?: unknown) => void;
}

/** One event in work: it is settled once, whatever the handler does afterwards. */
export class Invocation {
  readonly spec: InvocationSpec;
  readonly spans: Span[] = [];
  readonly startedAt = performance.now();
  /** What the callback was given while the event loop still has work to do. */
  #waiting: { result: unknown } | undefined;
  #waits = true;
  #settled = false;
  readonly #settle: (result: PhaseResult) => void;
  readonly #logError: (message: string, error: unknown) => void;

  constructor(
    spec: InvocationSpec,
    settle: (result: PhaseResult) => void,
    logError: (message: string, error: unknown) => void,
  ) {
    this.spec = spec;
    this.#settle = settle;
    this.#logError = logError;
  }

  /** A callback was called, and only the empty event loop is waited for. */
  get waiting(): boolean {
    return this.#waiting !== undefined;
  }

  /** Settles with a handler's result. Throws when it cannot be written as JSON. */
  succeed(result: unknown): void {
    const payload = serialize(result);
    if (Buffer.byteLength(payload) > LARGEST_RESPONSE) {
      const errorMessage = `Response payload size exceeded maximum allowed payload size (${LARGEST_RESPONSE} bytes).`;
      const errorType = 'Function.ResponseSizeTooLarge';
      this.finish({ payload: stringify({ errorType, errorMessage }), errorType });
      return;
    }
    this.finish({ payload });
  }

  /** Settles with a failure, as the runtime reports it. */
  fail(error: unknown, fatal = false, message = 'Invoke Error'): void {
    if (this.#settled) return;
    this.#logError(message, error);
    const reported = report(error);
    this.finish({ payload: stringify(reported), errorType: reported.errorType, fatal });
  }

  finish(result: PhaseResult): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#settle(result);
  }

  /** The event loop has run empty: gives what the callback was given; true when there was something. */
  drained(): boolean {
    if (!this.#waiting) return false;
    const { result } = this.#waiting;
    this.#attempt(() => this.succeed(result));
    return true;
  }

  /** The functions a handler may end its event with; the first call wins. */
  completion(): Completion {
    let finished = false;
    const once =
      <A extends unknown[]>(act: (...args: A) => void) =>
      (...args: A) => {
        if (finished) return;
        act(...args);
        finished = true;
      };
    const done = (error?: unknown, result?: unknown) =>
      error === undefined || error === null ? this.succeed(result) : this.fail(error);
    const callback = (error?: unknown, result?: unknown) => {
      if (error !== undefined && error !== null) this.fail(error);
      else if (this.#waits) this.#waiting = { result };
      else this.succeed(result);
    };
    const context = {
      succeed: once((result?: unknown) => done(null, result)),
      fail: once((error?: unknown) => this.fail(error ?? 'handled')),
      done: once(done),
    };
    Object.defineProperty(context, 'callbackWaitsForEmptyEventLoop', {
      get: () => this.#waits,
      set: (value: boolean) => {
        this.#waits = value;
      },
      enumerable: true,
      configurable: true,
    });
    return { context, callback: once(callback) };
  }

  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.fail(error);
    }
  }
}

function serialize(result: unknown): string {
  try {
    // A function or a symbol has no JSON: the runtime sends an empty body, which Invoke shows as null.
    return stringify(result === undefined ? null : result) ?? 'null';
  } catch {
    throw new Error('Unable to stringify response body');
  }
}
