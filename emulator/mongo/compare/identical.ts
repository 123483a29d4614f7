import { Code, Decimal128, Document, Double, typeOf, type Value } from '../bson/index.js';
import { compare } from './compare.js';

/**
 * True when two values have the same bytes in BSON: 1 and 1.0 are equal but not identical, nor are Decimal128 1.0
 * and 1.00, or 0.0 and -0.0. An update that finds its result identical changes nothing.
 */
export function identical(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return typeof a !== 'number' || a !== 0 || Object.is(a, b);
  if (a === undefined || b === undefined || typeof a !== 'object' || typeof b !== 'object') {
    return typeof a === 'number' && Object.is(a, b);
  }
  if (a === null || b === null || typeOf(a) !== typeOf(b)) return false;
  if (Array.isArray(a)) return sameItems(a, b as Value[]);
  if (a instanceof Document)
    return sameNames(a, b as Document) && sameItems(a.values, (b as Document).values);
  if (a instanceof Decimal128) return a.high === (b as Decimal128).high && a.low === (b as Decimal128).low;
  if (a instanceof Double) return Object.is(a.value, (b as Double).value);
  if (a instanceof Code && a.scope !== undefined) {
    return a.code === (b as Code).code && identical(a.scope, (b as Code).scope);
  }
  return compare(a, b) === 0;
}

function sameItems(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((item, at) => identical(item, b[at]));
}

function sameNames(a: Document, b: Document): boolean {
  if (a.shape === b.shape) return true;
  const names = b.keys();
  return a.size === b.size && a.keys().every((name, at) => name === names[at]);
}
