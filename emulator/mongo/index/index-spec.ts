import type { Document } from '../bson/index.js';
import type { Collation } from '../collation/index.js';

/** An index as `createIndexes` describes it, already validated. */
export interface IndexSpec {
  name: string;
  /** Key pattern, e.g. `{a: 1, b: -1}`. */
  key: Document;
  unique?: boolean;
  /** Refuses new duplicates, though there may be old ones (a step on the way to `unique`). */
  prepareUnique?: boolean;
  sparse?: boolean;
  hidden?: boolean;
  /** Seconds; documents are removed that long after the date in the (single) field. */
  expireAfterSeconds?: number;
  /** Only documents that match are indexed. */
  partialFilterExpression?: Document;
  /** Left out for the simple one. */
  collation?: Collation;
  /** Options that change nothing here but are shown again by listIndexes. */
  others?: Document;
}

/** Compiles a partial index's filter; the query room's, given by whoever opens the storage. */
export type CompileFilter = (
  filter: Document,
  collation: Collation | undefined,
) => (document: Document) => boolean;
