import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { builtFile } from '../../../core/package-root.js';
import type { Zipper } from './archive-store.js';
import { zipFiles } from './zip.js';
import type { ZipTask } from './zip.worker.js';

/** Threads beside this one: what further ones save is less than they take to start. */
const MOST_THREADS = 3;

type Lane = (task: ZipTask) => Promise<Uint8Array>;

/**
 * Makes archives on as many threads as there are processors, this one among them; compressing takes a third of the time
 * in which a platform is packaged. The bytes are the same on every lane.
 */
export class ZipLanes implements Zipper {
  readonly #threads: Worker[];
  readonly #idle: Lane[];
  readonly #waiting: ((lane: Lane) => void)[] = [];

  /** @param files how many there will be at most: one needs no second thread */
  constructor(files: number) {
    const count = Math.min(files - 1, availableParallelism() - 1, MOST_THREADS);
    const script = builtFile('src/lib/deploy/package/zip.worker.js');
    this.#threads = Array.from({ length: Math.max(0, count) }, () => new Worker(script));
    this.#idle = [here, ...this.#threads.map(laneOf)];
  }

  async zip(name: string, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const lane = this.#idle.pop() ?? (await new Promise<Lane>((resolve) => this.#waiting.push(resolve)));
    try {
      return await lane({ name, content });
    } finally {
      const next = this.#waiting.shift();
      if (next) next(lane);
      else this.#idle.push(lane);
    }
  }

  /** Ends the threads. */
  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

/** Lets the other lanes have their answers and next files first. */
async function here({ name, content }: ZipTask): Promise<Uint8Array> {
  await turn();
  return zipFiles({ [name]: content });
}

function laneOf(thread: Worker): Lane {
  const ended = once(thread, 'exit').then(([code]): never => {
    throw new Error(`the thread that makes archives ended with code ${code}`);
  });
  ended.catch(() => undefined); // of interest to whoever waits for an archive only
  return async (task) => {
    thread.postMessage(task);
    const [archive] = await Promise.race([once(thread, 'message'), ended]);
    return archive as Uint8Array;
  };
}
