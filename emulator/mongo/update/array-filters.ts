import { Document, isDocument, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { compileFilter, type Filter, type MatchOptions, parseFilter } from '../query/index.js';
import { type ArrayFilter, arrayName } from './tree.js';

const IDENTIFIER = /^[a-z][a-zA-Z0-9]*$/;

/** Compiles `arrayFilters`: each asks one name, `x` or `x.field`. Errors: 2, 9, 14. */
export function compileArrayFilters(
  filters: readonly Value[],
  options: MatchOptions,
): ReadonlyMap<string, ArrayFilter> {
  const compiled = new Map<string, ArrayFilter>();
  for (const filter of filters) {
    if (!isDocument(filter)) throw mongoError('TypeMismatch', 'arrayFilters must be an array of objects');
    const parsed = parseFilter(filter, {
      nested: false,
      allowWhere: true,
      allowText: false,
      allowNear: false,
    });
    const name = nameOf(parsed);
    if (compiled.has(name)) {
      throw mongoError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${name}`,
      );
    }
    const matches = compileFilter(parsed, options);
    compiled.set(name, (element) => matches(Document.of([[name, element]])));
  }
  return compiled;
}

function nameOf(filter: Filter): string {
  const names = new Set(topNames(filter));
  const [name, other] = names;
  if (name === undefined && usesExpression(filter)) {
    throw mongoError(224, '$expr is not allowed in this context');
  }
  if (name === undefined) {
    throw mongoError(
      'FailedToParse',
      'Cannot use an expression without a top-level field name in arrayFilters',
    );
  }
  if (other !== undefined) {
    throw mongoError(
      'FailedToParse',
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${name}' and '${other}'`,
    );
  }
  if (!IDENTIFIER.test(name)) {
    throw mongoError(
      'BadValue',
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string ` +
        `beginning with a lowercase letter, found '${name}'`,
    );
  }
  return name;
}

function usesExpression(filter: Filter): boolean {
  return filter.kind === 'expr' || ('filters' in filter && filter.filters.some(usesExpression));
}

function topNames(filter: Filter): string[] {
  if (filter.kind === 'field') return [filter.path.split('.')[0] as string];
  return 'filters' in filter ? filter.filters.flatMap(topNames) : [];
}

/** Every `$[name]` needs a filter, and every filter a `$[name]`. */
export function checkArrayFilters(
  filters: ReadonlyMap<string, ArrayFilter>,
  paths: readonly (readonly string[])[],
): void {
  const used = new Set<string>();
  for (const names of paths) {
    for (const name of names) {
      const identifier = arrayName(name);
      if (identifier === undefined || identifier === '') continue;
      if (!filters.has(identifier)) {
        throw mongoError(
          'BadValue',
          `No array filter found for identifier '${identifier}' in path '${names.join('.')}'`,
        );
      }
      used.add(identifier);
    }
  }
  for (const name of filters.keys()) {
    if (!used.has(name)) {
      throw mongoError(
        'FailedToParse',
        `The array filter for identifier '${name}' was not used in the update`,
      );
    }
  }
}
