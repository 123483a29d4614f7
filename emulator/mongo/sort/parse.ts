import {
  Decimal128,
  Document,
  Double,
  isNumber,
  type NumberValue,
  quantize,
  typeAlias,
  typeOf,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';

/** One part of a sort: a path with its direction, or metadata such as the text score. */
export type SortPart =
  | { kind: 'path'; path: string; names: readonly string[]; direction: 1 | -1 }
  | { kind: 'meta'; meta: string; direction: 1 | -1 };

const METAS = new Set([
  'textScore',
  'randVal',
  'searchScore',
  'vectorSearchScore',
  'geoNearDistance',
  'score',
]);
/** What only a text search or `$geoNear` brings along. */
const UNAVAILABLE = new Set(['textScore', 'geoNearDistance']);
const MOST_PARTS = 32;

/** Reads a sort document. Errors as mongod: 13103, 15974, 15975, 17312, 31138, 40218 and those of paths. */
export function parseSort(spec: Document): SortPart[] {
  const parts: SortPart[] = [];
  for (const [name, value] of spec)
    parts.push(value instanceof Document ? metaPart(value) : pathPart(name, value));
  if (parts.filter(({ kind }) => kind === 'path').length > MOST_PARTS)
    throw mongoError(13103, 'too many compound keys');
  return parts;
}

function metaPart(value: Document): SortPart {
  const meta = value.get('$meta');
  if (meta === undefined || value.keys()[0] !== '$meta') {
    throw mongoError(17312, '$meta is the only expression supported by $sort right now');
  }
  if (value.size > 1)
    throw mongoError('FailedToParse', 'Cannot have additional keys in a $meta sort specification');
  if (typeof meta !== 'string' || !METAS.has(meta)) {
    throw mongoError(
      31138,
      `Illegal $meta sort: $meta: ${typeof meta === 'string' ? `"${meta}"` : typeAlias(typeOf(meta))}`,
    );
  }
  if (UNAVAILABLE.has(meta)) {
    throw mongoError(40218, `query requires ${meta} metadata, but it is not available`);
  }
  return { kind: 'meta', meta, direction: -1 };
}

function pathPart(path: string, value: Value): SortPart {
  if (!isNumber(value)) {
    throw mongoError(
      15974,
      'Illegal key in $sort specification: a sort direction must be a number or a $meta',
    );
  }
  const direction = wholeNumber(value);
  if (direction !== 1 && direction !== -1) {
    throw mongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  return { kind: 'path', path, names: pathNames(path), direction };
}

/** mongod cuts doubles and rounds decimals. */
function wholeNumber(value: NumberValue): number {
  if (value instanceof Decimal128) return quantize(value, 0, 'half-even').toNumber();
  return Math.trunc(value instanceof Double ? value.value : Number(value));
}

/** FieldPath takes no more components than a document may nest. */
const DEEPEST_PATH = 200;

/** Splits a dotted path and refuses what mongod's FieldPath refuses: 15, 15998, 16410, 16411, 40352, 40353. */
export function pathNames(path: string): readonly string[] {
  if (path === '') throw mongoError(40352, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw mongoError(40353, "FieldPath must not end with a '.'.");
  const names = path.split('.');
  if (names.length > DEEPEST_PATH) throw mongoError('Overflow', 'FieldPath is too long');
  for (const name of names) {
    if (name === '') throw mongoError(15998, 'FieldPath field names may not be empty strings.');
    if (name.startsWith('$')) {
      throw mongoError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    }
    if (name.includes('\0')) throw mongoError(16411, 'FieldPath field names may not contain null bytes.');
  }
  return names;
}
