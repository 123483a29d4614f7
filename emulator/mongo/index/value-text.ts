import {
  Binary,
  BsonDate,
  BsonSymbol,
  BsonUndefined,
  Code,
  DBPointer,
  Decimal128,
  Document,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Regex,
  Timestamp,
  type Value,
} from '../bson/index.js';

const BINARY_UUID = 4;

/** A value as mongod writes it in the text of an error (`BSONElement::toString`): `{ a: 1.0, b: "x" }`. */
export function valueText(value: Value | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(valueText).join(', ')} ]`;
  if (value instanceof Document) return documentText(value);
  return objectText(value);
}

function documentText(document: Document): string {
  if (document.size === 0) return '{}';
  const fields = [...document].map(([name, value]) => `${name}: ${valueText(value)}`);
  return `{ ${fields.join(', ')} }`;
}

function objectText(value: Exclude<Value & object, Value[] | Document>): string {
  if (value instanceof Double) return `${value.value}.0`;
  if (value instanceof ObjectId) return `ObjectId('${value.toHex()}')`;
  if (value instanceof BsonDate) return `new Date(${value.ms})`;
  if (value instanceof Decimal128) return value.toString();
  if (value instanceof Binary) return binaryText(value);
  if (value instanceof Timestamp) return `Timestamp(${value.t}, ${value.i})`;
  if (value instanceof Regex) return `/${value.pattern}/${value.options}`;
  if (value instanceof Code) return value.code;
  if (value instanceof BsonSymbol) return `"${value.value}"`;
  if (value instanceof DBPointer) return `DBRef('${value.namespace}', ${value.id.toHex()})`;
  if (value instanceof MinKey) return 'MinKey';
  if (value instanceof MaxKey) return 'MaxKey';
  return value instanceof BsonUndefined ? 'undefined' : '';
}

function binaryText({ bytes, subtype }: Binary): string {
  const hex = Buffer.from(bytes).toString('hex');
  if (subtype !== BINARY_UUID || bytes.length !== 16) return `BinData(${subtype}, ${hex.toUpperCase()})`;
  return `UUID("${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}")`;
}
