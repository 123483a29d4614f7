import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { compileMatcher, type DocumentMatch } from '../../query/index.js';
import type { Collection } from '../../storage/index.js';

const compiled = new WeakMap<Document, DocumentMatch>();

/** Refuses a document that a collection's validator does not let in. `before` is what an update found. */
export function assertValid(collection: Collection, document: Document, before?: Document): void {
  const { shown } = collection.options;
  const validator = shown.get('validator');
  if (!(validator instanceof Document) || validator.size === 0) return;
  const level = shown.get('validationLevel');
  if (level === 'off' || shown.get('validationAction') === 'warn') return;
  const matches = matcherOf(validator);
  if (matches(document)) return;
  if (level === 'moderate' && before !== undefined && !matches(before)) return;
  const extra = Document.of({ errInfo: { failingDocumentId: document.get('_id') ?? null } });
  throw mongoError('DocumentValidationFailure', 'Document failed validation', { extra });
}

function matcherOf(validator: Document): DocumentMatch {
  let matches = compiled.get(validator);
  if (matches === undefined) {
    matches = compileMatcher(validator);
    compiled.set(validator, matches);
  }
  return matches;
}
