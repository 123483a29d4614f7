import { Document, isDocument, isNumber, typeAlias, typeOf, type Value } from '../../bson/index.js';
import { compare } from '../../compare/index.js';
import { mongoError } from '../../error/index.js';
import { asWhole } from '../../query/index.js';
import { compileSort } from '../../sort/index.js';
import type { Modify } from '../context.js';
import { describe } from '../describe.js';
import { unlessSame } from './fields.js';
import type { LeafOptions } from './index.js';

type Order = (a: Value, b: Value) => number;

interface Push {
  each: Value[];
  position: number | undefined;
  slice: number | undefined;
  order: Order | undefined;
}

/** Appends a value; with `$each` several, at `$position`, then sorted by `$sort`, then cut by `$slice`. */
export function push(value: Value, _path: string, options: LeafOptions): Modify {
  const parsed = isDocument(value) && value.has('$each') ? parsePush(value, options) : plainPush(value);
  return (current, run) => {
    if (current !== undefined && !Array.isArray(current)) {
      throw mongoError(
        'BadValue',
        `The field '${run.at}' must be an array but is of type ${typeAlias(typeOf(current))} in document ` +
          `{_id: ${describe(run.id)}}`,
      );
    }
    return unlessSame(current, pushed(current ?? [], parsed));
  };
}

function plainPush(value: Value): Push {
  return { each: [value], position: undefined, slice: undefined, order: undefined };
}

function pushed(current: readonly Value[], { each, position, slice, order }: Push): Value[] {
  const at = position === undefined ? current.length : clamp(position, current.length);
  const result = [...current.slice(0, at), ...each, ...current.slice(at)];
  if (order !== undefined) result.sort(order);
  if (slice === undefined) return result;
  return slice >= 0 ? result.slice(0, slice) : result.slice(slice);
}

/** A negative position counts from the end. */
function clamp(position: number, length: number): number {
  return position >= 0 ? Math.min(position, length) : Math.max(length + position, 0);
}

function parsePush(clauses: Document, options: LeafOptions): Push {
  const parsed = plainPush(null);
  for (const [name, value] of clauses) {
    switch (name) {
      case '$each':
        parsed.each = parseEach(value);
        break;
      case '$position':
        parsed.position = wholeNumber(
          value,
          (type) => `The value for $position must be an integer value, not of type: ${type}`,
        );
        break;
      case '$slice':
        parsed.slice = wholeNumber(
          value,
          (type) => `The value for $slice must be an integer value but was given type: ${type}`,
        );
        break;
      case '$sort':
        parsed.order = parseOrder(value, options);
        break;
      default:
        throw mongoError('BadValue', `Unrecognized clause in $push: ${name}`);
    }
  }
  return parsed;
}

function parseEach(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  throw mongoError(
    'BadValue',
    `The argument to $each in $push must be an array but it was of type: ${typeAlias(typeOf(value))}`,
  );
}

function wholeNumber(value: Value, text: (type: string) => string): number {
  const whole = isNumber(value) ? asWhole(value) : undefined;
  if (whole === undefined) throw mongoError('BadValue', text(typeAlias(typeOf(value))));
  return Number(whole);
}

/** `1` or `-1` sort whole elements, `{a: 1, "b.c": -1}` by fields of objects. */
function parseOrder(value: Value, { collation }: LeafOptions): Order {
  if (isDocument(value)) return fieldOrder(value, { collation });
  const ascending = isNumber(value) && compare(value, 1) === 0;
  if (!ascending && !(isNumber(value) && compare(value, -1) === 0)) {
    throw mongoError(
      'BadValue',
      isNumber(value)
        ? 'The $sort element value must be either 1 or -1'
        : 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  const direction = ascending ? 1 : -1;
  return (a, b) => direction * compare(a, b, collation?.compare);
}

function fieldOrder(pattern: Document, options: LeafOptions): Order {
  if (pattern.size === 0)
    throw mongoError('BadValue', 'The $sort pattern is empty when it should be a set of fields.');
  for (const [name, value] of pattern) checkOrderField(name, value);
  const sorter = compileSort(pattern, options);
  const asDocument = (value: Value) => (value instanceof Document ? value : Document.of({}));
  return (a, b) => sorter.compare(asDocument(a), asDocument(b));
}

function checkOrderField(name: string, value: Value): void {
  const valid = isNumber(value) && (compare(value, 1) === 0 || compare(value, -1) === 0);
  if (!valid) throw mongoError('BadValue', 'The $sort element value must be either 1 or -1');
  if (name === '') throw mongoError('BadValue', 'The $sort field cannot be empty');
  if (name.split('.').some((part) => part === '')) {
    throw mongoError('BadValue', `The $sort field is a dotted field but has an empty part: ${name}`);
  }
}
