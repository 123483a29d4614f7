import type { Timer } from '../../src/core/clock.js';
import { isThrottle } from './admission.js';
import type { FullInvocation } from './invoker.js';
import type { LambdaOptions } from './options.js';
import type { FunctionEntry } from './registry.js';

const MINUTE = 60_000;
/** Attempts after the first, and seconds an event is kept, where nothing else was set (Lambda developer guide, "Retry behavior"). */
const RETRIES = 2;
const AGE = 21_600;
/** A throttled event is tried again after a second, and ever later up to this many ms. */
const LONGEST_PAUSE = 5 * MINUTE;

type Invoke = (invocation: FullInvocation) => Promise<{ functionError?: string }>;

interface Event {
  entry: FunctionEntry;
  qualifier: string;
  invocation: FullInvocation;
  /** Epoch ms. */
  takenAt: number;
  failures: number;
  throttles: number;
}

/**
 * Events that nobody waits for. One whose function fails is tried again after one minute and after two more; one that is
 * throttled as long as it may be kept. They live as long as the service: an emulator that stops loses them.
 */
export class AsyncEvents {
  readonly #options: LambdaOptions;
  readonly #invoke: Invoke;
  readonly #timers = new Set<Timer>();
  #stopped = false;

  constructor(options: LambdaOptions, invoke: Invoke) {
    this.#options = options;
    this.#invoke = invoke;
  }

  start(): void {
    this.#stopped = false;
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
  }

  /** Takes an event; its outcome is in the log. */
  take(entry: FunctionEntry, qualifier: string, invocation: FullInvocation): void {
    const takenAt = this.#options.clock.now();
    void this.#try({ entry, qualifier, invocation, takenAt, failures: 0, throttles: 0 });
  }

  async #try(event: Event): Promise<void> {
    try {
      const { functionError } = await this.#invoke(event.invocation);
      if (functionError === undefined) return;
      event.failures++;
      const { retries = RETRIES } = event.entry.eventInvoke.get(event.qualifier) ?? {};
      if (event.failures <= retries) this.#again(event, event.failures * MINUTE);
      else this.#lost(event, 'its function failed every time');
    } catch (error) {
      if (isThrottle(error)) this.#again(event, Math.min(1000 * 2 ** event.throttles++, LONGEST_PAUSE));
      else this.#lost(event, error instanceof Error ? error.message : String(error));
    }
  }

  #again(event: Event, pause: number): void {
    if (this.#stopped) return;
    const { clock } = this.#options;
    const { age = AGE } = event.entry.eventInvoke.get(event.qualifier) ?? {};
    const due = clock.now() + pause;
    if (due > event.takenAt + age * 1000) {
      this.#lost(event, `it is older than ${age} s`);
      return;
    }
    const timer = clock.at(due, () => {
      this.#timers.delete(timer);
      void this.#try(event);
    });
    this.#timers.add(timer);
  }

  #lost({ entry, qualifier }: Event, why: string): void {
    if (this.#stopped) return;
    const { events, clock } = this.#options;
    const text = `arcube: asynchronous event lost: ${why} (${entry.name}:${qualifier})`;
    const { name: functionName, arn: functionArn } = entry;
    events.emit('log', { time: clock.now(), functionName, functionArn, logStream: 'events', text });
  }
}
