import { Document, double, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { toDouble } from '../expression/numbers.js';
import { typeName } from '../expression/operator.js';

/**
 * The value at a share `p` of sorted numbers: the first one whose rank reaches `p · n`. MongoDB's `approximate` method
 * (t-digest) gives the same for as many numbers as a digest keeps apart.
 */
export function percentileOf(sorted: readonly number[], p: number): Value {
  if (sorted.length === 0) return null;
  const rank = Math.max(0, Math.ceil(p * sorted.length) - 1);
  return double(sorted[Math.min(rank, sorted.length - 1)] as number);
}

/** The numbers among values, as sorted doubles. NaN goes first. */
export function sortedNumbers(values: Iterable<Value | undefined>): number[] {
  const numbers: number[] = [];
  for (const value of values) if (isNumber(value)) numbers.push(toDouble(value));
  return numbers.sort((a, b) => (Number.isNaN(a) ? -1 : Number.isNaN(b) ? 1 : a - b));
}

/** Checks the `method` of `$median` and `$percentile`. */
export function checkMethod(method: Value | undefined, name: string): void {
  if (method === undefined)
    throw mongoError(40414, `BSON field '${name}.method' is missing but a required field`);
  if (typeof method !== 'string') {
    throw mongoError(
      'TypeMismatch',
      `BSON field '${name}.method' is the wrong type '${typeName(method)}', expected type 'string'`,
    );
  }
  if (method !== 'approximate') {
    throw mongoError('BadValue', "Currently only 'approximate' can be used as percentile 'method'.");
  }
}

/** Reads the constant `p` of `$percentile`: an array of numbers in [0, 1]. */
export function sharesOf(p: Value | undefined): number[] {
  if (!Array.isArray(p) || p.length === 0) {
    throw mongoError(
      7750301,
      `The $percentile 'p' field must be an array of numbers from [0.0, 1.0], but found: ${typeName(p)}`,
    );
  }
  return p.map((share) => {
    const number = isNumber(share) ? toDouble(share) : undefined;
    if (number === undefined)
      throw mongoError(
        7750302,
        `The $percentile 'p' field must be an array of numbers from [0.0, 1.0], but found: ${typeName(share)}`,
      );
    if (!(number >= 0 && number <= 1))
      throw mongoError(
        7750303,
        `The $percentile 'p' field must be an array of numbers from [0.0, 1.0], but found: ${number}`,
      );
    return number;
  });
}

/** Reads the argument of `$median`/`$percentile`: only known names, `input` required. */
export function percentileArguments(argument: Value, name: string, allowed: readonly string[]): Document {
  if (!(argument instanceof Document)) {
    throw mongoError(
      name === '$median' ? 7436100 : 7429703,
      `specification must be an object; found ${name}: ${typeName(argument)}`,
    );
  }
  for (const field of argument.keys()) {
    if (!allowed.includes(field))
      throw mongoError(40415, `BSON field '${name}.${field}' is an unknown field.`);
  }
  for (const field of allowed) {
    if (!argument.has(field))
      throw mongoError(40414, `BSON field '${name}.${field}' is missing but a required field`);
  }
  return argument;
}
