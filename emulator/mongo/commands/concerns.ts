import {
  BsonType,
  Decimal128,
  type Document,
  Double,
  isDocument,
  isNumber,
  Timestamp,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { toNumber, wrongType } from './arguments.js';

export interface WriteConcern {
  w: number | string;
  /** True when the write must be on disk before it is acknowledged. */
  durable: boolean;
}

export interface ReadConcern {
  level: 'local' | 'available' | 'majority' | 'linearizable' | 'snapshot' | undefined;
  atClusterTime: Timestamp | undefined;
}

const LEVELS = new Set(['local', 'available', 'majority', 'linearizable', 'snapshot']);

/** Reads `writeConcern`. What a one-member set cannot satisfy is found later (`unsatisfiable`). */
export function readWriteConcern(value: Value): WriteConcern {
  if (!isDocument(value)) throw wrongType('writeConcern', value, [BsonType.Document]);
  for (const key of value.keys()) {
    if (!['w', 'j', 'wtimeout', 'fsync', 'provenance', 'wTimeout', 'getLastError'].includes(key)) {
      throw mongoError(40415, `BSON field 'WriteConcern.${key}' is an unknown field.`);
    }
  }
  const w = readW(value.get('w'));
  checkTimeout(value.get('wtimeout'));
  const j = value.get('j');
  if (j !== undefined && j !== null && typeof j !== 'boolean' && !isNumber(j)) {
    throw mongoError(
      'TypeMismatch',
      "BSON field 'j' is the wrong type, expected types '[bool, long, int, decimal, double']",
    );
  }
  const synced = j === true || (isNumber(j) && toNumber(j) !== 0);
  return { w, durable: synced || w === 'majority' };
}

function readW(w: Value | undefined): number | string {
  if (w === undefined || w === null) return 1;
  if (typeof w === 'string') return w;
  if (isNumber(w)) {
    const nodes = isNotANumber(w) ? -1 : toNumber(w);
    if (nodes < 0 || nodes > 50)
      throw mongoError('FailedToParse', 'w has to be a non-negative number and not greater than 50');
    return nodes;
  }
  if (isDocument(w)) {
    if (w.size > 0 && w.values.every(isNumber)) return 'tags';
    throw mongoError('FailedToParse', 'tagged write concern requires tags, each with a number');
  }
  throw mongoError('FailedToParse', 'w has to be a number, string, or object');
}

function isNotANumber(value: Value): boolean {
  return Number.isNaN(
    value instanceof Double || value instanceof Decimal128
      ? value instanceof Double
        ? value.value
        : value.toNumber()
      : value,
  );
}

/** `wtimeout` may be any number that int32 can hold; what is no number is not looked at. */
function checkTimeout(value: Value | undefined): void {
  if (value === undefined || !isNumber(value) || toNumber(value) <= 2 ** 31 - 1) return;
  throw mongoError('FailedToParse', 'wtimeout must be a 32-bit integer');
}

/** `writeConcernError` for what a set of one member can never satisfy. */
export function unsatisfiable(
  concern: WriteConcern | undefined,
): { code: number; message: string } | undefined {
  if (concern === undefined) return undefined;
  const { w } = concern;
  if (typeof w === 'number') {
    return w <= 1 ? undefined : { code: 100, message: 'Not enough data-bearing nodes' };
  }
  if (w === 'majority') return undefined;
  return { code: 79, message: `No write concern mode named '${w}' found in replica set configuration` };
}

export function readReadConcern(value: Value): ReadConcern {
  if (!isDocument(value)) throw wrongType('readConcern', value, [BsonType.Document]);
  for (const key of value.keys()) {
    if (!['level', 'afterClusterTime', 'atClusterTime', 'afterOpTime', 'provenance'].includes(key)) {
      throw mongoError(40415, `BSON field 'readConcern.${key}' is an unknown field.`);
    }
  }
  const level = readLevel(value);
  checkProvenance(value.get('provenance'));
  return { level, atClusterTime: readAtClusterTime(value, level) };
}

const PROVENANCES = [
  'clientSupplied',
  'implicitDefault',
  'customDefault',
  'getLastErrorDefaults',
  'internalWriteDefault',
];

function checkProvenance(value: Value | undefined): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string') throw wrongType('readConcern.provenance', value, [BsonType.String]);
  if (PROVENANCES.includes(value)) return;
  throw mongoError(
    'BadValue',
    `Enumeration value '${value}' for field 'readConcern.provenance' is not a valid value.`,
  );
}

function readLevel(concern: Document): ReadConcern['level'] {
  const level = concern.get('level');
  if (level === undefined || level === null) return undefined;
  if (typeof level !== 'string') throw wrongType('readConcern.level', level, [BsonType.String]);
  if (!LEVELS.has(level)) {
    throw mongoError(
      'BadValue',
      `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`,
    );
  }
  return level as ReadConcern['level'];
}

function readAtClusterTime(concern: Document, level: ReadConcern['level']): Timestamp | undefined {
  const after = concern.get('afterClusterTime');
  if (after !== undefined && !(after instanceof Timestamp)) {
    throw wrongType('readConcern.afterClusterTime', after, [BsonType.Timestamp]);
  }
  const at = concern.get('atClusterTime');
  if (at === undefined) return undefined;
  if (!(at instanceof Timestamp)) throw wrongType('readConcern.atClusterTime', at, [BsonType.Timestamp]);
  if (level !== 'snapshot') {
    throw mongoError('InvalidOptions', 'atClusterTime field can be set only if level is equal to snapshot');
  }
  return at;
}
