import type { Document, Value } from '../bson/index.js';
import { compileFilter, type MatchOptions, valuePredicate } from './compile.js';
import { parseElemMatch, parseFilter } from './parse.js';
import type { Capture, DocumentMatch } from './path.js';

export type { CompareOperator, Condition, Filter, Test } from './ast.js';
export { compileFilter, type MatchOptions } from './compile.js';
export { isOperatorObject, parseFilter } from './parse.js';
export type { Capture, DocumentMatch, Predicate } from './path.js';
export { asNumber, asTruncated, asWhole } from './values.js';

/** Compiles a filter to a function that tells whether a document matches. Errors as mongod, with its codes. */
export function compileMatcher(filter: Document, options: MatchOptions = {}): DocumentMatch {
  const parsed = parseFilter(filter, {
    nested: false,
    allowWhere: options.allowWhere ?? true,
    allowNear: options.allowNear ?? true,
  });
  return compileFilter(parsed, options);
}

/** The array position that a match went through last, which the positional operator `$` means; `undefined` if none. */
export function matchPosition(match: DocumentMatch, document: Document): number | undefined {
  const capture: Capture = { index: undefined };
  return match(document, capture) ? capture.index : undefined;
}

/** Compiles the argument of `$elemMatch` to a test of one element. Errors as mongod. */
export function compileElementMatcher(
  argument: Value,
  options: MatchOptions = {},
): (element: Value) => boolean {
  const condition = parseElemMatch(
    argument,
    { nested: true, allowWhere: false, allowText: false, allowNear: false },
    0,
  );
  const matches = valuePredicate([condition], options);
  return (element) => matches([element]);
}
