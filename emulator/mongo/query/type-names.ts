import { BsonType, type BsonTypeCode, isNumber, typeAlias, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { asNumber, asWhole } from './values.js';

const NUMBER_TYPES = [BsonType.Double, BsonType.Int32, BsonType.Int64, BsonType.Decimal128] as const;
const CODES = new Set<number>(Object.values(BsonType));
const BY_NAME = new Map<string, readonly BsonTypeCode[]>([
  ...Object.values(BsonType).map((code): [string, BsonTypeCode[]] => [typeAlias(code), [code]]),
  ['number', NUMBER_TYPES],
]);
/** `$type: -1` and `$type: 255` both mean MinKey in the type byte; mongod takes only the former. */
const MIN_KEY = -1;

/** The types that a list of names (`"number"`, `"objectId"`) and codes (2, -1) stands for. Errors: 2, 9, 14. */
export function typeSet(items: readonly Value[]): ReadonlySet<BsonTypeCode> {
  return new Set(items.flatMap(typesOf));
}

/** The types one name or code stands for. */
export function typesOf(item: Value): readonly BsonTypeCode[] {
  if (typeof item === 'string') return typesNamed(item);
  if (!isNumber(item)) throw mongoError('TypeMismatch', 'type must be represented as a number or a string');
  const whole = asWhole(item);
  const code = whole === undefined ? Number.NaN : Number(whole);
  if (code === MIN_KEY) return [BsonType.MinKey];
  if (code === BsonType.MinKey || !CODES.has(code)) {
    throw mongoError('BadValue', `Invalid numerical type code: ${asNumber(item)}`);
  }
  return [code as BsonTypeCode];
}

/** The types a name stands for; 2 when it is none. */
export function typesNamed(name: string): readonly BsonTypeCode[] {
  const types = BY_NAME.get(name);
  if (types === undefined) throw mongoError('BadValue', `Unknown type name alias: ${name}`);
  return types;
}
