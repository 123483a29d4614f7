import { compileExpression } from '../../expression/index.js';
import { compileMatcher, type DocumentMatch, type MatchOptions } from '../../query/index.js';
import type { QuerySpec } from './query.js';

/** What a filter of a command is compiled with. */
export function matchOptions({
  collation,
  variables,
}: Pick<QuerySpec, 'collation' | 'variables'>): MatchOptions {
  if (variables === undefined) return { collation };
  return {
    collation,
    compileExpression: (expression) => compileExpression(expression, variables.runtime(collation)),
    random: () => variables.runtime(collation).random(),
  };
}

/** Compiles a command's filter. */
export function matcherFor(spec: QuerySpec): DocumentMatch {
  return compileMatcher(spec.filter, matchOptions(spec));
}

/** Checks a filter without running it: an unsound one fails though there is nothing to search. */
export function checkFilter(spec: QuerySpec): void {
  matcherFor(spec);
}
