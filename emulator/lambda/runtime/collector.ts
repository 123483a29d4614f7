import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const later = setTimeout;
/** Bytes that the heap may grow before it is collected in a pause. */
const SLACK = 4 * 1024 * 1024;
/**
 * Ms without an event that make a pause. A collection stops the thread for 10 to 30 ms: at a hundred events a second, after
 * each few of which there is something to collect, shorter pauses cost a third of the processor time and the p95 of the answers.
 */
const QUIET = 500;

/**
 * Collects a thread's garbage in the pauses between events. V8 itself waits until a heap has grown to a share of its limit, which
 * for dozens of small heaps in one process is memory that nobody uses.
 */
export class Collector {
  readonly #isIdle: () => boolean;
  #base: number | undefined;
  #lastEventAt = 0;
  #waiting = false;
  #collect: (() => void) | undefined;

  /** @param isIdle true while no event is at work */
  constructor(isIdle: () => boolean) {
    this.#isIdle = isIdle;
  }

  /** An event is over. */
  noteHeap(usedBytes: number): void {
    this.#base ??= usedBytes;
    this.#lastEventAt = performance.now();
    if (this.#waiting || usedBytes - this.#base < SLACK) return;
    this.#wait(QUIET);
  }

  #wait(ms: number): void {
    this.#waiting = true;
    later(() => this.#look(), ms).unref();
  }

  #look(): void {
    const left = this.#lastEventAt + QUIET - performance.now();
    if (left > 0 || !this.#isIdle()) this.#wait(Math.max(left, QUIET / 10));
    else this.#run();
  }

  #run(): void {
    this.#waiting = false;
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
