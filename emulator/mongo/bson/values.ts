import type { Decimal128 } from './decimal128.js';
import type { Document } from './document.js';
import type { ObjectId } from './object-id.js';
import { BsonType, type BsonTypeCode } from './types.js';

/**
 * A BSON value. A JS number that is a whole number in int32's range (and not -0) is an int32, any other JS number a
 * double; a double that looks like an int32 is a `Double`; an int64 is always a bigint. JS `undefined` is not a
 * value: it means *missing*.
 */
export type Value =
  | null
  | boolean
  | string
  | number
  | Double
  | bigint
  | Decimal128
  | ObjectId
  | BsonDate
  | Timestamp
  | Binary
  | Regex
  | MinKey
  | MaxKey
  | Code
  | DBPointer
  | BsonSymbol
  | BsonUndefined
  | Document
  | Value[];

/** A number of any of BSON's four numeric types. */
export type NumberValue = number | Double | bigint | Decimal128;

/** A double that would be taken for an int32 if it were a JS number: 1.0, but neither 1.5 nor -0. */
export class Double {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  get bsonType(): BsonTypeCode {
    return BsonType.Double;
  }
}

/** True when a JS number stands for an int32. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && (value !== 0 || 1 / value > 0);
}

/** The BSON double with this value. */
export function double(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

/** A moment: signed milliseconds since 1970 (UTC), beyond what a JS `Date` can hold. */
export class BsonDate {
  readonly ms: number;

  constructor(ms: number) {
    this.ms = ms;
  }

  get bsonType(): BsonTypeCode {
    return BsonType.Date;
  }
}

/** Seconds since 1970 and a counter within the second, both uint32. */
export class Timestamp {
  readonly t: number;
  readonly i: number;

  constructor(t: number, i: number) {
    this.t = t >>> 0;
    this.i = i >>> 0;
  }

  get bsonType(): BsonTypeCode {
    return BsonType.Timestamp;
  }
}

/** Bytes with a subtype (4 is a UUID). */
export class Binary {
  readonly subtype: number;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, subtype = 0) {
    this.subtype = subtype;
    this.bytes = bytes;
  }

  get bsonType(): BsonTypeCode {
    return BsonType.Binary;
  }
}

/** A pattern with its options, sorted by letter, as they are on the wire. */
export class Regex {
  readonly pattern: string;
  readonly options: string;

  constructor(pattern: string, options = '') {
    this.pattern = pattern;
    this.options = options;
  }

  get bsonType(): BsonTypeCode {
    return BsonType.Regex;
  }
}

/** Less than every other value. */
export class MinKey {
  get bsonType(): BsonTypeCode {
    return BsonType.MinKey;
  }
}

/** Greater than every other value. */
export class MaxKey {
  get bsonType(): BsonTypeCode {
    return BsonType.MaxKey;
  }
}

/** JavaScript code, with or without a scope. */
export class Code {
  readonly code: string;
  readonly scope: Document | undefined;

  constructor(code: string, scope?: Document) {
    this.code = code;
    this.scope = scope;
  }

  get bsonType(): BsonTypeCode {
    return this.scope === undefined ? BsonType.Code : BsonType.CodeWithScope;
  }
}

/** The deprecated reference type. */
export class DBPointer {
  readonly namespace: string;
  readonly id: ObjectId;

  constructor(namespace: string, id: ObjectId) {
    this.namespace = namespace;
    this.id = id;
  }

  get bsonType(): BsonTypeCode {
    return BsonType.DBPointer;
  }
}

/** The deprecated symbol type. */
export class BsonSymbol {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  get bsonType(): BsonTypeCode {
    return BsonType.Symbol;
  }
}

/** The deprecated undefined type; not the same as missing. */
export class BsonUndefined {
  get bsonType(): BsonTypeCode {
    return BsonType.Undefined;
  }
}

export const MIN_KEY = new MinKey();
export const MAX_KEY = new MaxKey();
export const UNDEFINED = new BsonUndefined();

/** The element type a value is encoded with. */
export function typeOf(value: Value): BsonTypeCode {
  switch (typeof value) {
    case 'string':
      return BsonType.String;
    case 'number':
      return isInt32(value) ? BsonType.Int32 : BsonType.Double;
    case 'boolean':
      return BsonType.Boolean;
    case 'bigint':
      return BsonType.Int64;
    default:
      if (value === null) return BsonType.Null;
      return Array.isArray(value) ? BsonType.Array : value.bsonType;
  }
}

/** True for a value of one of the four numeric types. */
export function isNumber(value: Value | undefined): value is NumberValue {
  if (typeof value === 'number' || typeof value === 'bigint') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return value.bsonType === BsonType.Double || value.bsonType === BsonType.Decimal128;
}
