import { Document, isNumber, type Value } from '../../../../emulator/mongo/bson/index.js';
import { compare, TypeRank, typeRank } from '../../../../emulator/mongo/compare/index.js';

/** A value that a path leads to; `undefined` stands for "there is nothing here". */
type Found = Value | undefined;

/**
 * Everything a dotted path leads to, by the rules of the manual and nothing clever: objects are entered by name,
 * arrays by position and through their objects, and an array at the end stands for its elements and for itself.
 */
export function reachable(document: Document, path: string): Found[] {
  return inDocument(document, path.split('.')).flatMap((value) =>
    Array.isArray(value) ? [...value, value] : [value],
  );
}

/** The same without spreading the array at the end. */
export function endpoints(document: Document, path: string): Found[] {
  return inDocument(document, path.split('.'));
}

function inDocument(document: Document, [name, ...rest]: string[]): Found[] {
  const value = document.get(name as string);
  if (rest.length === 0) return [value];
  if (value instanceof Document) return inDocument(value, rest);
  return Array.isArray(value) ? inArray(value, rest) : [undefined];
}

function inArray(items: Value[], names: string[]): Found[] {
  const throughObjects = items.flatMap((item) => (item instanceof Document ? inDocument(item, names) : []));
  const item = /^\d+$/.test(names[0] as string) ? items[Number(names[0])] : undefined;
  if (item === undefined) return throughObjects;
  const rest = names.slice(1);
  if (rest.length === 0) return [...throughObjects, item];
  if (item instanceof Document) return [...throughObjects, ...inDocument(item, rest)];
  return Array.isArray(item) ? [...throughObjects, ...inArray(item, rest)] : throughObjects;
}

export type Operator = '$eq' | '$ne' | '$gt' | '$gte' | '$lt' | '$lte' | '$in' | '$nin' | '$exists' | '$size';

/** Whether `{path: {operator: argument}}` matches, straight from the definition. */
export function matchesReference(
  document: Document,
  path: string,
  operator: Operator,
  argument: Value,
): boolean {
  const found = reachable(document, path);
  switch (operator) {
    case '$ne':
      return !found.some((value) => holds(value, '$eq', argument));
    case '$in':
      return found.some((value) => (argument as Value[]).some((item) => holds(value, '$eq', item)));
    case '$nin':
      return !found.some((value) => (argument as Value[]).some((item) => holds(value, '$eq', item)));
    case '$exists':
      return endpoints(document, path).some((value) => value !== undefined) === argument;
    case '$size':
      return endpoints(document, path).some((value) => Array.isArray(value) && value.length === argument);
    default:
      return found.some((value) => holds(value, operator, argument));
  }
}

function holds(value: Found, operator: '$eq' | '$gt' | '$gte' | '$lt' | '$lte', argument: Value): boolean {
  const isBound = typeRank(argument) === TypeRank.MinKey || typeRank(argument) === TypeRank.MaxKey;
  const present = value === undefined ? (argument === null ? null : undefined) : value;
  if (present === undefined && !isBound) return false;
  if (!isBound && typeRank(present) !== typeRank(argument)) return false;
  if (isBound && operator === '$eq' && present === undefined) return false;
  if (operator !== '$eq' && !isBound && isNaNValue(present) !== isNaNValue(argument)) return false;
  const order = compare(present, argument);
  if (operator === '$eq') return order === 0;
  if (operator === '$gt') return order > 0;
  if (operator === '$lt') return order < 0;
  return operator === '$gte' ? order >= 0 : order <= 0;
}

function isNaNValue(value: Found): boolean {
  return isNumber(value) && compare(value, Number.NaN) === 0;
}
