import { type Attempt, Judge, type LoadCounts } from './judge.js';
import type { RehearsalStage } from './stage.js';

/** Requests under way at most: more would queue in front of the gateway, and their sockets be refused. */
const MOST_OPEN = 32;

/** A stream of requests at a steady rate, that stands still while the clock is moved. */
export class RotationLoad {
  readonly #judge: Judge;
  readonly #rate: number;
  readonly #next: () => Attempt;
  readonly #open = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #started = 0;
  #due = 0;
  #still = false;

  /**
   * @param rate requests a second of the machine's clock
   * @param next the next request
   */
  constructor(stage: RehearsalStage, rate: number, next: () => Attempt) {
    this.#judge = new Judge(stage);
    this.#rate = rate;
    this.#next = next;
  }

  get counts(): LoadCounts {
    return this.#judge.counts;
  }

  get judge(): Judge {
    return this.#judge;
  }

  start(): void {
    this.#started = performance.now();
    this.#timer = setInterval(() => this.#tick(), 5);
  }

  /** Ends it, and waits for the requests under way. Idempotent. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#ended();
  }

  /**
   * Waits for the requests under way, and sends no further ones before `run` is over. A request takes no time of a clock
   * that is moved in between: nothing real takes minutes on its way, and what was good when it was sent would be judged
   * by what is good when the answer comes.
   */
  async still(run: () => void): Promise<void> {
    this.#still = true;
    try {
      await this.#ended();
      run();
    } finally {
      this.#still = false;
      this.#tick();
    }
  }

  /** One more, beside the stream. */
  send(attempt: Attempt): Promise<void> {
    const request: Promise<void> = this.#judge.send(attempt).finally(() => this.#open.delete(request));
    this.#open.add(request);
    return request;
  }

  async #ended(): Promise<void> {
    while (this.#open.size > 0) await Promise.allSettled(this.#open);
  }

  #tick(): void {
    if (this.#still) return;
    const wanted = Math.floor(((performance.now() - this.#started) / 1000) * this.#rate);
    for (; this.#due < wanted && this.#open.size < MOST_OPEN; this.#due++) void this.send(this.#next());
    // a second's worth may be made up for; what is later than that was never sent
    const late = wanted - this.#due - this.#rate;
    if (late <= 0) return;
    this.#due += late;
    this.#judge.counts.heldBack += late;
  }
}
