import type { Decimal128 } from './decimal128.js';
import { Document } from './document.js';
import type { ObjectId } from './object-id.js';
import { BsonType } from './types.js';
import {
  type Binary,
  type BsonDate,
  type BsonSymbol,
  type Code,
  type DBPointer,
  type Double,
  isInt32,
  type Regex,
  type Timestamp,
  type Value,
} from './values.js';

export interface ExtendedJsonOptions {
  /** Canonical keeps every type; relaxed (the default) writes numbers and dates as people do. */
  canonical?: boolean;
}

/** Dates that relaxed extended JSON writes in ISO-8601: the years 1970 to 9999. */
const LAST_ISO = Date.UTC(10_000, 0, 1) - 1;

/** Writes a value as MongoDB Extended JSON v2, fields in their order. */
export function toExtendedJson(value: Value, options: ExtendedJsonOptions = {}): string {
  const canonical = options.canonical === true;
  if (Array.isArray(value)) return `[${value.map((item) => toExtendedJson(item, options)).join(',')}]`;
  if (value instanceof Document) {
    const fields = [...value].map(([key, item]) => `${JSON.stringify(key)}:${toExtendedJson(item, options)}`);
    return `{${fields.join(',')}}`;
  }
  switch (typeof value) {
    case 'number':
      return numberText(value, canonical);
    case 'bigint':
      return canonical ? wrapped('$numberLong', String(value)) : String(value);
    case 'object':
      return value === null ? 'null' : objectText(value, canonical, options);
    default:
      return JSON.stringify(value);
  }
}

function numberText(value: number, canonical: boolean): string {
  if (isInt32(value)) return canonical ? wrapped('$numberInt', String(value)) : String(value);
  return doubleText(value, canonical);
}

function doubleText(value: number, canonical: boolean): string {
  if (!canonical && Number.isFinite(value)) return withPoint(value);
  return wrapped('$numberDouble', Number.isFinite(value) ? withPoint(value) : String(value));
}

/** A whole double keeps its point, so that it stays a double when it is read again. */
function withPoint(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = Math.abs(value) >= 1e16 ? value.toExponential() : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text.replace('e', 'E');
}

function wrapped(name: string, content: string): string {
  return `{"${name}":${JSON.stringify(content)}}`;
}

type BsonObject = Exclude<Value & object, Value[] | Document>;

function objectText(value: BsonObject, canonical: boolean, options: ExtendedJsonOptions): string {
  switch (value.bsonType) {
    case BsonType.Double:
      return doubleText((value as Double).value, canonical);
    case BsonType.ObjectId:
      return wrapped('$oid', (value as ObjectId).toHex());
    case BsonType.Decimal128:
      return wrapped('$numberDecimal', (value as Decimal128).toString());
    case BsonType.Date:
      return dateText((value as BsonDate).ms, canonical);
    case BsonType.Binary:
      return binaryText(value as Binary);
    case BsonType.Timestamp: {
      const { t, i } = value as Timestamp;
      return `{"$timestamp":{"t":${t},"i":${i}}}`;
    }
    default:
      return rareText(value, options);
  }
}

function rareText(value: BsonObject, options: ExtendedJsonOptions): string {
  switch (value.bsonType) {
    case BsonType.Regex: {
      const { pattern, options: flags } = value as Regex;
      return `{"$regularExpression":{"pattern":${JSON.stringify(pattern)},"options":${JSON.stringify(flags)}}}`;
    }
    case BsonType.Code:
      return wrapped('$code', (value as Code).code);
    case BsonType.CodeWithScope: {
      const { code, scope } = value as Code;
      return `{"$code":${JSON.stringify(code)},"$scope":${toExtendedJson(scope as Document, options)}}`;
    }
    case BsonType.Symbol:
      return wrapped('$symbol', (value as BsonSymbol).value);
    case BsonType.DBPointer: {
      const { namespace, id } = value as DBPointer;
      return `{"$dbPointer":{"$ref":${JSON.stringify(namespace)},"$id":{"$oid":"${id.toHex()}"}}}`;
    }
    case BsonType.MinKey:
      return '{"$minKey":1}';
    case BsonType.MaxKey:
      return '{"$maxKey":1}';
    default:
      return '{"$undefined":true}';
  }
}

function dateText(ms: number, canonical: boolean): string {
  if (canonical || ms < 0 || ms > LAST_ISO) return `{"$date":{"$numberLong":"${ms}"}}`;
  const iso = new Date(ms).toISOString();
  return wrapped('$date', iso.replace('.000Z', 'Z'));
}

function binaryText({ bytes, subtype }: Binary): string {
  const base64 = Buffer.from(bytes).toString('base64');
  return `{"$binary":{"base64":"${base64}","subType":"${subtype.toString(16).padStart(2, '0')}"}}`;
}
