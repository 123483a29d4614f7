import { Document, type Value } from '../bson/index.js';
import { identical } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { type Filter, type MatchOptions, parseFilter } from '../query/index.js';
import type { UpdateContext } from './context.js';
import { compileModifiers } from './modifiers.js';
import { checkId, checkNewId, checkReplacement, replaceWith, withTimestamps } from './replacement.js';
import { equalitiesOf } from './upsert.js';

export type { UpdateContext } from './context.js';
export { describe } from './describe.js';
export { checkNewId, withTimestamps } from './replacement.js';

export interface UpdateOptions extends MatchOptions {
  arrayFilters?: readonly Value[] | undefined;
  /** Compiles an update given as a pipeline; checks that its stages are allowed there. */
  compilePipeline?: ((stages: readonly Value[]) => (document: Document) => Document) | undefined;
}

export interface UpdateResult {
  document: Document;
  /** False when the result has the same bytes as the original. */
  modified: boolean;
}

/** A compiled update. The document given is never changed; what stays the same is shared with it. */
export interface Update {
  kind: 'modifiers' | 'replacement' | 'pipeline';
  /** True when the update uses `$`: the matched position has to be in the context. */
  positional: boolean;
  /** Errors: 2, 14, 28, 34, 40, 53, 66 … as mongod. */
  apply(document: Document, context: UpdateContext): UpdateResult;
  /** The document an upsert inserts; `newId` makes its `_id` where neither filter nor update tells one. */
  insert(filter: Document, context: UpdateContext, newId: () => Value): Document;
}

type Transform = (document: Document, context: UpdateContext) => Document;

/** Compiles an update: modifiers, a replacement or a pipeline. Errors: 2, 9, 14, 40, 52, 56 … as mongod. */
export function compileUpdate(spec: Document | readonly Value[], options: UpdateOptions = {}): Update {
  if (!(spec instanceof Document)) return compileStages(spec, options);
  if (spec.keys()[0]?.startsWith('$') === true) {
    const { apply, positional } = compileModifiers(spec, options.arrayFilters ?? [], options);
    return updateOf({ kind: 'modifiers', positional, comparesBytes: false }, apply);
  }
  checkReplacement(spec);
  if ((options.arrayFilters?.length ?? 0) > 0) {
    throw mongoError('FailedToParse', 'arrayFilters may not be specified for replacement-style updates');
  }
  // mongod compares the replacement as it was sent: without an `_id` it never is what was there.
  return updateOf(
    { kind: 'replacement', positional: false, comparesBytes: spec.has('_id') },
    (document, context) => replaceWith(spec, document, context),
  );
}

function compileStages(stages: readonly Value[], options: UpdateOptions): Update {
  if (options.arrayFilters !== undefined) {
    throw mongoError('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates');
  }
  if (options.compilePipeline === undefined) {
    throw mongoError('FailedToParse', 'Pipeline-style updates are not allowed here');
  }
  const run = options.compilePipeline(stages);
  return updateOf({ kind: 'pipeline', positional: false, comparesBytes: true }, (document) =>
    withOldId(run(document), document),
  );
}

/** A pipeline that drops `_id` keeps the old one. */
function withOldId(result: Document, document: Document): Document {
  const id = document.get('_id');
  return id === undefined || result.has('_id') ? result : result.clone().insertFirst('_id', id);
}

interface UpdateForm extends Pick<Update, 'kind' | 'positional'> {
  /** Whether a new document with the old one's bytes counts as no change. */
  comparesBytes: boolean;
}

function updateOf({ kind, positional, comparesBytes }: UpdateForm, transform: Transform): Update {
  return {
    kind,
    positional,
    apply(document, context) {
      const result = transform(document, context);
      if (result === document) return { document, modified: false };
      checkId(document.get('_id'), result.get('_id'), kind !== 'modifiers');
      const modified = !comparesBytes || !identical(document, result);
      return { document: modified ? result : document, modified };
    },
    insert(filter, context, newId) {
      const start = startOf(parseFilter(filter), kind);
      const result = transform(start, { ...context, inserting: true });
      checkId(start.get('_id'), result.get('_id'), kind !== 'modifiers');
      return completed(result, start, context, newId);
    },
  };
}

/** A replacement takes nothing but `_id` from the filter. */
function startOf(filter: Filter, kind: Update['kind']): Document {
  const equalities = equalitiesOf(filter);
  if (kind !== 'replacement') return equalities;
  const id = equalities.get('_id');
  return id === undefined ? new Document() : Document.of([['_id', id]]);
}

function completed(result: Document, start: Document, context: UpdateContext, newId: () => Value): Document {
  const document = result === start ? start : result.clone();
  const id = document.get('_id') ?? newId();
  checkNewId(id);
  if (document.keys()[0] !== '_id') document.insertFirst('_id', id);
  return withTimestamps(document, context);
}
