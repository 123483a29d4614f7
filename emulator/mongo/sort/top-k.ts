import type { Document, Value } from '../bson/index.js';
import type { Sorter } from './index.js';

interface Entry {
  document: Document;
  key: Value[];
  /** Order of arrival: ties keep it. */
  sequence: number;
}

/** Keeps the first `limit` documents of a sort: a heap whose root is the worst one kept. */
export class TopK {
  readonly #sorter: Sorter;
  readonly #limit: number;
  readonly #heap: Entry[] = [];
  #arrived = 0;

  constructor(sorter: Sorter, limit: number) {
    this.#sorter = sorter;
    this.#limit = limit;
  }

  add(document: Document): void {
    const key = this.#sorter.keyOf(document);
    const sequence = this.#arrived++;
    if (this.#heap.length < this.#limit) {
      this.#heap.push({ document, key, sequence });
      this.#up(this.#heap.length - 1);
      return;
    }
    const worst = this.#heap[0];
    // A tie with the worst one kept arrived later than it.
    if (worst === undefined || this.#sorter.compareKeys(key, worst.key) >= 0) return;
    this.#heap[0] = { document, key, sequence };
    this.#down(0);
  }

  /** The kept documents, sorted. */
  sorted(): Document[] {
    return [...this.#heap].sort((a, b) => this.#order(a, b)).map(({ document }) => document);
  }

  #order(a: Entry, b: Entry): number {
    return this.#sorter.compareKeys(a.key, b.key) || a.sequence - b.sequence;
  }

  #up(from: number): void {
    const heap = this.#heap;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#order(heap[at] as Entry, heap[parent] as Entry) <= 0) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #down(from: number): void {
    const heap = this.#heap;
    let at = from;
    for (;;) {
      const left = 2 * at + 1;
      let worst = at;
      if (left < heap.length && this.#order(heap[left] as Entry, heap[worst] as Entry) > 0) worst = left;
      if (left + 1 < heap.length && this.#order(heap[left + 1] as Entry, heap[worst] as Entry) > 0)
        worst = left + 1;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    const entry = heap[a] as Entry;
    heap[a] = heap[b] as Entry;
    heap[b] = entry;
  }
}
