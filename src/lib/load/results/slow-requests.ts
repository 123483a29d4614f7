import type { EmulatorView } from '../target/emulator-view.js';
import type { Observation, SlowRequestId } from './observation.js';
import type { SlowRequest } from './report.js';

const MOST = 10;

/** Asks the target, while a run goes on, what it did during the slowest request of each second: it forgets soon. */
export class SlowRequests {
  readonly #emulator: EmulatorView | undefined;
  readonly #asked: Promise<SlowRequest | undefined>[] = [];

  constructor(emulator: EmulatorView | undefined) {
    this.#emulator = emulator;
  }

  look(observation: Observation): void {
    const slow = observation.takeSlowest();
    if (slow && this.#emulator) this.#asked.push(this.#ask(slow, this.#emulator));
  }

  /** The slowest of those that the target could tell of. */
  async found(): Promise<SlowRequest[]> {
    const all = (await Promise.all(this.#asked)).filter((one) => one !== undefined);
    return all.sort((a, b) => b.durationMs - a.durationMs).slice(0, MOST);
  }

  async #ask(slow: SlowRequestId, emulator: EmulatorView): Promise<SlowRequest | undefined> {
    const spans = await emulator.spans(slow.requestId);
    return spans && { ...slow, spans };
  }
}
