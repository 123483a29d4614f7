import type { Version } from './version.js';

const BITS = 8;
const CHUNK = 1 << BITS;
const MASK = CHUNK - 1;

class Chunk {
  readonly slots: (Version | undefined)[] = new Array(CHUNK).fill(undefined);
  live = 0;
}

/** Goes through a table in the order of ids; what is inserted and removed ahead of it counts. */
export class ForwardWalk {
  readonly #table: RecordTable;
  #slots: readonly (Version | undefined)[] = [];
  #slot = CHUNK;
  #id = 0;

  constructor(table: RecordTable) {
    this.#table = table;
  }

  next(): Version | undefined {
    const slots = this.#slots;
    for (let slot = this.#slot; slot < CHUNK; slot++) {
      const version = slots[slot];
      if (version === undefined) continue;
      this.#slot = slot + 1;
      this.#id = version.id;
      return version;
    }
    return this.#nextChunk();
  }

  #nextChunk(): Version | undefined {
    // From the last id on, not from the next chunk: at the end of the table this one may have been filled further.
    const version = this.#table.after(this.#id);
    if (version === undefined) {
      this.#slot = CHUNK;
      return undefined;
    }
    this.#id = version.id;
    this.#slots = this.#table.slotsOf(version.id);
    this.#slot = (version.id & MASK) + 1;
    return version;
  }
}

/** Record id → newest version, in the order of the ids, with little memory for ids that are gone. */
export class RecordTable {
  readonly #chunks: (Chunk | undefined)[] = [];
  /** First chunk that may hold anything: queues leave a long tail of nothing behind. */
  #firstChunk = 0;

  get(id: number): Version | undefined {
    return this.#chunks[Math.floor(id / CHUNK)]?.slots[id & MASK];
  }

  /** The slots of the chunk that a record lies in. */
  slotsOf(id: number): readonly (Version | undefined)[] {
    return this.#chunks[Math.floor(id / CHUNK)]?.slots ?? [];
  }

  set(id: number, version: Version): void {
    const at = Math.floor(id / CHUNK);
    while (this.#chunks.length <= at) this.#chunks.push(undefined);
    const chunk = this.#chunks[at] ?? new Chunk();
    this.#chunks[at] = chunk;
    if (chunk.slots[id & MASK] === undefined) chunk.live++;
    chunk.slots[id & MASK] = version;
    if (at < this.#firstChunk) this.#firstChunk = at;
  }

  delete(id: number): void {
    const at = Math.floor(id / CHUNK);
    const chunk = this.#chunks[at];
    if (chunk?.slots[id & MASK] === undefined) return;
    chunk.slots[id & MASK] = undefined;
    if (--chunk.live === 0) this.#chunks[at] = undefined;
  }

  /** The first record with an id above `id`. */
  after(id: number): Version | undefined {
    const start = id + 1;
    let at = Math.max(Math.floor(start / CHUNK), this.#skipEmpty());
    let slot = at === Math.floor(start / CHUNK) ? start & MASK : 0;
    for (; at < this.#chunks.length; at++, slot = 0) {
      const slots = this.#chunks[at]?.slots;
      if (slots === undefined) continue;
      for (; slot < CHUNK; slot++) {
        const version = slots[slot];
        if (version !== undefined) return version;
      }
    }
    return undefined;
  }

  /** The last record with an id below `id`. */
  before(id: number): Version | undefined {
    const last = Math.min(id - 1, this.#chunks.length * CHUNK - 1);
    let slot = last & MASK;
    for (let at = Math.floor(last / CHUNK); at >= this.#firstChunk; at--, slot = MASK) {
      const slots = this.#chunks[at]?.slots;
      if (slots === undefined) continue;
      for (; slot >= 0; slot--) {
        const version = slots[slot];
        if (version !== undefined) return version;
      }
    }
    return undefined;
  }

  #skipEmpty(): number {
    while (this.#firstChunk < this.#chunks.length && this.#chunks[this.#firstChunk] === undefined) {
      this.#firstChunk++;
    }
    return this.#firstChunk;
  }
}
