import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { typeName } from '../expression/operator.js';

/** The error for an argument of the wrong type. */
export const wrongType = (field: string, value: Value | undefined, expected: string, code = 9) =>
  mongoError(code, `${field} must be ${expected}, but found ${typeName(value)}`);

/** The other collection: a name, or `{db, coll}` where that is allowed. */
export function foreignName(from: Value | undefined, stage: string): string {
  if (typeof from !== 'string') throw wrongType(`${stage} argument 'from'`, from, 'a string');
  if (from === '' || from.startsWith('.') || from.includes('\0'))
    throw mongoError('InvalidNamespace', `Invalid namespace specified: ${from}`);
  return from;
}

/** Name of the first stage of a pipeline. */
export function firstStage(pipeline: Value | undefined): string | undefined {
  return Array.isArray(pipeline) && pipeline[0] instanceof Document ? pipeline[0].keys()[0] : undefined;
}
