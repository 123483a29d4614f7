import { HEADER_SIZE, MAX_MESSAGE_SIZE } from './op-code.js';
import { ProtocolViolation } from './request.js';

/** Cuts a byte stream into messages. Keeps no more than one message and the chunk that ended it. */
export class Framer {
  #chunks: Buffer[] = [];
  #held = 0;
  #needed = HEADER_SIZE;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
  }

  /** The next whole message, or `undefined` until more bytes have come. An impossible length is a violation. */
  next(): Buffer | undefined {
    if (this.#held < this.#needed) return undefined;
    const bytes = this.#joined();
    const length = bytes.readInt32LE(0);
    if (length < HEADER_SIZE || length > MAX_MESSAGE_SIZE) {
      throw new ProtocolViolation(
        `recv(): message len ${length} is invalid. Min ${HEADER_SIZE} Max: ${MAX_MESSAGE_SIZE}`,
      );
    }
    if (bytes.length < length) {
      this.#needed = length;
      return undefined;
    }
    this.#needed = HEADER_SIZE;
    this.#held = bytes.length - length;
    this.#chunks = this.#held === 0 ? [] : [bytes.subarray(length)];
    return bytes.subarray(0, length);
  }

  #joined(): Buffer {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks, this.#held)];
    return this.#chunks[0] as Buffer;
  }
}
