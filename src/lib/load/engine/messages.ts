import type { JourneySource } from './journey-source.js';
import type { GeneratorEnd, GeneratorJob } from './run-generator.js';
import type { Batch } from './samples.js';

/** What a worker is given to work on. Functions cannot travel: the seed stands for the random numbers. */
export interface WorkerTask {
  job: Omit<GeneratorJob, 'random'>;
  seed: string;
  source: JourneySource;
}

/** Main thread → worker. */
export type ToWorker = 'go' | 'stop';

/** Worker → main thread. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'batch'; batch: Batch }
  | { kind: 'end'; end: GeneratorEnd }
  | { kind: 'failed'; message: string };
