import type { Document } from '../bson/index.js';
import type { Collate, StringKey } from '../compare/index.js';
import { CollationKeys } from './collation-keys.js';
import { collatorFor } from './collator.js';
import { type CollationSpec, parseSpec, specDocument } from './spec.js';

export type { CollationSpec } from './spec.js';

/** How strings compare in a command, an index or a collection; none at all is MongoDB's `simple` collation. */
export interface Collation {
  readonly spec: CollationSpec;
  /** Orders strings; 0 for those that count as equal. */
  readonly compare: Collate;
  /** Keys that order and join as `compare` does; for `keyOf`. Comparable within this process only. */
  readonly stringKey: StringKey;
  /** The spec with all defaults, as commands show it. */
  toDocument(): Document;
}

/** One per spec, so that keys made by an index and by a query are comparable. */
const known = new Map<string, Collation>();
const MOST_KNOWN = 200;

/** Reads a `collation` argument; `undefined` for `{locale: "simple"}`. Errors as mongod: 2, 14, 161, 40414, 40415. */
export function parseCollation(source: Document): Collation | undefined {
  const spec = parseSpec(source);
  if (spec.locale === 'simple') return undefined;
  const name = JSON.stringify(spec);
  const found = known.get(name);
  if (found !== undefined) return found;
  const compare = collatorFor(spec);
  const keys = new CollationKeys(compare);
  const collation: Collation = {
    spec,
    compare,
    stringKey: (text) => keys.keyOf(text),
    toDocument: () => specDocument(spec),
  };
  if (known.size < MOST_KNOWN) known.set(name, collation);
  return collation;
}
