import { Document, isDocument, isNumber, Regex, typeAlias, typeOf, type Value } from '../../bson/index.js';
import { compare, keyOf } from '../../compare/index.js';
import { mongoError } from '../../error/index.js';
import { compileFilter, isOperatorObject, parseFilter } from '../../query/index.js';
import type { Modify } from '../context.js';
import { describe, describeField } from '../describe.js';
import type { LeafOptions } from './index.js';

const typeName = (value: Value) => typeAlias(typeOf(value));

/** Adds what is not there yet; `{$each: […]}` adds several. */
export function addToSet(value: Value, _path: string, { collation }: LeafOptions): Modify {
  const additions = eachOf(value);
  const key = (item: Value) => keyOf(item, collation?.stringKey);
  return (current, run) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw mongoError(
        'BadValue',
        `Cannot apply $addToSet to non-array field. Field named '${run.path.at(-1)}' has non-array type ${typeName(current)}`,
      );
    }
    const seen = new Set(current?.map(key));
    const added = additions.filter((item) => {
      const known = seen.has(key(item));
      seen.add(key(item));
      return !known;
    });
    return current !== undefined && added.length === 0 ? current : [...(current ?? []), ...added];
  };
}

function eachOf(value: Value): Value[] {
  if (!isDocument(value) || value.keys()[0] !== '$each') return [value];
  const each = value.get('$each') as Value;
  if (!Array.isArray(each)) {
    throw mongoError(
      'TypeMismatch',
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`,
    );
  }
  if (value.size > 1) {
    throw mongoError('BadValue', `Found unexpected fields after $each in $addToSet: ${describe(value)}`);
  }
  return each;
}

/** Takes the last (1) or first (-1) element. */
export function pop(value: Value, path: string): Modify {
  if (!isNumber(value))
    throw mongoError('FailedToParse', `Expected a number in: ${describeField(path, value)}`);
  const last = compare(value, 1) === 0;
  if (!last && compare(value, -1) !== 0) {
    throw mongoError('FailedToParse', `$pop expects 1 or -1, found: ${describe(value)}`);
  }
  return (current, run) => {
    if (current === undefined) return undefined;
    if (!Array.isArray(current)) {
      throw mongoError(
        'TypeMismatch',
        `Path '${run.at}' contains an element of non-array type '${typeName(current)}'`,
      );
    }
    if (current.length === 0) return current;
    return last ? current.slice(0, -1) : current.slice(1);
  };
}

/** Takes out every element that the condition matches. */
export function pull(value: Value, _path: string, options: LeafOptions): Modify {
  return removing(pullPredicate(value, options));
}

/** Takes out every element that equals one of the list. */
export function pullAll(value: Value, _path: string, { collation }: LeafOptions): Modify {
  if (!Array.isArray(value)) {
    throw mongoError('BadValue', `$pullAll requires an array argument but was given a ${typeName(value)}`);
  }
  const keys = new Set(value.map((item) => keyOf(item, collation?.stringKey)));
  return removing((item) => keys.has(keyOf(item, collation?.stringKey)));
}

function removing(matches: (item: Value) => boolean): Modify {
  return (current) => {
    if (current === undefined) return undefined;
    if (!Array.isArray(current)) throw mongoError('BadValue', 'Cannot apply $pull to a non-array value');
    const kept = current.filter((item) => !matches(item));
    return kept.length === current.length ? current : kept;
  };
}

const NESTED = { nested: true, allowWhere: false };

/**
 * Fields ask an element that is an object; operators ask the element as if it were a field's value, so that an array
 * as an element is entered; anything else is to be equal.
 */
function pullPredicate(value: Value, options: LeafOptions): (item: Value) => boolean {
  if (!isDocument(value) && !(value instanceof Regex)) {
    return (item) => compare(item, value, options.collation?.compare) === 0;
  }
  const ofElement =
    value instanceof Regex || (isOperatorObject(value) && !LOGICAL.has(value.keys()[0] as string));
  const matches = compileFilter(parseFilter(ofElement ? Document.of([['', value]]) : value, NESTED), options);
  if (ofElement) return (item) => matches(Document.of([['', item]]));
  return (item) => item instanceof Document && matches(item);
}

const LOGICAL = new Set(['$and', '$or', '$nor']);
