import { Shape } from './shape.js';
import { BsonType, type BsonTypeCode } from './types.js';
import type { Value } from './values.js';

/** What `Document.of` takes: a plain object (nested ones become documents) or entries in order. */
export type PlainDocument = { readonly [key: string]: Plain | undefined };
export type Plain = Value | PlainDocument | readonly Plain[];

/** A BSON document: named values in order, under any names (integer-like, empty, `__proto__`). */
export class Document {
  shape: Shape;
  values: Value[];

  constructor(shape: Shape = Shape.EMPTY, values: Value[] = []) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * Builds a document from a plain object, or from entries where the order of integer-like names counts. Plain
   * objects inside become documents, `undefined` is left out.
   */
  static of(source: PlainDocument | Iterable<readonly [string, Plain | undefined]>): Document {
    const document = new Document();
    const entries = Symbol.iterator in source ? source : Object.entries(source);
    for (const [key, value] of entries as Iterable<readonly [string, Plain | undefined]>) {
      if (value !== undefined) document.set(key, toValue(value));
    }
    return document;
  }

  get bsonType(): BsonTypeCode {
    return BsonType.Document;
  }

  get size(): number {
    return this.values.length;
  }

  /** The value under this name; `undefined` when there is none. */
  get(key: string): Value | undefined {
    const slot = this.shape.slot(key);
    return slot < 0 ? undefined : this.values[slot];
  }

  has(key: string): boolean {
    return this.shape.slot(key) >= 0;
  }

  /** Replaces the value where the name is, or appends. */
  set(key: string, value: Value): this {
    const slot = this.shape.slot(key);
    if (slot >= 0) this.values[slot] = value;
    else this.append(key, value);
    return this;
  }

  /** Appends a name that is known to be new: `set` without the search. */
  append(key: string, value: Value): void {
    this.shape = this.shape.with(key);
    this.values.push(value);
  }

  /** Takes a field out. True when it was there. */
  delete(key: string): boolean {
    const slot = this.shape.slot(key);
    if (slot < 0) return false;
    this.shape = Shape.of(this.shape.keys.filter((_, at) => at !== slot));
    this.values.splice(slot, 1);
    return true;
  }

  /** Puts a field in front of all others; one with the same name is moved there. */
  insertFirst(key: string, value: Value): this {
    this.delete(key);
    this.shape = Shape.of([key, ...this.shape.keys]);
    this.values.unshift(value);
    return this;
  }

  /** Names in order. Not to be changed. */
  keys(): readonly string[] {
    return this.shape.keys;
  }

  *entries(): Generator<[string, Value]> {
    const { keys } = this.shape;
    for (let slot = 0; slot < this.values.length; slot++) {
      yield [keys[slot] as string, this.values[slot] as Value];
    }
  }

  [Symbol.iterator](): Generator<[string, Value]> {
    return this.entries();
  }

  /** A copy that shares the values. */
  clone(): Document {
    return new Document(this.shape.forCopy(), this.values.slice());
  }
}

/** A fast reader of one field: it remembers the slot of the shape it saw last. */
export function accessor(key: string): (document: Document) => Value | undefined {
  let seen: Shape | undefined;
  let slot = -1;
  return (document) => {
    const { shape } = document;
    if (shape === seen) return slot < 0 ? undefined : document.values[slot];
    const found = shape.slot(key);
    if (shape.shared) {
      seen = shape;
      slot = found;
    }
    return found < 0 ? undefined : document.values[found];
  };
}

/** True for a document (and not for an array or any other value). */
export function isDocument(value: Value | undefined): value is Document {
  return value instanceof Document;
}

function toValue(plain: Plain): Value {
  if (Array.isArray(plain)) return plain.map(toValue);
  if (typeof plain !== 'object' || plain === null) return plain as Value;
  const prototype = Object.getPrototypeOf(plain);
  if (prototype === Object.prototype || prototype === null) return Document.of(plain as PlainDocument);
  return plain as Value;
}
