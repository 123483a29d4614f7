import { Document } from '../../bson/index.js';
import type { MongoError } from '../../error/index.js';

/** The entry of `writeErrors` for a statement that failed. */
export function writeError(index: number, error: MongoError): Document {
  const entry = Document.of({ index, code: error.code });
  if (error.extra?.has('keyPattern') !== true) {
    for (const [key, value] of error.extra ?? []) entry.set(key, value);
    return entry.set('errmsg', error.message);
  }
  for (const [key, value] of error.extra) entry.set(key, value);
  return entry.set('errmsg', error.message);
}
