import { Regex, type Value } from '../bson/index.js';
import type { Condition, Filter, Test } from './ast.js';

/**
 * The order in which mongod evaluates the parts of an `$and`: by kind of expression, then by path. It shows in the
 * position that `$` stands for, which is that of the last part that went through an array.
 */
const ORDER: readonly string[] = [
  'and',
  'or',
  'elemMatchObject',
  'elemMatchValue',
  'size',
  'eq',
  'lte',
  'lt',
  'gt',
  'gte',
  'regex',
  'mod',
  'exists',
  'in',
  'bits',
  'not',
  'nor',
  'type',
];
const RANKS = new Map(ORDER.map((kind, rank) => [kind, rank]));

/** The parts of an `$and`, nested ones taken in, in the order mongod evaluates them. */
export function orderedParts(filters: readonly Filter[]): Filter[] {
  const parts = filters.flatMap((filter) =>
    filter.kind === 'and' ? orderedParts(filter.filters) : [filter],
  );
  const pathOf = (filter: Filter) => (filter.kind === 'field' ? filter.path : '');
  return parts.sort((a, b) => {
    const order = rankOf(a) - rankOf(b);
    if (order !== 0 || pathOf(a) === pathOf(b)) return order;
    return pathOf(a) < pathOf(b) ? -1 : 1;
  });
}

function rankOf(filter: Filter): number {
  return RANKS.get(filter.kind === 'field' ? kindOf(filter.condition) : filter.kind) ?? ORDER.length;
}

function kindOf(condition: Condition): string {
  if (condition.kind === 'not') return 'not';
  return condition.test.kind === 'compare' ? condition.test.operator : condition.test.kind;
}

/** An `$or` of equalities on one path is an `$in`; `undefined` when it is anything else. */
export function asIn(filters: readonly Filter[]): Filter | undefined {
  const [first] = filters;
  if (first?.kind !== 'field' || filters.length < 2) return undefined;
  const values: Value[] = [];
  for (const filter of filters) {
    const value =
      filter.kind === 'field' && filter.path === first.path ? equalTo(filter.condition) : undefined;
    if (value === undefined) return undefined;
    values.push(value);
  }
  const regexes = values.filter((value) => value instanceof Regex);
  return {
    kind: 'field',
    path: first.path,
    condition: { kind: 'test', test: { kind: 'in', values, regexes } },
  };
}

function equalTo(condition: Condition): Value | undefined {
  if (condition.kind !== 'test') return undefined;
  const { test }: { test: Test } = condition;
  if (test.kind === 'regex') return new Regex(test.pattern, test.options);
  return test.kind === 'compare' && test.operator === 'eq' ? test.value : undefined;
}
