import { crc32 } from 'node:zlib';
import type { Timestamp } from '../../bson/index.js';
import { FRAME_HEAD, FRAME_TIME, Op } from './format.js';

const START_SIZE = 64 << 10;
/** A buffer that grew beyond this is given back after use. */
const KEEP_SIZE = 1 << 20;

/** Collects records into one frame: length (u32), checksum (u32), times, records. A frame counts whole or not at all. */
export class FrameWriter {
  #buffer = Buffer.allocUnsafeSlow(START_SIZE);
  #at = FRAME_HEAD + FRAME_TIME;

  get isEmpty(): boolean {
    return this.#at === FRAME_HEAD + FRAME_TIME;
  }

  /** Bytes so far. */
  get size(): number {
    return this.#at;
  }

  /** A document's new state. */
  put(op: typeof Op.Insert | typeof Op.Update, collection: number, id: number, bytes: Uint8Array): void {
    this.#record(op, collection, id, bytes.length);
    this.#bytes(bytes);
  }

  remove(collection: number, id: number): void {
    this.#record(Op.Remove, collection, id, 0);
  }

  note(op: typeof Op.Catalogue | typeof Op.Retryable, document: Uint8Array): void {
    this.#room(1 + document.length);
    this.#buffer[this.#at++] = op;
    this.#bytes(document);
  }

  /** The mark that a checkpoint is whole. */
  end(): void {
    this.#room(1);
    this.#buffer[this.#at++] = Op.End;
  }

  /** The finished frame, valid until the next record. `now` is emulator time in epoch ms. */
  finish(now: number, time: Timestamp): Buffer {
    const frame = this.#buffer.subarray(0, this.#at);
    frame.writeDoubleLE(now, FRAME_HEAD);
    frame.writeUInt32LE(time.t, FRAME_HEAD + 8);
    frame.writeUInt32LE(time.i, FRAME_HEAD + 12);
    const content = frame.subarray(FRAME_HEAD);
    frame.writeUInt32LE(content.length, 0);
    frame.writeUInt32LE(crc32(content), 4);
    return frame;
  }

  /** Begins the next frame. */
  reset(): void {
    this.#at = FRAME_HEAD + FRAME_TIME;
    if (this.#buffer.length > KEEP_SIZE) this.#buffer = Buffer.allocUnsafeSlow(START_SIZE);
  }

  #record(op: number, collection: number, id: number, more: number): void {
    this.#room(13 + more);
    this.#buffer[this.#at] = op;
    this.#buffer.writeUInt32LE(collection, this.#at + 1);
    this.#buffer.writeDoubleLE(id, this.#at + 5);
    this.#at += 13;
  }

  #bytes(bytes: Uint8Array): void {
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #room(length: number): void {
    const needed = this.#at + length;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}
