import {
  Binary,
  BsonDate,
  type BsonSymbol,
  Code,
  DBPointer,
  type Document,
  type NumberValue,
  ObjectId,
  Regex,
  Timestamp,
  type Value,
} from '../bson/index.js';
import { storedLength } from './compare.js';
import { numberKey } from './number-key.js';
import { TypeRank, typeRank } from './type-order.js';

/** Turns a string into bytes (one a character) that order as a collation does, with a terminator at the end. */
export type StringKey = (text: string) => string;

const END = '\x00';
/** Within a text the terminator is escaped, and the escape's own first byte. */
const ESCAPED_END = '\x01\x01';
const ESCAPE = '\x01';
const ESCAPED_ESCAPE = '\x01\x02';
/** Texts that are one byte a character in UTF-8 and have nothing to escape, as nearly all are. */
const PLAIN = /^[\t\n\r -\x7f]*$/;

/**
 * The one key encoding of indexes, grouping, distinct and sorting: a string of bytes (characters 0–255) such that
 * comparing two keys with `<` is `compare` of their values and equal values have equal keys. Keys delimit themselves:
 * joined, they order as tuples. `undefined` (missing) has the key of the undefined type; where it counts as null the
 * caller says so.
 */
export function keyOf(value: Value | undefined, stringKey: StringKey = utf8Key): string {
  if (typeof value === 'string') return TAG_STRING + stringKey(value);
  if (typeof value === 'number') return TAG_NUMBER + numberKey(value);
  const rank = typeRank(value);
  return tagOf(rank) + bodyOf(rank, value as Value, stringKey);
}

/**
 * The key of UTF-8 order, MongoDB's simple collation. The terminator never occurs within it, so that no key is the
 * beginning of another: else the shorter one would come first inverted, too.
 */
export function utf8Key(text: string): string {
  if (PLAIN.test(text)) return text + END;
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return bytes.replaceAll(ESCAPE, ESCAPED_ESCAPE).replaceAll(END, ESCAPED_END) + END;
}

/** Ranks run from -1 to 127, so that a tag is never 0 (an end) nor 255 (an inverted end). */
function tagOf(rank: number): string {
  return String.fromCharCode(rank + 10);
}

const TAG_STRING = tagOf(TypeRank.String);
const TAG_NUMBER = tagOf(TypeRank.Number);

function bodyOf(rank: number, value: Value, stringKey: StringKey): string {
  switch (rank) {
    case TypeRank.Number:
      return numberKey(value as NumberValue);
    case TypeRank.String:
      return stringKey((value as BsonSymbol).value);
    case TypeRank.Object:
      return documentBody(value as Document, stringKey);
    case TypeRank.Array:
      return arrayBody(value as Value[], stringKey);
    case TypeRank.Boolean:
      return value === true ? '\x02' : '\x01';
    default:
      return rareBody(value, stringKey);
  }
}

function rareBody(value: Value, stringKey: StringKey): string {
  if (value instanceof ObjectId) return objectIdBytes(value);
  if (value instanceof BsonDate) return numberKey(value.ms);
  if (value instanceof Timestamp) return word(value.t) + word(value.i);
  if (value instanceof Binary) {
    return (
      word(storedLength(value)) +
      String.fromCharCode(value.subtype) +
      Buffer.from(value.bytes).toString('latin1')
    );
  }
  if (value instanceof Regex) return utf8Key(value.pattern) + utf8Key(value.options);
  if (value instanceof DBPointer) {
    return word(Buffer.byteLength(value.namespace)) + utf8Key(value.namespace) + objectIdBytes(value.id);
  }
  if (value instanceof Code) {
    return utf8Key(value.code) + (value.scope === undefined ? '' : documentBody(value.scope, stringKey));
  }
  return '';
}

function objectIdBytes(id: ObjectId): string {
  return word(id.a) + word(id.b) + word(id.c);
}

function word(value: number): string {
  return String.fromCharCode((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

/** A field's type orders before its name, its name before its value; the end orders before any further field. */
function documentBody(document: Document, stringKey: StringKey): string {
  const names = document.keys();
  let body = '';
  for (let at = 0; at < document.size; at++) {
    const value = document.values[at] as Value;
    const rank = typeRank(value);
    body += tagOf(rank) + utf8Key(names[at] as string);
    body += rank === TypeRank.String ? keyOf(value, stringKey).slice(1) : bodyOf(rank, value, stringKey);
  }
  return body + END;
}

function arrayBody(items: readonly Value[], stringKey: StringKey): string {
  let body = '';
  for (const item of items) body += keyOf(item, stringKey);
  return body + END;
}
