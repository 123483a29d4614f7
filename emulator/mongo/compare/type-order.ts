import { BsonType, typeOf, type Value } from '../bson/index.js';

/**
 * MongoDB's order of the types (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/). Types of
 * one rank are compared by value: the four numeric types, and string with symbol. Missing and undefined share a rank
 * below null.
 */
export const TypeRank = {
  MinKey: -1,
  Undefined: 0,
  Null: 5,
  Number: 10,
  String: 15,
  Object: 20,
  Array: 25,
  Binary: 30,
  ObjectId: 35,
  Boolean: 40,
  Date: 45,
  Timestamp: 47,
  Regex: 50,
  DBPointer: 55,
  Code: 60,
  CodeWithScope: 65,
  MaxKey: 127,
} as const;

const RANKS: Int8Array = new Int8Array(256);
for (const [type, rank] of [
  [BsonType.Double, TypeRank.Number],
  [BsonType.String, TypeRank.String],
  [BsonType.Document, TypeRank.Object],
  [BsonType.Array, TypeRank.Array],
  [BsonType.Binary, TypeRank.Binary],
  [BsonType.Undefined, TypeRank.Undefined],
  [BsonType.ObjectId, TypeRank.ObjectId],
  [BsonType.Boolean, TypeRank.Boolean],
  [BsonType.Date, TypeRank.Date],
  [BsonType.Null, TypeRank.Null],
  [BsonType.Regex, TypeRank.Regex],
  [BsonType.DBPointer, TypeRank.DBPointer],
  [BsonType.Code, TypeRank.Code],
  [BsonType.Symbol, TypeRank.String],
  [BsonType.CodeWithScope, TypeRank.CodeWithScope],
  [BsonType.Int32, TypeRank.Number],
  [BsonType.Timestamp, TypeRank.Timestamp],
  [BsonType.Int64, TypeRank.Number],
  [BsonType.Decimal128, TypeRank.Number],
  [BsonType.MinKey, TypeRank.MinKey],
  [BsonType.MaxKey, TypeRank.MaxKey],
] as const) {
  RANKS[type] = rank;
}

/** The rank of a value's type in MongoDB's order; `undefined` (missing) ranks with the undefined type. */
export function typeRank(value: Value | undefined): number {
  switch (typeof value) {
    case 'string':
      return TypeRank.String;
    case 'number':
    case 'bigint':
      return TypeRank.Number;
    case 'boolean':
      return TypeRank.Boolean;
    case 'undefined':
      return TypeRank.Undefined;
    default:
      return RANKS[typeOf(value)] as number;
  }
}
