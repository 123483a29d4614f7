import { arrivals } from '../arrivals/arrivals.js';
import type { LoadModel } from '../arrivals/load-model.js';
import { Connections } from './connections.js';
import { Generator } from './generator.js';
import { dealer, type LoadJourney } from './journey.js';
import { pace } from './pacer.js';
import { type Batch, Samples } from './samples.js';

/** One generator's part of a run. */
export interface GeneratorJob {
  origin: string;
  model: LoadModel;
  /** This generator, from 0, and how many there are. */
  index: number;
  of: number;
  /** Most connections at once, of this generator. */
  connections: number;
  timeoutMs: number;
  retries: boolean;
  random: () => number;
}

/** What a generator says at its end. */
export interface GeneratorEnd {
  /** Arrivals that were sent; those of the profile that an abort left out are missing. */
  begun: number;
  /** Until the last was sent, ms. */
  sentForMs: number;
  /** Requests that waited because all connections were busy. */
  waited: number;
}

/** How often what has been seen is handed on, ms. */
const FLUSH_MS = 200;

/**
 * Runs one generator to its end: all arrivals sent and answered (or timed out). An abort stops sending; what is on
 * the way has a second to end.
 */
export async function runGenerator(
  job: GeneratorJob,
  journeys: LoadJourney[],
  send: (batch: Batch) => void,
  signal: AbortSignal,
): Promise<GeneratorEnd> {
  const connections = new Connections(job.origin, job.connections, job.timeoutMs);
  const samples = new Samples(send);
  const startedAt = performance.now();
  const generator = new Generator({ connections, samples, startedAt, retries: job.retries, signal });
  const flusher = setInterval(() => samples.flush(), FLUSH_MS);
  try {
    const begun = await (job.model.kind === 'open' ? open : closed)(
      job,
      generator,
      journeys,
      startedAt,
      signal,
    );
    const sentForMs = performance.now() - startedAt;
    await Promise.race([generator.idle(), graceAfter(signal)]);
    return { begun, sentForMs, waited: connections.waited };
  } finally {
    clearInterval(flusher);
    await connections.close();
    samples.flush();
  }
}

async function open(
  { model, index, of, random }: GeneratorJob,
  generator: Generator,
  journeys: LoadJourney[],
  startedAt: number,
  signal: AbortSignal,
): Promise<number> {
  if (model.kind !== 'open') return 0;
  const deal = dealer(journeys);
  const moments = arrivals(model.profile, { index, of, kind: model.spacing, random });
  let begun = 0;
  await pace(
    moments,
    startedAt,
    (intended, now) => {
      begun++;
      generator.begin(deal(), intended, now);
    },
    signal,
  );
  return begun;
}

async function closed(
  { model, index, of }: GeneratorJob,
  generator: Generator,
  journeys: LoadJourney[],
  startedAt: number,
  signal: AbortSignal,
): Promise<number> {
  if (model.kind !== 'closed') return 0;
  const deal = dealer(journeys);
  const users = Math.floor(model.users / of) + (index < model.users % of ? 1 : 0);
  let begun = 0;
  const user = (leave: () => void): void => {
    const now = performance.now() - startedAt;
    if (now >= model.durationMs || signal.aborted) leave();
    else {
      begun++;
      // a turn of the event loop between journeys: one that ends at once must not starve the others
      generator.begin(deal(), now, now, () => setImmediate(user, leave));
    }
  };
  await Promise.all(Array.from({ length: users }, () => new Promise<void>((resolve) => user(resolve))));
  return begun;
}

function graceAfter(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wait = (): void => void setTimeout(resolve, 1000).unref();
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true });
  });
}
