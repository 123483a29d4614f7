import type { Document } from '../bson/index.js';

/** Something that holds a decoded document it can make again. */
export interface Droppable {
  decoded: Document | null | undefined;
}

/** A decoded document takes about this many times the memory of its bytes. */
const GROWTH = 4;

/**
 * Bounds the memory of decoded documents: two generations, of which the older is dropped when the younger has used
 * up its half.
 */
export class DecodedCache {
  readonly #half: number;
  #young: Droppable[] = [];
  #old: Droppable[] = [];
  #bytes = 0;

  /** `budget` is in bytes of memory. */
  constructor(budget: number) {
    this.#half = budget / (2 * GROWTH);
  }

  /** Takes note of a holder that has just decoded a document of `length` bytes. */
  add(holder: Droppable, length: number): void {
    this.#young.push(holder);
    this.#bytes += length;
    if (this.#bytes < this.#half) return;
    for (const old of this.#old) old.decoded = undefined;
    this.#old = this.#young;
    this.#young = [];
    this.#bytes = 0;
  }
}
