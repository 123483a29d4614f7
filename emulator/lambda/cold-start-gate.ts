import { LambdaServiceError } from '../kernel/lambda.js';
import type { EnvironmentRecord } from './environment-record.js';
import type { FunctionVersion } from './registry.js';

/** How often events that wait are looked at, in ms. */
const LOOK = 25;
/** When no environment has come free for so many ms, an event gets one of its own whatever the load is. */
const PATIENCE = 1000;

interface Waiter {
  version: FunctionVersion;
  since: number;
  settle: (environment: EnvironmentRecord | undefined) => void;
  refuse: (error: Error) => void;
}

/** What the gate asks about the moment. */
export interface GateHooks {
  /** Init phases that may run at once. */
  readonly processors: number;
  /** True when one more environment of the version would get no more done: what it would run on is busy already. */
  isCrowded(version: FunctionVersion): boolean;
  /** Environments of the version that there are. */
  living(version: FunctionVersion): number;
  /** Ms for which an event of the version had better wait for one of them. */
  worthWaiting(version: FunctionVersion): number;
}

/**
 * Decides whether an event that finds no idle environment gets a new one. Lambda has a data centre for cold starts; here
 * they share a few processors with the events, and fifty at once leave none to either. So only as many init phases run
 * at a time as there are processors, and while those are busy anyway events wait for an environment to come free: what
 * frees one soonest is to let the others finish. Once there is an environment for each processor, an event also waits for as long
 * as a cold start would take it, where events are over sooner than that: a burst of short ones would else leave dozens of
 * environments, each of which V8 has to warm up, and all of them slow. One event at a time per environment stays true throughout.
 */
export class ColdStartGate {
  readonly #hooks: GateHooks;
  readonly #waiting: Waiter[] = [];
  /** When an environment of the version last came free for somebody who waited, or was last begun. */
  readonly #movedAt = new WeakMap<FunctionVersion, number>();
  /** When there last was a crowd. */
  readonly #crowdedAt = new WeakMap<FunctionVersion, number>();
  #starting = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(hooks: GateHooks) {
    this.#hooks = hooks;
  }

  /** True when an init phase may begin now; it counts from here on, until `left`. */
  tryEnter(version: FunctionVersion): boolean {
    if (this.waitsFor(version) || this.#starting >= this.#hooks.processors) return false;
    if (this.#hooks.isCrowded(version) || this.#patience(version) > 0) return false;
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
    this.#movedAt.set(environment.version, performance.now());
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
    for (const waiter of [...this.#waiting]) {
      if (this.#starting >= this.#hooks.processors) break;
      if (!this.#mayStart(waiter, now)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
      this.#starting++;
      this.#movedAt.set(waiter.version, now);
      waiter.settle(undefined);
    }
    if (this.#waiting.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** While there is a crowd, only who waits for environments none of which comes free: they may be waiting for this very event. */
  #mayStart({ version, since }: Waiter, now: number): boolean {
    const stuckSince = Math.max(since, this.#movedAt.get(version) ?? 0);
    if (now - stuckSince >= PATIENCE) return true;
    if (this.#hooks.isCrowded(version)) this.#crowdedAt.set(version, now);
    const uncrowdedSince = Math.max(since, this.#crowdedAt.get(version) ?? 0);
    return now - uncrowdedSince >= Math.max(LOOK, this.#patience(version));
  }

  /** Ms for which an event waits for an environment to come free. */
  #patience(version: FunctionVersion): number {
    const { living, processors, worthWaiting } = this.#hooks;
    return living(version) < processors ? 0 : Math.min(worthWaiting(version), PATIENCE);
  }
}
