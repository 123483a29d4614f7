import { availableParallelism } from 'node:os';

/** The load is taken at most this often, in ms. */
const INTERVAL = 25;
/** Above this share of all processors, more work at a time only takes turns. */
const SATURATED = 0.85;

/** How busy this process, with all its threads, keeps the processors. */
export class ProcessorLoad {
  readonly processors = availableParallelism();
  #usage = process.cpuUsage();
  #at = performance.now();
  #share = 0;

  /** True when the threads of this process get no more work done than they do, however many of them work. */
  get saturated(): boolean {
    const elapsed = performance.now() - this.#at;
    if (elapsed >= INTERVAL) {
      const { user, system } = process.cpuUsage(this.#usage);
      this.#share = (user + system) / 1000 / elapsed / this.processors;
      this.#usage = process.cpuUsage();
      this.#at = performance.now();
    }
    return this.#share > SATURATED;
  }
}
