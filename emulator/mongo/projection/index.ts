import type { Document } from '../bson/index.js';
import { compileMatcher, matchPosition } from '../query/index.js';
import { compileTree } from './apply.js';
import { positionalAt, sliceAt } from './find-features.js';
import { type ProjectionOptions, parseProjection } from './parse.js';

export type { ProjectionOptions } from './parse.js';

/** A compiled projection. */
export interface Projection {
  /** False when fields are taken away rather than picked. */
  inclusion: boolean;
  /** A new document; the given one is not changed. Errors: 51246, 51247 and those of expressions. */
  apply(document: Document): Document;
}

/** Compiles the projection of a find, or of `$project`. Errors as mongod, with its codes. */
export function compileProjection(spec: Document, options: ProjectionOptions): Projection {
  const { inclusion, root, slices, positional } = parseProjection(spec, options);
  const project = compileTree(root, inclusion);
  const cuts = slices.map(({ names, slice }) => sliceAt(names, slice));
  const pick = positional === undefined ? undefined : positionalOf(positional, options);
  if (cuts.length === 0 && pick === undefined) return { inclusion, apply: project };
  return {
    inclusion,
    apply(document) {
      const projected = project(document);
      const picked = pick === undefined ? projected : pick(projected, document);
      return cuts.reduce((result, cut) => cut(result), picked);
    },
  };
}

/** `$expr` in the filter of a positional projection is refused (224), as mongod does. */
function positionalOf(names: readonly string[], { filter, collation }: ProjectionOptions) {
  if (filter === undefined) return undefined;
  const match = compileMatcher(filter, { collation });
  return positionalAt(names, (document) => matchPosition(match, document));
}
