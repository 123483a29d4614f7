import type { Document } from '../bson/document.js';
import { ErrorCode } from './codes.js';

export type ErrorName = keyof typeof ErrorCode;

const NAMES = new Map<number, string>(Object.entries(ErrorCode).map(([name, code]) => [code, name]));

/** MongoDB's name of an error code; `Location<code>` for those that have none. */
export function codeName(code: number): string {
  return NAMES.get(code) ?? `Location${code}`;
}

/** What an error may carry besides code and text. */
export interface ErrorDetails {
  /** `errorLabels` of the reply. */
  labels?: readonly string[];
  /** Fields that the reply (or the write error) carries, such as `keyPattern`, `keyValue`, `errInfo`. */
  extra?: Document;
}

/** A failure in MongoDB's own words: it becomes `{ok: 0, errmsg, code, codeName}` or an entry of `writeErrors`. */
export class MongoError extends Error {
  override readonly name = 'MongoError';
  readonly code: number;
  readonly labels: readonly string[];
  readonly extra: Document | undefined;

  constructor(code: number, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.labels = details.labels ?? [];
    this.extra = details.extra;
  }

  get codeName(): string {
    return codeName(this.code);
  }
}

/** Builds the error with a named code (`BadValue`) or a Location code (`40415`). */
export function mongoError(code: ErrorName | number, message: string, details?: ErrorDetails): MongoError {
  return new MongoError(typeof code === 'number' ? code : ErrorCode[code], message, details);
}
