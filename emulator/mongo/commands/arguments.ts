import {
  BsonType,
  type BsonTypeCode,
  Decimal128,
  type Document,
  Double,
  isDocument,
  isNumber,
  quantize,
  truncateToInteger,
  typeAlias,
  typeOf,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';

/**
 * How one argument of a command is declared and read, as MongoDB's IDL does it: `null` counts as left out, a wrong type
 * is TypeMismatch (14), a missing one 40414, one that is not declared 40415.
 */
export interface Field<T> {
  readonly types: readonly BsonTypeCode[];
  readonly required: boolean;
  read(value: Value, path: string): T;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
type ReadAs<F> = F extends Field<infer T> ? T : never;

/** What reading declared arguments gives. */
export type Arguments<F extends Fields> = { readonly [K in keyof F]: ReadAs<F[K]> };

const ALL_TYPES: readonly BsonTypeCode[] = [];
const { Int64, Int32, Decimal128: Decimal, Double: Dbl } = BsonType;
/** In the order in which the server lists them. */
const NUMBERS: readonly BsonTypeCode[] = [Int64, Int32, Decimal, Dbl];

function field<T>(
  types: readonly BsonTypeCode[],
  read: (value: Value, path: string) => T,
): Field<T | undefined> {
  return { types, required: false, read };
}

/** The same argument, but it may not be left out. */
export function required<T>(optional: Field<T>): Field<Exclude<T, undefined>> {
  return { ...optional, required: true } as Field<Exclude<T, undefined>>;
}

export const any = field<Value>(ALL_TYPES, (value) => value);
export const text = field<string>([BsonType.String], (value) => value as string);
/** The name of a collection: anything else is an invalid namespace (73), not a wrong type. */
export const collectionName = field<string>(ALL_TYPES, (value) => {
  if (typeof value === 'string') return value;
  throw mongoError('InvalidNamespace', `collection name has invalid type ${typeAlias(typeOf(value))}`);
});
export const object = field<Document>([BsonType.Document], (value) => value as Document);
export const array = field<Value[]>([BsonType.Array], (value) => value as Value[]);
/** `safeBool`: a boolean or any number; what is not zero is true, NaN and fractions too. */
export const bool = field<boolean>([BsonType.Boolean, Int64, Int32, Decimal, Dbl], (value) =>
  isTruthy(value),
);
/** A boolean and nothing else. */
export const flag = field<boolean>([BsonType.Boolean], (value) => value as boolean);
/** Any number, cut to a whole one within int64. */
export const integer = field<number>(NUMBERS, (value) => toNumber(value));
/** A whole number within int64, whatever its type; no number, null too, is BadValue, one that is not whole FailedToParse. */
export const exactInteger = field<number>(ALL_TYPES, (value, path) => {
  const whole = toExactInteger(value);
  if (whole !== undefined && whole !== -(2n ** 63n)) return Number(whole);
  const code = isNumber(value) && whole === undefined ? 'FailedToParse' : 'BadValue';
  throw mongoError(code, `BSON field '${path}' must be a whole number that int64 can hold`);
});
export const objectOrText = field<Document | string>(
  [BsonType.Document, BsonType.String],
  (value) => value as string,
);
export const objectOrArray = field<Document | Value[]>(
  [BsonType.Document, BsonType.Array],
  (value) => value as Value[],
);

/** Any number that is not negative. */
export const count = field<number>(NUMBERS, (value, path) => {
  const number = toNumber(value);
  if (number < 0) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    throw mongoError('BadValue', `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  }
  return number;
});

/** An int64 that must be one on the wire (`getMore`, `txnNumber`). */
export const long = field<bigint>([Int64], (value) => value as bigint);

/** An array of int64, in which a null is passed over. */
export const longs = field<bigint[]>([BsonType.Array], (value, path) =>
  (value as Value[]).flatMap((item, i) => {
    if (typeof item === 'bigint') return [item];
    if (item === null) return [];
    throw wrongType(`${path}.${i}`, item, [Int64]);
  }),
);

/** An array of documents. */
export const objects = field<Document[]>([BsonType.Array], (value, path) =>
  (value as Value[]).map((item, i) => {
    if (isDocument(item)) return item;
    throw wrongType(`${path}.${i}`, item, [BsonType.Document]);
  }),
);

/** An array of documents, in which a null is passed over. */
export const objectsOrNulls = field<Document[]>(
  [BsonType.Array],
  (value, path) =>
    objects.read(
      (value as Value[]).filter((item) => item !== null),
      path,
    ) as Document[],
);

/** A whole number of any type: a double is cut towards zero, a decimal rounded half to even. NaN is 0, infinities stay. */
export function toNumber(value: Value): number {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal128) return wholeDecimal(value);
  const number = value instanceof Double ? value.value : value;
  return typeof number !== 'number' || Number.isNaN(number) ? 0 : Math.trunc(number);
}

function wholeDecimal(value: Decimal128): number {
  if (!value.isFinite) return Number.isNaN(value.toNumber()) ? 0 : value.toNumber();
  return Number(truncateToInteger(quantize(value, 0, 'half-even')) ?? 0n);
}

function isTruthy(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (value instanceof Decimal128) return !value.isFinite || value.parts.coefficient !== 0n;
  return Number(value instanceof Double ? value.value : value) !== 0;
}

/**
 * The exact whole number of any numeric type, or `undefined` for a fraction, NaN, an infinity or what int64 cannot
 * hold (`parseIntegerElementToLong` of MongoDB).
 */
export function toExactInteger(value: Value): bigint | undefined {
  if (!isNumber(value)) return undefined;
  const whole = wholeOf(value);
  return whole !== undefined && BigInt.asIntN(64, whole) === whole ? whole : undefined;
}

function wholeOf(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (value instanceof Decimal128) {
    const whole = truncateToInteger(value);
    return whole !== undefined && quantize(value, 0, 'half-even').toNumber() === value.toNumber()
      ? whole
      : undefined;
  }
  const number = value instanceof Double ? value.value : value;
  return typeof number === 'number' && Number.isInteger(number) ? BigInt(number) : undefined;
}

/** MongoDB's TypeMismatch for an argument. */
export function wrongType(path: string, value: Value, expected: readonly BsonTypeCode[]): Error {
  const found = typeAlias(typeOf(value));
  const names = expected.map(typeAlias);
  const wanted =
    names.length === 1 ? `expected type '${names[0]}'` : `expected types '[${names.join(', ')}']`;
  return mongoError('TypeMismatch', `BSON field '${path}' is the wrong type '${found}', ${wanted}`);
}

/** An argument that does not take `null` for left out. */
export function notNull<T>({ types, read }: Field<T>): Field<T | undefined> {
  return field(ALL_TYPES, (value, path) => {
    if (types.includes(typeOf(value))) return read(value, path);
    throw wrongType(path, value, types);
  });
}

/** An argument that is parsed by hand in mongod: another type, null too, is FailedToParse there (9), not TypeMismatch. */
export function parsed<T>({ types, read }: Field<T>): Field<T | undefined> {
  return field(ALL_TYPES, (value, path) => {
    if (types.includes(typeOf(value))) return read(value, path);
    throw mongoError('FailedToParse', wrongType(path, value, types).message);
  });
}

/** Reads declared fields from a document. `isGeneric` names further fields that may be there. */
export function readFields<F extends Fields>(
  fields: F,
  source: Document,
  context: string,
  isGeneric: (name: string) => boolean = () => false,
): Arguments<F> {
  const found: Record<string, unknown> = Object.create(null);
  const { keys } = source.shape;
  for (let slot = 0; slot < keys.length; slot++) {
    const name = keys[slot] as string;
    const declared = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (declared !== undefined)
      found[name] = readField(declared, source.values[slot] as Value, `${context}.${name}`);
    else if (!isGeneric(name))
      throw mongoError(40415, `BSON field '${context}.${name}' is an unknown field.`);
  }
  for (const name in fields) {
    if (found[name] === undefined && fields[name]!.required) {
      throw mongoError(40414, `BSON field '${context}.${name}' is missing but a required field`);
    }
  }
  return found as Arguments<F>;
}

function readField<T>(declared: Field<T>, value: Value, path: string): T | undefined {
  const { types } = declared;
  if (types === ALL_TYPES) return declared.read(value, path);
  const type = typeOf(value);
  if (types.includes(type)) return declared.read(value, path);
  if (type === BsonType.Null || type === BsonType.Undefined) return undefined;
  throw wrongType(path, value, types);
}

/** A nested document with declared fields. */
export function nested<F extends Fields>(fields: F): Field<Arguments<F> | undefined> {
  return field([BsonType.Document], (value, path) => readFields(fields, value as Document, path));
}

/** An array of documents with declared fields. */
export function nestedArray<F extends Fields>(fields: F): Field<Arguments<F>[] | undefined> {
  return field([BsonType.Array], (value, path) =>
    (value as Value[]).map((item, i) => {
      if (!isDocument(item)) throw wrongType(`${path}.${i}`, item, [BsonType.Document]);
      return readFields(fields, item, path);
    }),
  );
}

/** One of a few words. */
export function oneOf<T extends string>(...words: readonly T[]): Field<T | undefined> {
  return field([BsonType.String], (value, path) => {
    if (words.includes(value as T)) return value as T;
    throw mongoError('BadValue', `Enumeration value '${value}' for field '${path}' is not a valid value.`);
  });
}
