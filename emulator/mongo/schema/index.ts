import type { Document } from '../bson/index.js';
import { compileFilter, type MatchOptions, parseFilter } from '../query/index.js';
import { explainMismatch } from './explain.js';

/** A collection's validator, compiled. */
export interface Validator {
  accepts(document: Document): boolean;
  /** `errInfo.details` for a document that is not accepted. */
  explain(document: Document): Document;
}

/** Compiles a validator: a filter without `$where`, `$text` and `$near`. Errors as mongod. */
export function compileValidator(filter: Document, options: MatchOptions = {}): Validator {
  const parsed = parseFilter(filter, {
    nested: false,
    allowWhere: false,
    allowText: false,
    allowNear: false,
  });
  return {
    accepts: compileFilter(parsed, options),
    explain: (document) => explainMismatch(parsed, document, options),
  };
}
