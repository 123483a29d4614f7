import type { Clock } from '../../../src/core/clock.js';
import { Timestamp } from '../bson/index.js';

/** Gives operations their times: the clock's seconds and a counter, always growing though the clock be set back. */
export class OpClock {
  readonly #clock: Clock;
  #seconds = 0;
  #counter = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The time of the last operation, for `operationTime` and `$clusterTime`. */
  get latest(): Timestamp {
    if (this.#seconds === 0) return this.next();
    return new Timestamp(this.#seconds, this.#counter);
  }

  /** The time of an operation that happens now. */
  next(): Timestamp {
    const seconds = Math.floor(this.#clock.now() / 1000);
    if (seconds > this.#seconds) {
      this.#seconds = seconds;
      this.#counter = 0;
    }
    return new Timestamp(this.#seconds, ++this.#counter);
  }

  /** Never gives a time before this one. */
  atLeast({ t, i }: Timestamp): void {
    if (t < this.#seconds || (t === this.#seconds && i <= this.#counter)) return;
    this.#seconds = t;
    this.#counter = i;
  }
}
