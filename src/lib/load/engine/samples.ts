/** How a request ended. The order is that of the numbers in a batch. */
export const OUTCOMES = [
  'ok',
  'throttled',
  'unexpected-status',
  'failed-check',
  'server-error',
  'timeout',
  'connection-refused',
  'connection-reset',
  'dns',
  'tls',
  'other',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Requests that ended, column by column: cheap to send from a worker to the main thread. */
export interface Batch {
  count: number;
  /** Index of the route. */
  route: Uint16Array;
  /** Index in `OUTCOMES`. */
  outcome: Uint8Array;
  /** Status of the answer, 0 without one. */
  status: Uint16Array;
  /** When it was meant to be sent, ms from the start. */
  intended: Float64Array;
  /** How late it was sent, ms. */
  lag: Float64Array;
  /** From the intended moment to the end of the answer, ms. */
  latency: Float64Array;
  /** The slowest of these requests that has an id at the target. */
  slowest?: SlowSample;
}

/** A request that took long. */
export interface SlowSample {
  route: number;
  /** By which the target knows it. */
  requestId: string;
  /** ms */
  latency: number;
}

const SIZE = 2048;

/** Collects ended requests and hands them on in batches. */
export class Samples {
  #batch = emptyBatch();
  readonly #send: (batch: Batch) => void;

  constructor(send: (batch: Batch) => void) {
    this.#send = send;
  }

  add(route: number, outcome: number, status: number, intended: number, lag: number, latency: number): void {
    const batch = this.#batch;
    const at = batch.count++;
    batch.route[at] = route;
    batch.outcome[at] = outcome;
    batch.status[at] = status;
    batch.intended[at] = intended;
    batch.lag[at] = lag;
    batch.latency[at] = latency;
    if (batch.count === SIZE) this.flush();
  }

  /** Remembers the slowest request of a batch, for whoever wants to ask the target what it did. */
  slow(route: number, requestId: string, latency: number): void {
    if (latency > (this.#batch.slowest?.latency ?? 0)) this.#batch.slowest = { route, requestId, latency };
  }

  /** Hands on what there is. */
  flush(): void {
    if (this.#batch.count === 0) return;
    this.#send(this.#batch);
    this.#batch = emptyBatch();
  }
}

/** The memory of a batch, so that a message can move it instead of copying it. */
export function buffersOf(batch: Batch): ArrayBuffer[] {
  const { route, outcome, status, intended, lag, latency } = batch;
  return [route, outcome, status, intended, lag, latency].map(({ buffer }) => buffer as ArrayBuffer);
}

function emptyBatch(): Batch {
  return {
    count: 0,
    route: new Uint16Array(SIZE),
    outcome: new Uint8Array(SIZE),
    status: new Uint16Array(SIZE),
    intended: new Float64Array(SIZE),
    lag: new Float64Array(SIZE),
    latency: new Float64Array(SIZE),
  };
}
