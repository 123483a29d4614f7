import type { Condition, Filter } from '../query/index.js';

/** One condition on one path that every result fulfils. */
export interface Predicate {
  path: string;
  condition: Condition;
  /** The `$elemMatch` it stands in: those of one hold for the same element. */
  element: object | undefined;
  /** Bounds on it do not say all that the filter says (it stands in an `$elemMatch`). */
  partly: boolean;
}

/** A filter taken apart into what must hold together. */
export interface Conjunction {
  predicates: Predicate[];
  /** `$or`s that must hold as well. */
  ors: Filter[][];
  /** There is more to check than predicates and `$or`s. */
  others: boolean;
}

export function conjunctionOf(filter: Filter): Conjunction {
  const found: Conjunction = { predicates: [], ors: [], others: false };
  collect(filter, '', undefined, found);
  return found;
}

function collect(filter: Filter, prefix: string, element: object | undefined, found: Conjunction): void {
  if (filter.kind === 'and') {
    for (const part of filter.filters) collect(part, prefix, element, found);
  } else if (filter.kind === 'field') {
    collectField(prefix + filter.path, filter.condition, element, found);
  } else if (filter.kind === 'or' && element === undefined) {
    if (filter.filters.length === 1) collect(filter.filters[0] as Filter, prefix, element, found);
    else found.ors.push(filter.filters);
  } else if (!(filter.kind === 'constant' && filter.value)) {
    found.others = true;
  }
}

function collectField(
  path: string,
  condition: Condition,
  element: object | undefined,
  found: Conjunction,
): void {
  if (condition.kind === 'test' && condition.test.kind === 'elemMatchObject') {
    found.others = true;
    collect(condition.test.filter, `${path}.`, element ?? condition.test, found);
    return;
  }
  found.predicates.push({ path, condition, element, partly: element !== undefined });
}
