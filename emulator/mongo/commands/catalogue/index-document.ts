import { Document } from '../../bson/index.js';
import type { IndexSpec } from '../../index/index.js';

/** An index as listIndexes shows it. */
export function indexDocument(spec: IndexSpec): Document {
  const shown = Document.of({ v: 2, key: spec.key, name: spec.name });
  for (const flag of ['unique', 'sparse', 'hidden', 'prepareUnique'] as const)
    if (spec[flag] === true) shown.set(flag, true);
  if (spec.expireAfterSeconds !== undefined) shown.set('expireAfterSeconds', spec.expireAfterSeconds);
  if (spec.partialFilterExpression !== undefined)
    shown.set('partialFilterExpression', spec.partialFilterExpression);
  if (spec.collation !== undefined) shown.set('collation', spec.collation.toDocument());
  for (const [name, value] of spec.others ?? []) shown.set(name, value);
  return shown;
}
