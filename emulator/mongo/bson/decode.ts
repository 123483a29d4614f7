import { mongoError } from '../error/index.js';
import { Decimal128 } from './decimal128.js';
import { Document } from './document.js';
import { ObjectId } from './object-id.js';
import { Shape } from './shape.js';
import { readText } from './text.js';
import { BsonType } from './types.js';
import {
  Binary,
  BsonDate,
  BsonSymbol,
  Code,
  DBPointer,
  Double,
  isInt32,
  MAX_KEY,
  MIN_KEY,
  Regex,
  Timestamp,
  UNDEFINED,
  type Value,
} from './values.js';

/** Nesting that mongod accepts (`BSONDepth::kDefaultMaxAllowableDepth`). */
export const MAX_DEPTH = 200;

const word = new Uint8Array(8);
const asDouble = new Float64Array(word.buffer);
const asInt64 = new BigInt64Array(word.buffer);
const asUint64 = new BigUint64Array(word.buffer);

/** Decodes one document that fills `bytes` exactly. Malformed bytes are a MongoError (InvalidBSON, Overflow). */
export function decode(bytes: Uint8Array): Document {
  const buffer = asBuffer(bytes);
  const document = decodeAt(buffer, 0);
  if (documentLength(buffer, 0) !== bytes.length) throw invalid('document does not fill its buffer');
  return document;
}

/** Decodes the document that starts at `at`; bytes may follow it. */
export function decodeAt(bytes: Uint8Array, at: number): Document {
  return new Reader(asBuffer(bytes), at).document(1);
}

/** The length in bytes that a document at `at` claims, checked against what is there. */
export function documentLength(bytes: Uint8Array, at: number): number {
  if (at + 5 > bytes.length) throw invalid('document is shorter than five bytes');
  const length = int32At(bytes, at);
  if (length < 5 || at + length > bytes.length) throw invalid(`incorrect BSON length ${length}`);
  return length;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function int32At(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

function invalid(why: string): Error {
  return mongoError('InvalidBSON', `Invalid BSON: ${why}`);
}

class Reader {
  readonly #buffer: Buffer;
  #at: number;
  /** Where the innermost open document ends (its closing zero). */
  #end = 0;

  constructor(buffer: Buffer, at: number) {
    this.#buffer = buffer;
    this.#at = at;
  }

  document(depth: number): Document {
    const outerEnd = this.#open(depth);
    const document = new Document();
    const { values } = document;
    let shape = Shape.EMPTY;
    for (let type = this.#type(); type !== 0; type = this.#type()) {
      const next = this.#step(shape);
      const value = this.#value(type, depth);
      if (next.size > values.length) {
        shape = next;
        values.push(value);
      } else {
        values[this.#repeated] = value;
      }
    }
    document.shape = shape;
    this.#close(outerEnd);
    return document;
  }

  #array(depth: number): Value[] {
    const outerEnd = this.#open(depth);
    const values: Value[] = [];
    for (let type = this.#type(); type !== 0; type = this.#type()) {
      this.#skipName();
      values.push(this.#value(type, depth));
    }
    this.#close(outerEnd);
    return values;
  }

  #open(depth: number): number {
    if (depth > MAX_DEPTH) {
      throw mongoError('Overflow', `BSONObj exceeds maximum nested object depth of ${MAX_DEPTH}`);
    }
    const length = documentLength(this.#buffer, this.#at);
    const end = this.#at + length - 1;
    const outerEnd = this.#end;
    if (depth > 1 && end >= outerEnd) throw invalid('an embedded document is longer than the one around it');
    if (this.#buffer[end] !== 0) throw invalid('a document does not end with a zero byte');
    this.#end = end;
    this.#at += 4;
    return outerEnd;
  }

  #close(outerEnd: number): void {
    if (this.#at !== this.#end + 1) throw invalid('a document ends before its length');
    this.#end = outerEnd;
  }

  #type(): number {
    if (this.#at > this.#end) throw invalid('an element reaches beyond its document');
    return this.#buffer[this.#at++] as number;
  }

  #repeated = -1;

  /** Reads a name and follows the shape; a name that is there already leaves the shape and sets `#repeated`. */
  #step(shape: Shape): Shape {
    const guess = shape.lastChild;
    if (guess !== undefined && this.#matches(guess.keyBytes)) {
      this.#at += guess.keyBytes.length + 1;
      return guess;
    }
    const key = this.#cstring();
    this.#repeated = shape.slot(key);
    if (this.#repeated >= 0) return shape;
    const next = shape.with(key);
    if (next.shared) shape.lastChild = next;
    return next;
  }

  #matches(key: Uint8Array): boolean {
    const at = this.#at;
    for (let i = 0; i < key.length; i++) {
      if (this.#buffer[at + i] !== key[i]) return false;
    }
    return this.#buffer[at + key.length] === 0;
  }

  #skipName(): void {
    while (this.#buffer[this.#at] !== 0) this.#at++;
    if (++this.#at > this.#end) throw invalid('a field name reaches beyond its document');
  }

  #cstring(): string {
    const start = this.#at;
    this.#skipName();
    return readText(this.#buffer, start, this.#at - 1);
  }

  #string(): string {
    const length = this.#int32();
    const start = this.#at;
    const end = start + length - 1;
    if (length < 1 || end >= this.#end) throw invalid(`incorrect string length ${length}`);
    if (this.#buffer[end] !== 0) throw invalid('a string does not end with a zero byte');
    this.#at = end + 1;
    return readText(this.#buffer, start, end);
  }

  #take(length: number): number {
    const at = this.#at;
    if (at + length > this.#end) throw invalid('a value reaches beyond its document');
    this.#at = at + length;
    return at;
  }

  #int32(): number {
    return int32At(this.#buffer, this.#take(4));
  }

  #loadWord(): void {
    const at = this.#take(8);
    for (let i = 0; i < 8; i++) word[i] = this.#buffer[at + i] as number;
  }

  #double(): number | Double {
    this.#loadWord();
    const value = asDouble[0] as number;
    return isInt32(value) ? new Double(value) : value;
  }

  #int64(): bigint {
    this.#loadWord();
    return asInt64[0] as bigint;
  }

  #date(): BsonDate {
    const low = this.#int32() >>> 0;
    return new BsonDate(this.#int32() * 0x1_0000_0000 + low);
  }

  #timestamp(): Timestamp {
    const increment = this.#int32();
    return new Timestamp(this.#int32(), increment);
  }

  #decimal(): Decimal128 {
    this.#loadWord();
    const low = asUint64[0] as bigint;
    this.#loadWord();
    return new Decimal128(asUint64[0] as bigint, low);
  }

  #objectId(): ObjectId {
    return ObjectId.fromBytes(this.#buffer, this.#take(12));
  }

  #boolean(): boolean {
    const byte = this.#buffer[this.#take(1)] as number;
    if (byte > 1) throw invalid(`a boolean is ${byte}`);
    return byte === 1;
  }

  #binary(): Binary {
    let length = this.#int32();
    if (length < 0) throw invalid(`incorrect binary length ${length}`);
    const subtype = this.#buffer[this.#take(1)] as number;
    if (subtype === 2) {
      const inner = this.#int32();
      if (inner !== length - 4) throw invalid('the two lengths of a binary of subtype 2 differ');
      length = inner;
    }
    const at = this.#take(length);
    // Copied: a view would keep the whole message alive.
    return new Binary(new Uint8Array(this.#buffer.subarray(at, at + length)), subtype);
  }

  #regex(): Regex {
    const pattern = this.#cstring();
    return new Regex(pattern, [...this.#cstring()].sort().join(''));
  }

  #codeWithScope(depth: number): Code {
    const start = this.#at;
    const length = this.#int32();
    const code = this.#string();
    const scope = this.document(depth + 1);
    if (this.#at !== start + length) throw invalid('incorrect length of code with scope');
    return new Code(code, scope);
  }

  #value(type: number, depth: number): Value {
    switch (type) {
      case BsonType.String:
        return this.#string();
      case BsonType.Int32:
        return this.#int32();
      case BsonType.ObjectId:
        return this.#objectId();
      case BsonType.Document:
        return this.document(depth + 1);
      case BsonType.Array:
        return this.#array(depth + 1);
      case BsonType.Double:
        return this.#double();
      case BsonType.Int64:
        return this.#int64();
      case BsonType.Date:
        return this.#date();
      case BsonType.Boolean:
        return this.#boolean();
      case BsonType.Null:
        return null;
      default:
        return this.#rareValue(type, depth);
    }
  }

  #rareValue(type: number, depth: number): Value {
    switch (type) {
      case BsonType.Timestamp:
        return this.#timestamp();
      case BsonType.Binary:
        return this.#binary();
      case BsonType.Decimal128:
        return this.#decimal();
      case BsonType.Regex:
        return this.#regex();
      case BsonType.Code:
        return new Code(this.#string());
      case BsonType.CodeWithScope:
        return this.#codeWithScope(depth);
      case BsonType.Symbol:
        return new BsonSymbol(this.#string());
      case BsonType.DBPointer:
        return new DBPointer(this.#string(), this.#objectId());
      case BsonType.Undefined:
        return UNDEFINED;
      case BsonType.MinKey:
        return MIN_KEY;
      case BsonType.MaxKey:
        return MAX_KEY;
      default:
        throw invalid(`Unrecognized BSON type 0x${type.toString(16)}`);
    }
  }
}
