const FIRST_SEGMENT = 16 << 10;
const LARGEST_SEGMENT = 1 << 20;

/**
 * Keeps documents' bytes in large pieces of memory: an array buffer for each would cost more than the document. A
 * piece is freed when nothing stored in it is referred to any more.
 */
export class Arena {
  /** Where `put` wrote last. */
  segment = Buffer.alloc(0);
  offset = 0;
  /** Bytes put in since the last compaction. */
  written = 0;
  #open = Buffer.alloc(0);
  #used = 0;
  #size = FIRST_SEGMENT;

  /** Copies `bytes` in; they are then at `offset` of `segment`. */
  put(bytes: Uint8Array): void {
    const { length } = bytes;
    this.written += length;
    if (length > this.#size >> 2) {
      this.segment = Buffer.allocUnsafeSlow(length);
      this.offset = 0;
    } else {
      if (this.#used + length > this.#open.length) this.#renew();
      this.segment = this.#open;
      this.offset = this.#used;
      this.#used += length;
    }
    this.segment.set(bytes, this.offset);
  }

  #renew(): void {
    this.#open = Buffer.allocUnsafeSlow(this.#size);
    this.#used = 0;
    this.#size = Math.min(this.#size * 2, LARGEST_SEGMENT);
  }
}
