/** Something that can be told to stop waiting. Idempotent. */
export interface Timer {
  cancel(): void;
}

/** The one clock of an emulator. Times are epoch milliseconds of *emulator* time, not of the machine. */
export interface Clock {
  /** The present moment in epoch milliseconds. */
  now(): number;
  /** Runs `run` once when the clock reaches `time` (at once, asynchronously, when that has passed). Never keeps the process alive. */
  at(time: number, run: () => void): Timer;
  /** Calls `listener` after each jump (advance, set, freeze, resume, reset). */
  onMove(listener: () => void): Timer;
}

interface Alarm {
  time: number;
  run: () => void;
}

/** setTimeout cannot wait longer than this many milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1;
const OFFSET = 0;
const FROZEN_AT = 1;

/**
 * A clock that follows the machine's clock until it is moved. Its state lies in shared memory, so that worker
 * threads read the same time without a message (see `readSharedClock`).
 */
export class MovableClock implements Clock {
  /** Two doubles: the offset to the machine's clock in ms, and the moment it is frozen at (NaN when it runs). */
  readonly shared: SharedArrayBuffer;
  readonly #state: Float64Array;
  readonly #alarms = new Set<Alarm>();
  readonly #listeners = new Set<() => void>();
  #wakeUp: NodeJS.Timeout | undefined;

  constructor(shared = new SharedArrayBuffer(16)) {
    this.shared = shared;
    this.#state = new Float64Array(shared);
    this.#state[FROZEN_AT] = Number.NaN;
  }

  now(): number {
    return readSharedClock(this.#state);
  }

  /** True while time stands still. */
  get frozen(): boolean {
    return !Number.isNaN(this.#state[FROZEN_AT]);
  }

  /** Milliseconds between this clock and the machine's. */
  get offset(): number {
    return this.now() - Date.now();
  }

  /** Moves by `ms` (back when negative); a frozen clock stays frozen at the new moment. */
  advance(ms: number): void {
    this.set(this.now() + ms);
  }

  /** Jumps to `time` (epoch ms). */
  set(time: number): void {
    if (!Number.isFinite(time)) throw new RangeError(`not a moment in time: ${time}`);
    if (this.frozen) this.#state[FROZEN_AT] = time;
    else this.#state[OFFSET] = time - Date.now();
    this.#moved();
  }

  /** Stops time at `time`, or now. */
  freeze(time = this.now()): void {
    this.#state[FROZEN_AT] = time;
    this.#moved();
  }

  /** Lets time run on from where it stands. */
  resume(): void {
    if (!this.frozen) return;
    this.#state[OFFSET] = this.now() - Date.now();
    this.#state[FROZEN_AT] = Number.NaN;
    this.#moved();
  }

  /** Back to the machine's time. */
  reset(): void {
    this.#state[OFFSET] = 0;
    this.#state[FROZEN_AT] = Number.NaN;
    this.#moved();
  }

  at(time: number, run: () => void): Timer {
    const alarm = { time, run };
    this.#alarms.add(alarm);
    this.#schedule();
    return { cancel: () => void this.#alarms.delete(alarm) };
  }

  onMove(listener: () => void): Timer {
    this.#listeners.add(listener);
    return { cancel: () => void this.#listeners.delete(listener) };
  }

  /** Drops every alarm and listener. The clock can still be read. */
  stop(): void {
    clearTimeout(this.#wakeUp);
    this.#alarms.clear();
    this.#listeners.clear();
  }

  #moved(): void {
    for (const listener of [...this.#listeners]) listener();
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#wakeUp);
    if (this.#alarms.size === 0) return;
    let next = Number.POSITIVE_INFINITY;
    for (const { time } of this.#alarms) next = Math.min(next, time);
    const wait = next - this.now();
    if (this.frozen && wait > 0) return; // nothing comes due while time stands still; a move schedules again
    this.#wakeUp = setTimeout(() => this.#ring(), Math.min(Math.max(wait, 0), LONGEST_WAIT));
    this.#wakeUp.unref();
  }

  #ring(): void {
    const now = this.now();
    const due = [...this.#alarms].filter((alarm) => alarm.time <= now).sort((a, b) => a.time - b.time);
    for (const alarm of due) this.#alarms.delete(alarm);
    for (const alarm of due) alarm.run();
    this.#schedule();
  }
}

/**
 * Runs `run` every so many milliseconds of the clock: once after a jump ahead, and after one back no later than `every` from
 * there.
 */
export function repeat(clock: Clock, every: number, run: () => void): Timer {
  let due: number;
  let timer: Timer;
  const plan = (): void => {
    due = clock.now() + every;
    timer = clock.at(due, () => {
      plan();
      run();
    });
  };
  plan();
  const moves = clock.onMove(() => {
    if (due <= clock.now() + every) return;
    timer.cancel();
    plan();
  });
  return {
    cancel: () => {
      timer.cancel();
      moves.cancel();
    },
  };
}

/** Reads a `MovableClock`'s time from its shared memory, in any thread. Epoch milliseconds. */
export function readSharedClock(state: Float64Array, machineNow = Date.now()): number {
  const frozenAt = state[FROZEN_AT] as number;
  return Number.isNaN(frozenAt) ? machineNow + (state[OFFSET] as number) : frozenAt;
}
