import {
  BsonDate,
  Document,
  type Plain,
  type PlainDocument,
  type Value,
} from '../../../../emulator/mongo/bson/index.js';
import type { MongoError } from '../../../../emulator/mongo/error/index.js';
import { compileExpression } from '../../../../emulator/mongo/expression/index.js';

/** The moment that `$$NOW` is in these tests. */
export const NOW = Date.UTC(2030, 0, 2, 3, 4, 5, 678);

/** What an expression gives for a document; `undefined` is missing. */
export function evaluate(expression: Plain, document: PlainDocument = {}): Value | undefined {
  const wrapped = Document.of({ expression });
  const runtime = { now: new BsonDate(NOW), random: () => 0.5 };
  return compileExpression(wrapped.get('expression') as Value, runtime)(Document.of(document));
}

/** The code of the error that an expression ends in. */
export function codeOf(expression: Plain, document: PlainDocument = {}): number | undefined {
  try {
    evaluate(expression, document);
    return undefined;
  } catch (error) {
    return (error as MongoError).code;
  }
}
