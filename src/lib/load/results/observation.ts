import { type Batch, OUTCOMES } from '../engine/samples.js';
import { Latencies } from './latencies.js';
import { Tally } from './tally.js';
import { Timeline } from './timeline.js';

/** A slow request, to ask the target about. */
export interface SlowRequestId {
  requestId: string;
  route: string;
  durationMs: number;
}

/** Everything that is seen of a run while it goes on, of all generators together. */
export class Observation {
  readonly overall = new Tally();
  readonly routes = new Map<string, Tally>();
  readonly timeline = new Timeline();
  /** The same by route, for comparisons. */
  readonly routeTimelines = new Map<string, Timeline>();
  /** How late requests were sent: the generator's own fault, not the target's. */
  readonly lag = new Latencies();
  /** The slowest request since somebody asked, by `takeSlowest`. */
  #slowest: SlowRequestId | undefined;
  readonly #names: readonly string[];
  readonly #warmUpMs: number;

  /**
   * @param names routes by their index in batches
   * @param warmUpMs requests meant to be sent before this do not count
   */
  constructor(names: readonly string[], warmUpMs = 0) {
    this.#names = names;
    this.#warmUpMs = warmUpMs;
  }

  add(batch: Batch): void {
    for (let at = 0; at < batch.count; at++) {
      const name = this.#names[batch.route[at] as number] as string;
      const outcome = OUTCOMES[batch.outcome[at] as number] as (typeof OUTCOMES)[number];
      const [status, latency] = [batch.status[at] as number, batch.latency[at] as number];
      const intended = (batch.intended[at] as number) - this.#warmUpMs;
      if (intended < 0) continue;
      this.overall.add(outcome, status, latency);
      this.timeline.add(intended, outcome, status, latency);
      made(this.routes, name, () => new Tally()).add(outcome, status, latency);
      made(this.routeTimelines, name, () => new Timeline()).add(intended, outcome, status, latency);
      this.lag.add(batch.lag[at] as number);
    }
    const { slowest } = batch;
    if (slowest && slowest.latency > (this.#slowest?.durationMs ?? 0))
      this.#slowest = {
        requestId: slowest.requestId,
        route: this.#names[slowest.route] as string,
        durationMs: slowest.latency,
      };
  }

  /** The slowest request since the last call of this. */
  takeSlowest(): SlowRequestId | undefined {
    const slowest = this.#slowest;
    this.#slowest = undefined;
    return slowest;
  }
}

function made<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
