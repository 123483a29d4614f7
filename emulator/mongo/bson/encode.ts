import { mongoError } from '../error/index.js';
import type { Document } from './document.js';
import { BsonWriter } from './writer.js';

/** Largest document of a user, in bytes. */
export const MAX_DOCUMENT_SIZE = 16 * 1024 * 1024;
/** Commands and replies may be 16 KB larger than the documents they carry (`BSONObjMaxInternalSize`). */
export const MAX_INTERNAL_SIZE = MAX_DOCUMENT_SIZE + 16 * 1024;

const writer = new BsonWriter();

/** Encodes a document. One larger than 16 MB + 16 KB is MongoDB's BSONObjectTooLarge. */
export function encode(document: Document): Buffer {
  writer.reset();
  writer.document(document);
  if (writer.length > MAX_INTERNAL_SIZE) throw tooLarge(writer.length);
  return writer.copy();
}

function tooLarge(size: number): Error {
  const hex = size.toString(16).toUpperCase();
  return mongoError(
    'BSONObjectTooLarge',
    `BSONObj size: ${size} (0x${hex}) is invalid. Size must be between 0 and ${MAX_INTERNAL_SIZE}(16MB)`,
  );
}
