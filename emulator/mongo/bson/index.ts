export {
  absolute,
  addDecimals,
  divideDecimals,
  multiplyDecimals,
  negate,
  quantize,
  remainder,
  squareRoot,
  subtractDecimals,
  truncateToInteger,
} from './decimal-math.js';
export type { DecimalParts, Rounding } from './decimal-parts.js';
export { Decimal128 } from './decimal128.js';
export { decode, decodeAt, documentLength } from './decode.js';
export { accessor, Document, isDocument, type Plain, type PlainDocument } from './document.js';
export { encode, MAX_DOCUMENT_SIZE } from './encode.js';
export { ObjectId } from './object-id.js';
export { Shape } from './shape.js';
export { readText } from './text.js';
export { type ExtendedJsonOptions, toExtendedJson } from './to-extended-json.js';
export { BsonType, type BsonTypeCode, typeAlias } from './types.js';
export {
  Binary,
  BsonDate,
  BsonSymbol,
  BsonUndefined,
  Code,
  DBPointer,
  Double,
  double,
  isInt32,
  isNumber,
  MAX_KEY,
  MaxKey,
  MIN_KEY,
  MinKey,
  type NumberValue,
  Regex,
  Timestamp,
  typeOf,
  UNDEFINED,
  type Value,
} from './values.js';
export { BsonWriter, indexName } from './writer.js';
