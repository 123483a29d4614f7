import { BsonType, readText } from '../bson/index.js';
import { keyOf, TypeRank } from '../compare/index.js';

/** Length, type, `_id` and its zero: the value of a leading `_id` begins here. */
const VALUE_AT = 9;
const OBJECT_ID_SIZE = 12;
/** Before a text: how long it is, its closing zero counted in. */
const LENGTH_SIZE = 4;
const ID_NAME = 0x0064695f; // "_id\0", little-endian
const TAG = keyOf(null).charCodeAt(0) - TypeRank.Null + TypeRank.ObjectId;
const scratch = Buffer.alloc(1 + OBJECT_ID_SIZE);
scratch[0] = TAG;

/**
 * The key of a leading `_id` straight from a document's bytes, for the commonest types; `undefined` for others. It
 * saves decoding a whole collection to build its `_id` index.
 */
export function rawIdKey(bytes: Buffer, at: number): string | undefined {
  if (bytes.readUInt32LE(at + 5) !== ID_NAME) return undefined;
  const type = bytes[at + 4];
  if (type === BsonType.ObjectId) {
    bytes.copy(scratch, 1, at + VALUE_AT, at + VALUE_AT + OBJECT_ID_SIZE);
    return scratch.toString('latin1');
  }
  if (type === BsonType.String) {
    const start = at + VALUE_AT + LENGTH_SIZE;
    return keyOf(readText(bytes, start, start + bytes.readInt32LE(at + VALUE_AT) - 1));
  }
  return type === BsonType.Int32 ? keyOf(bytes.readInt32LE(at + VALUE_AT)) : undefined;
}
