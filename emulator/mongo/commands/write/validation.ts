import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { compileValidator, type Validator } from '../../schema/index.js';
import type { Collection } from '../../storage/index.js';

const compiled = new WeakMap<Document, Validator>();

/** Refuses a document that a collection's validator does not let in. `before` is what an update found. */
export function assertValid(collection: Collection, document: Document, before?: Document): void {
  const { shown } = collection.options;
  const validator = shown.get('validator');
  if (!(validator instanceof Document) || validator.size === 0) return;
  const level = shown.get('validationLevel');
  if (level === 'off' || shown.get('validationAction') === 'warn') return;
  const compiledValidator = validatorOf(collection, validator);
  if (compiledValidator.accepts(document)) return;
  if (level === 'moderate' && before !== undefined && !compiledValidator.accepts(before)) return;
  const failingDocumentId = document.get('_id') ?? null;
  const extra = Document.of({ errInfo: { failingDocumentId, details: compiledValidator.explain(document) } });
  throw mongoError('DocumentValidationFailure', 'Document failed validation', { extra });
}

/** A validator compares strings by the collection's collation. */
function validatorOf(collection: Collection, validator: Document): Validator {
  let known = compiled.get(validator);
  if (known === undefined) {
    known = compileValidator(validator, { collation: collection.options.collation });
    compiled.set(validator, known);
  }
  return known;
}
