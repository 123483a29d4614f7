/** Keeps the n values that are first in an order; stable. */
export class Best<T> {
  readonly #kept: T[] = [];
  readonly #most: number;
  readonly #compare: (a: T, b: T) => number;

  constructor(most: number, order: (a: T, b: T) => number) {
    this.#most = most;
    this.#compare = order;
  }

  add(item: T): void {
    const kept = this.#kept;
    if (kept.length === this.#most && this.#compare(item, kept[kept.length - 1] as T) >= 0) return;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(kept[middle] as T, item) <= 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, item);
    if (kept.length > this.#most) kept.pop();
  }

  items(): readonly T[] {
    return this.#kept;
  }
}
