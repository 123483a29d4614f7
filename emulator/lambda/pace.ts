import type { FunctionVersion } from './registry.js';

/** How much one event more or less changes what is known of a version. */
const WEIGHT = 0.2;

interface Known {
  /** Ms that an event takes in an environment that has had one before. */
  warm?: number;
  /** Ms that init phase and first event take together. */
  cold?: number;
}

/** How long the events of each version take, so that it can be told what a cold start would save. */
export class Pace {
  readonly #known = new WeakMap<FunctionVersion, Known>();

  /** An event is over; `initDurationMs` is given for the first of its environment. */
  ended(version: FunctionVersion, durationMs: number, initDurationMs?: number): void {
    const known = this.#known.get(version) ?? {};
    this.#known.set(version, known);
    if (initDurationMs === undefined) known.warm = moved(known.warm, durationMs);
    else known.cold = moved(known.cold, initDurationMs + durationMs);
  }

  /**
   * Ms for which an event had better wait for an environment to come free than begin one: as long as its cold start would take,
   * when the events before it are over sooner than that; else none.
   */
  worthWaiting(version: FunctionVersion): number {
    const { warm, cold } = this.#known.get(version) ?? {};
    return warm !== undefined && cold !== undefined && warm < cold ? cold : 0;
  }
}

function moved(old: number | undefined, value: number): number {
  return old === undefined ? value : old + WEIGHT * (value - old);
}
