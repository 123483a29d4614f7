import type { Document } from '../../bson/index.js';

/** What a projection makes of a document; `undefined` when it is to stay as it is. */
export function projector(
  projection: Document | undefined,
  _filter: Document,
): ((document: Document) => Document) | undefined {
  if (projection === undefined || projection.size === 0) return undefined;
  throw new Error('no projections yet');
}
