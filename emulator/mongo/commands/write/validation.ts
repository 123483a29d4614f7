import type { Clock } from '../../../../src/core/clock.js';
import { BsonDate, Document } from '../../bson/index.js';
import type { Collation } from '../../collation/index.js';
import { mongoError } from '../../error/index.js';
import { compileExpression, type Runtime } from '../../expression/index.js';
import { compileValidator, type Validator } from '../../schema/index.js';
import type { Collection } from '../../storage/index.js';
import type { CommandContext } from '../context.js';

const compiled = new WeakMap<Document, Validator>();

/** Refuses a document that a collection's validator does not let in. `before` is what an update found. */
export function assertValid(
  { server }: CommandContext,
  collection: Collection,
  document: Document,
  before?: Document,
): void {
  const { shown } = collection.options;
  const validator = shown.get('validator');
  if (!(validator instanceof Document) || validator.size === 0) return;
  const level = shown.get('validationLevel');
  if (level === 'off' || shown.get('validationAction') === 'warn') return;
  const compiledValidator = validatorOf(collection, validator, server.clock);
  if (compiledValidator.accepts(document)) return;
  if (level === 'moderate' && before !== undefined && !compiledValidator.accepts(before)) return;
  const failingDocumentId = document.get('_id') ?? null;
  const extra = Document.of({ errInfo: { failingDocumentId, details: compiledValidator.explain(document) } });
  throw mongoError('DocumentValidationFailure', 'Document failed validation', { extra });
}

/** A validator compares strings by the collection's collation. */
function validatorOf(collection: Collection, validator: Document, clock: Clock): Validator {
  let known = compiled.get(validator);
  if (known === undefined) {
    const { collation } = collection.options;
    const runtime = validatorRuntime(clock, collation);
    known = compileValidator(validator, {
      collation,
      compileExpression: (expression) => compileExpression(expression, runtime),
    });
    compiled.set(validator, known);
  }
  return known;
}

/** A validator is compiled once, so that its `$$NOW` is asked for each time. */
function validatorRuntime(clock: Clock, collation: Collation | undefined): Runtime {
  return {
    collation,
    get now() {
      return new BsonDate(clock.now());
    },
    live: true,
    random: Math.random,
  };
}
