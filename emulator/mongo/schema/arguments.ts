import {
  type Document,
  isDocument,
  isNumber,
  type NumberValue,
  typeAlias,
  typeOf,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { asWhole } from '../query/values.js';

function wrongType(keyword: string, expected: string, value: Value) {
  return mongoError(
    'TypeMismatch',
    `$jsonSchema keyword '${keyword}' must be ${expected}, but found an element of type ${typeAlias(typeOf(value))}`,
  );
}

/** Readers of keyword arguments; each throws 14 for a wrong type and 9 for a wrong value, as mongod. */
export function objectArgument(keyword: string, value: Value): Document {
  if (!isDocument(value)) throw wrongType(keyword, 'an object', value);
  return value;
}

export function booleanArgument(keyword: string, value: Value): boolean {
  if (typeof value !== 'boolean') throw wrongType(keyword, 'a boolean', value);
  return value;
}

export function stringArgument(keyword: string, value: Value): string {
  if (typeof value !== 'string') throw wrongType(keyword, 'a string', value);
  return value;
}

export function numberArgument(keyword: string, value: Value): NumberValue {
  if (!isNumber(value)) throw wrongType(keyword, 'a number', value);
  return value;
}

/** A count: 9 also for a wrong type. */
export function countArgument(keyword: string, value: Value): number {
  const whole = isNumber(value) ? asWhole(value) : undefined;
  if (whole === undefined) {
    throw mongoError('FailedToParse', `$jsonSchema keyword '${keyword}' must be a whole number`);
  }
  if (whole < 0n) {
    throw mongoError('FailedToParse', `$jsonSchema keyword '${keyword}' cannot be negative`);
  }
  return Number(whole);
}

export function arrayArgument(keyword: string, value: Value): Value[] {
  if (!Array.isArray(value)) throw wrongType(keyword, 'an array', value);
  return value;
}

export function filledArray(keyword: string, value: Value): Value[] {
  const items = arrayArgument(keyword, value);
  if (items.length === 0) {
    throw mongoError('FailedToParse', `$jsonSchema keyword '${keyword}' must be a non-empty array`);
  }
  return items;
}

/** Names of properties: a non-empty array of different strings. */
export function namesArgument(keyword: string, value: Value): string[] {
  const names = filledArray(keyword, value).map((item) => {
    if (typeof item !== 'string') throw wrongType(keyword, 'an array of strings', item);
    return item;
  });
  if (new Set(names).size < names.length) {
    throw mongoError(
      'FailedToParse',
      `$jsonSchema keyword '${keyword}' array cannot contain duplicate values`,
    );
  }
  return names;
}
