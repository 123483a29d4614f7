import { BsonType, type BsonTypeCode } from './types.js';

const HEX = /^[0-9a-fA-F]{24}$/;

/** Twelve bytes, kept as three signed 32-bit words (big-endian): a third of the memory of a byte array. */
export class ObjectId {
  readonly a: number;
  readonly b: number;
  readonly c: number;

  constructor(a: number, b: number, c: number) {
    this.a = a | 0;
    this.b = b | 0;
    this.c = c | 0;
  }

  static isHex(text: string): boolean {
    return HEX.test(text);
  }

  /** From 24 hexadecimal digits. */
  static fromHex(text: string): ObjectId {
    if (!HEX.test(text)) throw new RangeError(`not an ObjectId: ${text}`);
    const word = (at: number) => Number.parseInt(text.slice(at, at + 8), 16);
    return new ObjectId(word(0), word(8), word(16));
  }

  /** From the twelve bytes at `at`. */
  static fromBytes(bytes: Uint8Array, at = 0): ObjectId {
    return new ObjectId(wordAt(bytes, at), wordAt(bytes, at + 4), wordAt(bytes, at + 8));
  }

  get bsonType(): BsonTypeCode {
    return BsonType.ObjectId;
  }

  /** Seconds since 1970, as the first four bytes tell. */
  get seconds(): number {
    return this.a >>> 0;
  }

  /** Byte order; negative, zero or positive. */
  compare(other: ObjectId): number {
    if (this.a !== other.a) return (this.a >>> 0) - (other.a >>> 0);
    if (this.b !== other.b) return (this.b >>> 0) - (other.b >>> 0);
    return (this.c >>> 0) - (other.c >>> 0);
  }

  equals(other: ObjectId): boolean {
    return this.a === other.a && this.b === other.b && this.c === other.c;
  }

  /** Writes the twelve bytes at `at`. */
  writeTo(bytes: Uint8Array, at: number): void {
    putWord(bytes, at, this.a);
    putWord(bytes, at + 4, this.b);
    putWord(bytes, at + 8, this.c);
  }

  toHex(): string {
    return hexWord(this.a) + hexWord(this.b) + hexWord(this.c);
  }

  toString(): string {
    return this.toHex();
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}

function putWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

function hexWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
