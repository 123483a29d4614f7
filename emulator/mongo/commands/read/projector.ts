import type { Document } from '../../bson/index.js';
import { compileProjection } from '../../projection/index.js';
import { matchOptions } from './matcher.js';
import type { QuerySpec } from './query.js';

/** What a find's projection makes of a document; `undefined` when it is to stay as it is. */
export function projector(
  projection: Document | undefined,
  spec: Pick<QuerySpec, 'filter' | 'collation' | 'variables'>,
): ((document: Document) => Document) | undefined {
  if (projection === undefined || projection.size === 0) return undefined;
  const { apply } = compileProjection(projection, { ...matchOptions(spec), filter: spec.filter, find: true });
  return apply;
}
