import { sizeOf } from '../accumulate/size.js';
import type { Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { Runtime } from '../expression/index.js';

/** What a sort, a group or a window may hold before mongod goes to disk (`internalQuery…MaxMemory…Bytes`). */
const MAX_BYTES = 104_857_600;
/** mongod goes on to disk beyond that; here all stays in memory, and this much is the end. */
const MOST_BYTES = 1_073_741_824;
/** One value in so many is measured, for all of them. */
const MEASURED = 16;

/** Counts what a stage holds, by samples, and refuses what mongod refuses. */
export class MemoryMeter {
  readonly #what: string;
  readonly #mayStay: boolean;
  #values = 0;
  #bytes = 0;

  /** `what` is the stage's name, for the message. */
  constructor(what: string, { allowDiskUse }: Pick<Runtime, 'allowDiskUse'>) {
    this.#what = what;
    this.#mayStay = allowDiskUse !== false;
  }

  add(value: Value): void {
    if (++this.#values % MEASURED !== 0) return;
    this.#bytes += sizeOf(value) * MEASURED;
    if (this.#bytes > MAX_BYTES) this.#refuse();
  }

  #refuse(): void {
    if (!this.#mayStay) {
      throw mongoError('QueryExceededMemoryLimitNoDiskUseAllowed', refusal(this.#what));
    }
    if (this.#bytes <= MOST_BYTES) return;
    throw mongoError(
      'ExceededMemoryLimit',
      `${this.#what} used more than ${MOST_BYTES} bytes; this server keeps in memory what mongod writes to disk`,
    );
  }
}

function refusal(what: string): string {
  if (what === 'Sort')
    return `Sort exceeded memory limit of ${MAX_BYTES} bytes, but did not opt in to external sorting.`;
  return `Exceeded memory limit for ${what}, but didn't allow external sort. Pass allowDiskUse:true to opt in.`;
}
