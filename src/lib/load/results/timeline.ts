import type { Outcome } from '../engine/samples.js';
import { Tally } from './tally.js';

/** Stretches of time that are kept at most; over them, neighbours become one. Memory stays flat however long the run. */
const MOST = 240;

/** What was seen over time, by the moment that requests were meant to be sent. */
export class Timeline {
  #widthMs = 1000;
  #slots: (Tally | undefined)[] = [];

  /** Length of each stretch, ms. */
  get widthMs(): number {
    return this.#widthMs;
  }

  add(intended: number, outcome: Outcome, status: number, latency: number): void {
    let index = Math.floor(intended / this.#widthMs);
    while (index >= MOST) {
      this.#fold();
      index = Math.floor(intended / this.#widthMs);
    }
    let slot = this.#slots[index];
    if (!slot) {
      slot = new Tally(2);
      this.#slots[index] = slot;
    }
    slot.add(outcome, status, latency);
  }

  /** Each stretch with its begin in ms; those in which nothing was meant to be sent are empty. */
  slots(): { atMs: number; tally: Tally }[] {
    return Array.from(this.#slots, (tally, index) => ({
      atMs: index * this.#widthMs,
      tally: tally ?? new Tally(2),
    }));
  }

  #fold(): void {
    const folded: (Tally | undefined)[] = [];
    for (let index = 0; index < this.#slots.length; index += 2) {
      const [first, second] = [this.#slots[index], this.#slots[index + 1]];
      if (first && second) first.merge(second);
      folded.push(first ?? second);
    }
    this.#slots = folded;
    this.#widthMs *= 2;
  }
}
