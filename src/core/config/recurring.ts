/** So many different texts are remembered. */
const MOST = 500;

/**
 * Remembers what was made of texts that recur. Where hardly any does (a name, an address: one for each tenant), it gives
 * up: looking for them would cost more than it saves, and keeping them memory.
 */
export class Recurring<T> {
  readonly #known = new Map<string, T>();
  #found = 0;

  get(text: string): T | undefined {
    if (this.#known.size === MOST && this.#found < MOST) return undefined;
    const known = this.#known.get(text);
    if (known !== undefined) this.#found++;
    return known;
  }

  /** Remembers it. False where there is no room. */
  add(text: string, made: T): boolean {
    if (this.#known.size === MOST) return false;
    this.#known.set(text, made);
    return true;
  }
}
