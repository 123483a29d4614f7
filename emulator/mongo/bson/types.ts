/** Element type bytes of the BSON specification (https://bsonspec.org/spec.html). */
export const BsonType = {
  Double: 1,
  String: 2,
  Document: 3,
  Array: 4,
  Binary: 5,
  Undefined: 6,
  ObjectId: 7,
  Boolean: 8,
  Date: 9,
  Null: 10,
  Regex: 11,
  DBPointer: 12,
  Code: 13,
  Symbol: 14,
  CodeWithScope: 15,
  Int32: 16,
  Timestamp: 17,
  Int64: 18,
  Decimal128: 19,
  MinKey: 255,
  MaxKey: 127,
} as const;

export type BsonTypeCode = (typeof BsonType)[keyof typeof BsonType];

const ALIASES: Record<BsonTypeCode, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
  255: 'minKey',
};

/** MongoDB's name of a type, as `$type` answers it and error texts use it (`objectId`, `long`, …). */
export function typeAlias(type: BsonTypeCode): string {
  return ALIASES[type];
}
