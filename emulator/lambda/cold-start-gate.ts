import { LambdaServiceError } from '../kernel/lambda.js';
import type { EnvironmentRecord } from './environment-record.js';
import type { ProcessorLoad } from './processor-load.js';
import type { FunctionVersion } from './registry.js';

/** How often events that wait are looked at, in ms. */
const LOOK = 25;
/** After so many ms an event gets an environment of its own whatever the load is: another may be waiting for it. */
const PATIENCE = 1000;

interface Waiter {
  version: FunctionVersion;
  since: number;
  settle: (environment: EnvironmentRecord | undefined) => void;
  refuse: (error: Error) => void;
}

/**
 * Decides whether an event that finds no idle environment gets a new one. Lambda has a data centre for cold starts; here
 * they share a few processors with the events, and fifty at once leave none to either. So only as many init phases run
 * at a time as there are processors, and while those are busy anyway events wait for an environment to come free: what
 * frees one soonest is to let the others finish. One event at a time per environment stays true throughout.
 */
export class ColdStartGate {
  readonly #load: ProcessorLoad;
  readonly #waiting: Waiter[] = [];
  #starting = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(load: ProcessorLoad) {
    this.#load = load;
  }

  /** True when an init phase may begin now; it counts from here on, until `left`. */
  tryEnter(): boolean {
    if (this.#waiting.length > 0 || this.#starting >= this.#load.processors) return false;
    this.#starting++;
    return true;
  }

  /** Waits for an environment that comes free, or (undefined) for leave to begin an init phase. */
  wait(version: FunctionVersion): Promise<EnvironmentRecord | undefined> {
    return new Promise((settle, refuse) => {
      this.#waiting.push({ version, since: performance.now(), settle, refuse });
      if (this.#timer !== undefined) return;
      this.#timer = setInterval(() => this.#look(), LOOK);
      this.#timer.unref();
    });
  }

  waitsFor(version: FunctionVersion): boolean {
    return this.#waiting.some((waiter) => waiter.version === version);
  }

  /** Hands an environment to the event that has waited longest for its version. */
  hand(environment: EnvironmentRecord): void {
    const at = this.#waiting.findIndex(({ version }) => version === environment.version);
    const [waiter] = this.#waiting.splice(at, 1);
    waiter?.settle(environment);
  }

  /** An init phase is over, or did not come about. */
  left(): void {
    this.#starting--;
    if (this.#waiting.length > 0) this.#look();
  }

  /** Refuses all who wait. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const { refuse } of this.#waiting.splice(0))
      refuse(new LambdaServiceError('ServiceException', 500, 'The Lambda service has been stopped.'));
  }

  #look(): void {
    const now = performance.now();
    while (this.#starting < this.#load.processors) {
      const [first] = this.#waiting;
      if (first === undefined) break;
      if (now - first.since < (this.#load.saturated ? PATIENCE : LOOK)) break;
      this.#waiting.shift();
      this.#starting++;
      first.settle(undefined);
    }
    if (this.#waiting.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
