import {
  Binary,
  BsonDate,
  BsonSymbol,
  Code,
  Decimal128,
  Document,
  Double,
  ObjectId,
  Regex,
  Timestamp,
  type Value,
} from '../bson/index.js';

/** A value as mongod's error texts write it, like its shell: `{ a: 1, b: "x" }`. */
export function describe(value: Value | undefined): string {
  if (value === undefined) return 'EOO';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return describeNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(describe).join(', ')} ]`;
  if (value instanceof Document) return describeDocument(value);
  return describeObject(value);
}

function describeDocument(value: Document): string {
  if (value.size === 0) return '{}';
  return `{ ${[...value].map(([name, item]) => describeField(name, item)).join(', ')} }`;
}

/** `name: value`. */
export function describeField(name: string, value: Value | undefined): string {
  return `${name}: ${describe(value)}`;
}

function describeNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

function describeObject(
  value: Exclude<Value, null | boolean | string | number | bigint | Document | Value[]>,
): string {
  if (value instanceof Double) return `${value.value}.0`;
  if (value instanceof Decimal128) return value.toString();
  if (value instanceof ObjectId) return `ObjectId('${value.toHex()}')`;
  if (value instanceof BsonDate) return `new Date(${value.ms})`;
  if (value instanceof Timestamp) return `Timestamp(${value.t}, ${value.i})`;
  if (value instanceof Binary)
    return `BinData(${value.subtype}, ${Buffer.from(value.bytes).toString('hex').toUpperCase()})`;
  if (value instanceof Regex) return `/${value.pattern}/${value.options}`;
  if (value instanceof BsonSymbol) return JSON.stringify(value.value);
  if (value instanceof Code) return value.code;
  return value.constructor.name;
}
