import { Worker } from 'node:worker_threads';
import { builtFile } from '../../../core/package-root.js';
import { type LoadModel, warmedUp } from '../arrivals/load-model.js';
import { Observation } from '../results/observation.js';
import { type JourneySource, routingOf } from './journey-source.js';
import type { FromWorker, ToWorker, WorkerTask } from './messages.js';
import type { GeneratorEnd } from './run-generator.js';

/** What to run. */
export interface LoadOptions {
  /** `http://127.0.0.1:3000`, `https://…/staging` */
  origin: string;
  model: LoadModel;
  source: JourneySource;
  /** Generators, each in a thread of its own. */
  workers: number;
  /** Most connections of all generators together. */
  connections: number;
  /** ms after which a request has failed. */
  timeoutMs: number;
  /** Try again as the contract advises. */
  retries: boolean;
  /** Load at the first rate before the model begins, ms; it does not count. */
  warmUpMs: number;
  seed: string;
}

/** A run that has ended, one way or another. */
export interface LoadRun {
  observation: Observation;
  /** Journeys begun. */
  begun: number;
  /** Until the last was sent, ms. */
  sentForMs: number;
  /** Requests that waited because all connections were busy. */
  waited: number;
  /** Wall-clock length without the warm-up, ms. */
  tookMs: number;
  /** Ended by `signal` before its time. */
  stopped: boolean;
}

/**
 * Runs load to its end, or until `signal` aborts; what was seen until then is the result all the same. `progress` is
 * called about once a second with what has been seen so far. Throws what a generator failed with.
 */
export async function runLoad(
  options: LoadOptions,
  progress: (observation: Observation, elapsedMs: number) => void,
  signal: AbortSignal,
): Promise<LoadRun> {
  const { routes } = routingOf(options.source);
  const observation = new Observation(routes, options.warmUpMs);
  const generators = Array.from({ length: options.workers }, (_, index) =>
    startGenerator(options, index, observation),
  );
  let ticker: NodeJS.Timeout | undefined;
  const stop = (): void => {
    for (const { tell } of generators) tell('stop');
  };
  try {
    await Promise.all(generators.map(({ ready }) => ready));
    const began = performance.now();
    ticker = setInterval(() => progress(observation, performance.now() - began), 1000);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    for (const { tell } of generators) tell('go');
    const ends = await Promise.all(generators.map(({ ended }) => ended));
    const sum = (of: (end: GeneratorEnd) => number): number =>
      ends.reduce((total, end) => total + of(end), 0);
    return {
      observation,
      begun: sum(({ begun }) => begun),
      sentForMs: Math.max(...ends.map(({ sentForMs }) => sentForMs)),
      waited: sum(({ waited }) => waited),
      tookMs: Math.max(performance.now() - began - options.warmUpMs, 0),
      stopped: signal.aborted,
    };
  } finally {
    clearInterval(ticker);
    signal.removeEventListener('abort', stop);
    await Promise.all(generators.map(({ worker }) => worker.terminate()));
  }
}

interface RunningGenerator {
  worker: Worker;
  ready: Promise<void>;
  ended: Promise<GeneratorEnd>;
  tell(message: ToWorker): void;
}

function startGenerator(options: LoadOptions, index: number, observation: Observation): RunningGenerator {
  const { workers, source, seed, connections, warmUpMs, model, ...rest } = options;
  const task: WorkerTask = {
    job: {
      ...rest,
      model: warmedUp(model, warmUpMs),
      index,
      of: workers,
      connections: Math.max(1, Math.floor(connections / workers)),
    },
    seed,
    source,
  };
  const worker = new Worker(builtFile('src/lib/load/engine/load.worker.js'), { workerData: task });
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('A load generator ended before its time.')));
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'batch') observation.add(message.batch);
      if (message.kind === 'failed') reject(new Error(message.message));
    });
  });
  failed.catch(() => {}); // whoever waits for `ready` or `ended` is told
  const said = <K extends FromWorker['kind']>(kind: K): Promise<Extract<FromWorker, { kind: K }>> => {
    const heard = new Promise<Extract<FromWorker, { kind: K }>>((resolve) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === kind) resolve(message as Extract<FromWorker, { kind: K }>);
      });
    });
    return Promise.race([heard, failed]);
  };
  const ended = said('end').then(({ end }) => end);
  ended.catch(() => {}); // it may fail while `ready` is still waited for
  return {
    worker,
    ready: said('ready').then(() => {}),
    ended,
    tell: (message) => worker.postMessage(message),
  };
}
