import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Timestamp } from '../../bson/index.js';
import { type FileHeader, FRAME_HEAD, FRAME_TIME, HEADER_SIZE, Op, readHeader } from './format.js';

const PIECE = 4 << 20;

/** A frame that was read whole; its buffer is not used again, so that parts of it may be kept. */
export interface Frame {
  buffer: Buffer;
  /** Where its records begin and end. */
  start: number;
  end: number;
  /** Emulator time, epoch ms. */
  now: number;
  time: Timestamp;
  /** Where the frame ends in the file. */
  fileEnd: number;
}

/** Reads a file's frames in order, up to the first that is torn, cut off or damaged. */
export class FrameReader {
  readonly file: string;
  header: FileHeader | undefined;
  /** Length of the file up to the last good frame. */
  goodLength = 0;
  /** Length of the file as it was found. */
  fileLength = 0;
  readonly #handle: FileHandle;
  #piece = Buffer.alloc(0);
  #at = 0;
  #read = 0;

  private constructor(file: string, handle: FileHandle) {
    this.file = file;
    this.#handle = handle;
  }

  /** Opens a file and reads its header. Without a whole header, `header` is undefined and there are no frames. */
  static async open(file: string): Promise<FrameReader> {
    const reader = new FrameReader(file, await open(file, 'r'));
    reader.fileLength = (await reader.#handle.stat()).size;
    if (await reader.#fill(HEADER_SIZE)) {
      reader.header = readHeader(reader.#piece.subarray(reader.#at, reader.#at + HEADER_SIZE));
      reader.#at += HEADER_SIZE;
      reader.goodLength = HEADER_SIZE;
    }
    return reader;
  }

  async next(): Promise<Frame | undefined> {
    if (this.header === undefined || !(await this.#fill(FRAME_HEAD))) return undefined;
    const length = this.#piece.readUInt32LE(this.#at);
    const checksum = this.#piece.readUInt32LE(this.#at + 4);
    if (length < FRAME_TIME || this.goodLength + FRAME_HEAD + length > this.fileLength) return undefined;
    if (!(await this.#fill(FRAME_HEAD + length))) return undefined;
    const start = this.#at + FRAME_HEAD;
    const end = start + length;
    const buffer = this.#piece;
    if (crc32(buffer.subarray(start, end)) !== checksum) return undefined;
    this.#at = end;
    this.goodLength += FRAME_HEAD + length;
    return {
      buffer,
      start: start + FRAME_TIME,
      end,
      now: buffer.readDoubleLE(start),
      time: new Timestamp(buffer.readUInt32LE(start + 8), buffer.readUInt32LE(start + 12)),
      fileEnd: this.goodLength,
    };
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** Makes `length` bytes available at `#at`, in a new piece of memory when this one is used up. */
  async #fill(length: number): Promise<boolean> {
    const left = this.#piece.length - this.#at;
    if (left >= length) return true;
    const unread = this.fileLength - this.#read;
    if (left + unread < length) return false;
    const size = Math.min(Math.max(PIECE, length), left + unread);
    const piece = Buffer.allocUnsafeSlow(size);
    this.#piece.copy(piece, 0, this.#at);
    let filled = left;
    while (filled < size) {
      const { bytesRead } = await this.#handle.read(piece, filled, size - filled, this.#read);
      if (bytesRead === 0) break;
      filled += bytesRead;
      this.#read += bytesRead;
    }
    this.#piece = piece.subarray(0, filled);
    this.#at = 0;
    return filled >= length;
  }
}

/** Told of each record of a frame. Documents lie in `buffer` at `at`. */
export interface RecordHandler {
  put(op: number, collection: number, id: number, buffer: Buffer, at: number): void;
  remove(collection: number, id: number): void;
  note(op: typeof Op.Catalogue | typeof Op.Retryable, buffer: Buffer, at: number): void;
  end(): void;
}

/** Goes through a frame's records. Their checksum was right: what cannot be read now was written wrongly. */
export function readRecords({ buffer, start, end }: Frame, handler: RecordHandler): void {
  let at = start;
  while (at < end) {
    const op = buffer[at] as number;
    if (op === Op.Insert || op === Op.Update) {
      handler.put(op, buffer.readUInt32LE(at + 1), buffer.readDoubleLE(at + 5), buffer, at + 13);
      at += 13 + buffer.readInt32LE(at + 13);
    } else if (op === Op.Remove) {
      handler.remove(buffer.readUInt32LE(at + 1), buffer.readDoubleLE(at + 5));
      at += 13;
    } else if (op === Op.Catalogue || op === Op.Retryable) {
      handler.note(op, buffer, at + 1);
      at += 1 + buffer.readInt32LE(at + 1);
    } else if (op === Op.End) {
      handler.end();
      at += 1;
    } else throw new Error(`unknown record ${op} in a journal`);
  }
}
