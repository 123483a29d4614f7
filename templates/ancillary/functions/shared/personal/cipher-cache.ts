import type { FieldCipher } from './cipher.js';

interface Kept {
  cipher: FieldCipher;
  until: number;
  /** Process's own time, ms. */
  readAt: number;
}

/** Ciphers of bookings for a while: those whose time is over are let go of with the next that comes. */
export class CipherCache {
  readonly #life: number;
  readonly #most: number;
  /** In the order in which they were kept. */
  readonly #kept = new Map<string, Kept>();

  /** @param life how long a cipher is kept, in ms */
  constructor(life: number, most: number) {
    this.#life = life;
    this.#most = most;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** The cipher and since when it is kept; a clock that was set back keeps none for longer than its life. */
  get(booking: string): Kept | undefined {
    const entry = this.#kept.get(booking);
    const now = Date.now();
    return entry && now < entry.until && now >= entry.until - this.#life ? entry : undefined;
  }

  keep(booking: string, cipher: FieldCipher): void {
    const now = Date.now();
    this.#kept.delete(booking);
    for (const [name, { until }] of this.#kept) {
      if (until > now && this.#kept.size < this.#most) break;
      this.#kept.delete(name);
    }
    this.#kept.set(booking, { cipher, until: now + this.#life, readAt: performance.now() });
  }

  delete(booking: string): void {
    this.#kept.delete(booking);
  }
}
