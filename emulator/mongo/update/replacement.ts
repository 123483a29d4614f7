import { Document, Timestamp, type Value } from '../bson/index.js';
import { compare } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import type { UpdateContext } from './context.js';
import { describe } from './describe.js';

/** Checks a whole new document: no operators at its top. */
export function checkReplacement(replacement: Document): void {
  for (const name of replacement.keys()) {
    if (!name.startsWith('$')) continue;
    throw mongoError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's ` +
        'replacement document. Consider using an aggregation pipeline with $replaceWith.',
    );
  }
}

/** The replacement with the old document's `_id`, in front; empty timestamps at its top become the present one. */
export function replaceWith(replacement: Document, document: Document, context: UpdateContext): Document {
  const id = replacement.get('_id') ?? document.get('_id');
  const result = replacement.clone();
  if (id !== undefined && result.keys()[0] !== '_id') result.insertFirst('_id', id);
  return withTimestamps(result, context);
}

/** Fills `Timestamp(0, 0)` at the top of a document that is about to be stored, but for `_id`. */
export function withTimestamps(document: Document, context: UpdateContext): Document {
  for (const [name, value] of document) {
    if (value instanceof Timestamp && value.t === 0 && value.i === 0 && name !== '_id') {
      document.set(name, context.timestamp());
    }
  }
  return document;
}

/** Throws 66 when an update would change `_id`, 53 and 52 when it would be none that may be stored. */
export function checkId(before: Value | undefined, after: Value | undefined, replaced: boolean): void {
  if (Object.is(before, after)) return;
  if (before === undefined) {
    checkNewId(after);
    return;
  }
  if (after !== undefined && compare(before, after) === 0) return;
  if (replaced) {
    throw mongoError(
      'ImmutableField',
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${describe(after)}`,
    );
  }
  throw mongoError(
    'ImmutableField',
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}

/** What cannot be an `_id`: an array, a regular expression, undefined, an object with a `$` name. */
export function checkNewId(id: Value | undefined): void {
  if (typeof id !== 'object' || id === null) return;
  const kind = Array.isArray(id) ? 'array' : UNFIT.get(id.bsonType);
  if (kind !== undefined) throw mongoError(53, `The '_id' value cannot be of type ${kind}`);
  if (!(id instanceof Document)) return;
  const name = id.keys().find((key) => key.startsWith('$'));
  if (name !== undefined) {
    throw mongoError(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`,
    );
  }
}

const UNFIT = new Map<number, string>([
  [6, 'undefined'],
  [11, 'regex'],
]);
