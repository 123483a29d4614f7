import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const later = setTimeout;
/** Bytes that the heap may grow before it is collected in a pause. */
const SLACK = 4 * 1024 * 1024;
/** Ms of quiet before a collection: an event that follows at once should not wait for it. */
const QUIET = 2;

/**
 * Collects a thread's garbage in the pauses between events. V8 itself waits until a heap has grown to a share of its limit, which
 * for dozens of small heaps in one process is memory that nobody uses.
 */
export class Collector {
  readonly #isIdle: () => boolean;
  #base: number | undefined;
  #waiting = false;
  #collect: (() => void) | undefined;

  /** @param isIdle true while no event is at work */
  constructor(isIdle: () => boolean) {
    this.#isIdle = isIdle;
  }

  /** An event is over. */
  noteHeap(usedBytes: number): void {
    this.#base ??= usedBytes;
    if (this.#waiting || usedBytes - this.#base < SLACK) return;
    this.#waiting = true;
    later(() => this.#run(), QUIET).unref();
  }

  #run(): void {
    this.#waiting = false;
    if (!this.#isIdle()) return;
    this.#collect ??= exposedCollector();
    this.#collect();
    this.#base = getHeapStatistics().used_heap_size;
  }
}

/** V8 gives its `gc` to contexts that are made while the flag is set; functions never see one of those. */
function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  return collect;
}
