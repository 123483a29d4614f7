import { BsonType, BsonWriter, type Document, indexName } from '../bson/index.js';

const idle: BsonWriter[] = [];

/** Encodes a batch of results as a BSON array; documents whose bytes are known are spliced in. */
export class BatchWriter {
  readonly #writer = idle.pop() ?? new BsonWriter();
  readonly #start: number;
  count = 0;

  constructor() {
    this.#writer.reset();
    this.#start = this.#writer.open();
  }

  /** Adds one unless the batch would outgrow `limit` bytes; the first always fits. */
  add(item: Document | Uint8Array, limit: number): boolean {
    const before = this.#writer.length;
    if (item instanceof Uint8Array) {
      if (this.count > 0 && before + item.length > limit) return false;
      this.#writer.rawDocument(indexName(this.count), item);
    } else {
      this.#writer.head(BsonType.Document, indexName(this.count));
      this.#writer.document(item);
      if (this.count > 0 && this.#writer.length > limit) {
        this.#writer.truncate(before);
        return false;
      }
    }
    this.count++;
    return true;
  }

  /** The array's bytes. The writer goes back to be used again. */
  finish(): Uint8Array {
    this.#writer.close(this.#start);
    const bytes = this.#writer.copy();
    this.#writer.reset();
    idle.push(this.#writer);
    return bytes;
  }
}
