import { availableParallelism, cpus } from 'node:os';
import { performance } from 'node:perf_hooks';

/** The load is taken at most this often, in ms. */
const INTERVAL = 40;
/** Above this share of all processors, more work at a time only takes turns. */
const SATURATED = 0.85;
/** The same for the whole machine, of which others take their part. */
const MACHINE_SATURATED = 0.95;

/** How busy the processors and the main thread are. */
export class ProcessorLoad {
  readonly processors = availableParallelism();
  #at = Number.NEGATIVE_INFINITY;
  #usage = process.cpuUsage();
  #loop = performance.eventLoopUtilization();
  #machine = machineTimes();
  #saturated = false;
  #mainBusy = false;

  /**
   * True when the threads of this process get no more work done than they do, however many of them work: it keeps the processors
   * busy, or others do, or its main thread is, which every event comes and goes through.
   */
  get saturated(): boolean {
    this.#look();
    return this.#saturated;
  }

  /** True while the main thread, which every event comes and goes through, has no time left. */
  get mainBusy(): boolean {
    this.#look();
    return this.#mainBusy;
  }

  #look(): void {
    const elapsed = performance.now() - this.#at;
    if (elapsed < INTERVAL) return;
    const own = this.#ownShare(elapsed);
    const loop = this.#loopShare();
    const machine = this.#machineShare();
    this.#at = performance.now();
    this.#mainBusy = loop > SATURATED;
    this.#saturated = own > SATURATED || this.#mainBusy || machine > MACHINE_SATURATED;
  }

  #ownShare(elapsed: number): number {
    const { user, system } = process.cpuUsage(this.#usage);
    this.#usage = process.cpuUsage();
    return (user + system) / 1000 / elapsed / this.processors;
  }

  #loopShare(): number {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#loop);
    this.#loop = now;
    return utilization;
  }

  #machineShare(): number {
    const before = this.#machine;
    this.#machine = machineTimes();
    const all = this.#machine.all - before.all;
    return all > 0 ? 1 - (this.#machine.idle - before.idle) / all : 0;
  }
}

/** Ms that all processors have been idle, and at all. */
function machineTimes(): { idle: number; all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return { idle: sum(times.map(({ idle }) => idle)), all: sum(times.flatMap((one) => Object.values(one))) };
}
