import { parentPort, workerData } from 'node:worker_threads';
import { createIds } from '../../../core/ids.js';
import { journeysOf } from './journey-source.js';
import type { FromWorker, ToWorker, WorkerTask } from './messages.js';
import { runGenerator } from './run-generator.js';
import { buffersOf } from './samples.js';

const port = parentPort;
if (!port) throw new Error('load.worker runs in a worker thread');

const { job, seed, source } = workerData as WorkerTask;
const stop = new AbortController();
const say = (message: FromWorker, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved);

async function run(): Promise<void> {
  const ids = createIds(`${seed}:${job.index}`);
  const end = await runGenerator(
    { ...job, random: () => ids.random() },
    await journeysOf(source, { api: job.origin, seed, index: job.index, of: job.of }),
    (batch) => say({ kind: 'batch', batch }, buffersOf(batch)),
    stop.signal,
  );
  say({ kind: 'end', end });
}

port.on('message', (message: ToWorker) => {
  if (message === 'stop') return stop.abort();
  run()
    .catch((error: unknown) =>
      say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    )
    .finally(() => port.close());
});
say({ kind: 'ready' });
