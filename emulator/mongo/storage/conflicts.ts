import { Document } from '../bson/index.js';
import { ErrorCode, MongoError } from '../error/index.js';
import type { DocumentIndex } from '../index/index.js';
import { valueText } from '../index/value-text.js';

/** Another transaction has written the same document. `until` resolves when that one has ended. */
export class WriteConflictError extends MongoError {
  readonly until: Promise<void>;

  constructor(until: Promise<void>) {
    super(
      ErrorCode.WriteConflict,
      'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
    );
    this.until = until;
  }
}

/** mongod's E11000, with `keyPattern` and `keyValue`. */
export function duplicateKeyError(
  namespace: string,
  index: DocumentIndex,
  document: Document,
  key: string,
): MongoError {
  const keyValue = new Document();
  const tuple = index.tupleOf(document, key);
  index.parts.forEach((part, field) => void keyValue.set(part.path, tuple[field] ?? null));
  const extra = new Document().set('keyPattern', index.spec.key).set('keyValue', keyValue);
  const { collation } = index.spec;
  const note = collation === undefined ? '' : ` collation: ${valueText(collation.toDocument())}`;
  return new MongoError(
    ErrorCode.DuplicateKey,
    `E11000 duplicate key error collection: ${namespace} index: ${index.spec.name}${note} dup key: ${valueText(keyValue)}`,
    { extra },
  );
}
