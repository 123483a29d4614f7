import { BsonDate, Document, encode } from '../../bson/index.js';
import type { Collation } from '../../collation/index.js';
import { mongoError } from '../../error/index.js';
import { compileExpression, type Runtime } from '../../expression/index.js';
import { compileValidator, type Validator } from '../../schema/index.js';
import type { Collection } from '../../storage/index.js';
import type { ClusterServer } from '../cluster-server.js';
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
  const compiledValidator = validatorOf(server, collection, validator);
  if (compiledValidator.accepts(document)) return;
  if (level === 'moderate' && before !== undefined && !compiledValidator.accepts(before)) return;
  const failingDocumentId = document.get('_id') ?? null;
  const extra = Document.of({ errInfo: { failingDocumentId, details: compiledValidator.explain(document) } });
  if (!isEncodable(extra)) extra.delete('errInfo');
  throw mongoError('DocumentValidationFailure', 'Document failed validation', { extra });
}

/** False for an explanation nested deeper than BSON may be; mongod leaves such a one out. */
function isEncodable(document: Document): boolean {
  try {
    encode(Document.of({ writeErrors: [document] }));
    return true;
  } catch {
    return false;
  }
}

/** Refuses a validator that documents could not be held against. */
export function checkValidator(
  { server }: CommandContext,
  validator: Document,
  collation: Collation | undefined,
): void {
  compileFor(server, validator, collation);
}

/** A validator compares strings by the collection's collation. */
function validatorOf(server: ClusterServer, collection: Collection, validator: Document): Validator {
  let known = compiled.get(validator);
  if (known === undefined) {
    known = compileFor(server, validator, collection.options.collation);
    compiled.set(validator, known);
  }
  return known;
}

function compileFor(server: ClusterServer, validator: Document, collation: Collation | undefined): Validator {
  const runtime = validatorRuntime(server, collation);
  return compileValidator(validator, {
    collation,
    compileExpression: (expression) => compileExpression(expression, runtime),
  });
}

/** A validator is compiled once, so that its `$$NOW` and `$$CLUSTER_TIME` are asked for each time. */
function validatorRuntime({ clock, storage }: ClusterServer, collation: Collation | undefined): Runtime {
  return {
    collation,
    get now() {
      return new BsonDate(clock.now());
    },
    get clusterTime() {
      return storage.opClock.latest;
    },
    random: Math.random,
  };
}
