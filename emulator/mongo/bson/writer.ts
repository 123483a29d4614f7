import { mongoError } from '../error/index.js';
import type { Decimal128 } from './decimal128.js';
import type { Document } from './document.js';
import type { ObjectId } from './object-id.js';
import { BsonType } from './types.js';
import {
  type Binary,
  type BsonDate,
  type BsonSymbol,
  type Code,
  type DBPointer,
  type Double,
  isInt32,
  type Regex,
  type Timestamp,
  typeOf,
  type Value,
} from './values.js';

/** The deepest nesting mongod lets a document have. */
const MAX_DEPTH = 200;
/** A buffer that grew beyond this many bytes is given back after use. */
const KEEP = 1 << 20;
/** Up to this many characters a loop is faster than a call into the runtime. */
const SHORT = 40;

type BsonObject = Exclude<Value & object, Value[]>;

const word = new Uint8Array(8);
const asDouble = new Float64Array(word.buffer);
const asInt64 = new BigInt64Array(word.buffer);
const asUint64 = new BigUint64Array(word.buffer);

/** Writes BSON into a buffer that grows. Documents are opened, filled and closed; raw documents may be spliced in. */
export class BsonWriter {
  #buffer = Buffer.allocUnsafe(4096);
  #at = 0;
  #depth = 0;

  get length(): number {
    return this.#at;
  }

  /** Drops what was written. */
  reset(at = 0): void {
    this.#at = at;
    this.#depth = 0;
    if (at === 0 && this.#buffer.length > KEEP) this.#buffer = Buffer.allocUnsafe(4096);
  }

  /** Takes back what was written after `at`, where nothing was left open. */
  truncate(at: number): void {
    this.#at = at;
  }

  /** A copy of what was written from `start` on. */
  copy(start = 0): Buffer {
    return Buffer.from(this.#buffer.subarray(start, this.#at));
  }

  /** What was written, not copied: valid until the next write. */
  view(): Buffer {
    return this.#buffer.subarray(0, this.#at);
  }

  byte(value: number): void {
    this.#room(1);
    this.#buffer[this.#at++] = value;
  }

  int32(value: number): void {
    this.#room(4);
    this.#at = putInt32(this.#buffer, this.#at, value);
  }

  /** Overwrites four bytes written before. */
  patchInt32(at: number, value: number): void {
    putInt32(this.#buffer, at, value);
  }

  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** Starts a document or array; give what it returns to `close`. */
  open(): number {
    if (++this.#depth > MAX_DEPTH) {
      throw mongoError('Overflow', `BSONObj exceeds maximum nested object depth of ${MAX_DEPTH}`);
    }
    const start = this.#at;
    this.int32(0);
    return start;
  }

  close(start: number): void {
    this.#depth--;
    this.byte(0);
    this.patchInt32(start, this.#at - start);
  }

  /** The type byte and name of an element; its value must follow. */
  head(type: number, name: string): void {
    this.byte(type);
    this.cstring(name);
  }

  document(document: Document): void {
    const start = this.open();
    const { keys } = document.shape;
    const { values } = document;
    for (let slot = 0; slot < values.length; slot++) this.field(keys[slot] as string, values[slot] as Value);
    this.close(start);
  }

  field(name: string, value: Value): void {
    this.head(typeOf(value), name);
    this.#value(value);
  }

  /** An element whose value is an already encoded document. */
  rawDocument(name: string, bytes: Uint8Array): void {
    this.head(BsonType.Document, name);
    this.bytes(bytes);
  }

  /** Text up to its closing zero, as names are. */
  cstring(text: string): void {
    if (text.length <= SHORT && this.#shortAscii(text)) {
      this.#buffer[this.#at++] = 0;
      return;
    }
    if (text.includes('\0')) throw mongoError('BadValue', 'a field name or pattern has a null byte');
    this.#utf8(text);
    this.byte(0);
  }

  #shortAscii(text: string): boolean {
    this.#room(text.length + 1);
    const buffer = this.#buffer;
    const at = this.#at;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0 || code > 127) return false;
      buffer[at + i] = code;
    }
    this.#at = at + text.length;
    return true;
  }

  #utf8(text: string): void {
    this.#room(text.length * 3);
    this.#at += this.#buffer.write(text, this.#at, 'utf8');
  }

  #string(text: string): void {
    const start = this.#at;
    this.int32(0);
    if (text.length > SHORT || !this.#shortAscii(text)) this.#utf8(text);
    this.byte(0);
    this.patchInt32(start, this.#at - start - 4);
  }

  #array(values: readonly Value[]): void {
    const start = this.open();
    for (let i = 0; i < values.length; i++) this.field(indexName(i), values[i] as Value);
    this.close(start);
  }

  #value(value: Value): void {
    if (typeof value === 'string') this.#string(value);
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'boolean') this.byte(value ? 1 : 0);
    else if (typeof value === 'bigint') this.#int64(value);
    else if (Array.isArray(value)) this.#array(value);
    else if (value !== null) this.#object(value);
  }

  #number(value: number): void {
    if (isInt32(value)) this.int32(value);
    else this.#double(value);
  }

  #object(value: BsonObject): void {
    switch (value.bsonType) {
      case BsonType.Document:
        this.document(value as Document);
        break;
      case BsonType.ObjectId:
        this.#objectId(value as ObjectId);
        break;
      case BsonType.Date:
        this.#date((value as BsonDate).ms);
        break;
      case BsonType.Double:
        this.#double((value as Double).value);
        break;
      case BsonType.Binary:
        this.#binary(value as Binary);
        break;
      case BsonType.Decimal128:
        this.#uint64((value as Decimal128).low);
        this.#uint64((value as Decimal128).high);
        break;
      default:
        this.#rareObject(value);
    }
  }

  #rareObject(value: BsonObject): void {
    switch (value.bsonType) {
      case BsonType.Timestamp:
        this.int32((value as Timestamp).i);
        this.int32((value as Timestamp).t);
        break;
      case BsonType.Regex:
        this.cstring((value as Regex).pattern);
        this.cstring((value as Regex).options);
        break;
      case BsonType.Code:
        this.#string((value as Code).code);
        break;
      case BsonType.CodeWithScope:
        this.#codeWithScope(value as Code);
        break;
      case BsonType.Symbol:
        this.#string((value as BsonSymbol).value);
        break;
      case BsonType.DBPointer:
        this.#string((value as DBPointer).namespace);
        this.#objectId((value as DBPointer).id);
        break;
      default: // MinKey, MaxKey and undefined have no bytes
    }
  }

  #objectId(id: ObjectId): void {
    this.#room(12);
    id.writeTo(this.#buffer, this.#at);
    this.#at += 12;
  }

  #codeWithScope(value: Code): void {
    const start = this.#at;
    this.int32(0);
    this.#string(value.code);
    this.document(value.scope as Document);
    this.patchInt32(start, this.#at - start);
  }

  #binary({ bytes, subtype }: Binary): void {
    this.int32(subtype === 2 ? bytes.length + 4 : bytes.length);
    this.byte(subtype);
    if (subtype === 2) this.int32(bytes.length);
    this.bytes(bytes);
  }

  #double(value: number): void {
    asDouble[0] = value;
    this.bytes(word);
  }

  #int64(value: bigint): void {
    asInt64[0] = value;
    this.bytes(word);
  }

  #uint64(value: bigint): void {
    asUint64[0] = value;
    this.bytes(word);
  }

  #date(ms: number): void {
    if (!Number.isSafeInteger(ms)) {
      this.#int64(BigInt.asIntN(64, BigInt(Math.trunc(ms))));
      return;
    }
    // The remainder by hand: `|` would wrap the sign as well.
    this.int32(((ms % 0x1_0000_0000) + 0x1_0000_0000) % 0x1_0000_0000);
    this.int32(Math.floor(ms / 0x1_0000_0000));
  }

  #room(length: number): void {
    const needed = this.#at + length;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

function putInt32(buffer: Uint8Array, at: number, value: number): number {
  buffer[at] = value;
  buffer[at + 1] = value >>> 8;
  buffer[at + 2] = value >>> 16;
  buffer[at + 3] = value >>> 24;
  return at + 4;
}

const INDEX_NAMES = Array.from({ length: 1_000 }, (_, i) => String(i));

/** The name of an array's element. */
export function indexName(i: number): string {
  return INDEX_NAMES[i] ?? String(i);
}
