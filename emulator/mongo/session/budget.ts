import { setImmediate as nextTurn } from 'node:timers/promises';
import { mongoError } from '../error/index.js';

/** What an iterator gives when it has worked for a while without a result. */
export const PAUSE = Symbol('pause');

/** A slice of work after which others on the same thread get a turn, in ms. */
const SLICE_MS = 12;
/** The clock is asked once in so many steps: asking costs as much as a step. */
const STEPS_PER_LOOK = 128;

/** How long one document may keep the thread, in ms, and in how many looks at least. */
const LONGEST_STRETCH_MS = 2000;
const LEAST_LOOKS = 8;

/** How long a command may work: `maxTimeMS`, a kill, and fairness towards others on the same thread. */
export class Budget {
  /** Monotonic ms; Infinity when there is no limit. */
  readonly deadline: number;
  #sliceEnd = performance.now() + SLICE_MS;
  #steps = 0;
  #interrupted: Error | undefined;
  /** Looks since the slice was used up. */
  #overdue = 0;
  #successor: Budget | undefined;

  constructor(maxTimeMS = 0) {
    this.deadline = maxTimeMS > 0 ? performance.now() + maxTimeMS : Number.POSITIVE_INFINITY;
  }

  /** Ends the command at its next step (killOp, killSessions, a client that has gone). */
  interrupt(reason: Error = mongoError('Interrupted', 'operation was interrupted')): void {
    this.#interrupted ??= reason;
  }

  /**
   * To be called in every loop that can be long. Throws MaxTimeMSExpired or Interrupted; true when the slice is used
   * up and the loop should pause.
   */
  step(): boolean {
    if (this.#successor !== undefined) return this.#successor.step();
    if (++this.#steps % STEPS_PER_LOOK !== 0) return false;
    return this.look();
  }

  /** The same, at once. */
  look(): boolean {
    if (this.#interrupted !== undefined) throw this.#interrupted;
    const now = performance.now();
    if (now >= this.deadline) throw mongoError('MaxTimeMSExpired', 'operation exceeded time limit');
    if (now < this.#sliceEnd) return false;
    if (++this.#overdue > LEAST_LOOKS && now > this.#sliceEnd + LONGEST_STRETCH_MS) throw tooLong();
    return true;
  }

  /** What was begun with this budget goes on with that of another command (a cursor's getMore). */
  passTo(successor: Budget): void {
    if (successor !== this) this.#successor = successor;
  }

  /** Ms that are left; Infinity without a limit. */
  get left(): number {
    return this.deadline - performance.now();
  }

  /** Lets others have a turn. */
  async pause(): Promise<void> {
    await nextTurn();
    this.#sliceEnd = performance.now() + SLICE_MS;
    this.#overdue = 0;
    this.look();
  }
}

/**
 * One document's expressions cannot be left in the middle, and nobody else is served meanwhile. mongod has a thread for
 * each client and would go on; here that ends.
 */
function tooLong(): Error {
  return mongoError(
    'OperationFailed',
    `one document kept the server busy for more than ${LONGEST_STRETCH_MS} ms, which would keep all other clients waiting`,
  );
}
