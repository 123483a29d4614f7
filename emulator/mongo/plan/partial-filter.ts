import type { Collation } from '../collation/index.js';
import { utf8Key } from '../compare/index.js';
import type { DocumentIndex } from '../index/index.js';
import { type Filter, parseFilter } from '../query/index.js';
import { isWithin } from './interval.js';
import { type Conjunction, conjunctionOf, type Predicate } from './predicates.js';
import { type BoundsContext, conditionBounds, holdsNull } from './test-bounds.js';

const parsed = new WeakMap<DocumentIndex, Filter>();

/** True when every result of a query is in the index, though it be sparse or partial. */
export function holdsAllResults(
  index: DocumentIndex,
  query: Conjunction,
  collation: Collation | undefined,
): boolean {
  return holdsSparse(index, query) && holdsPartial(index, query, collation);
}

/** A sparse index leaves out documents that have none of its fields. */
function holdsSparse(index: DocumentIndex, query: Conjunction): boolean {
  if (index.spec.sparse !== true) return true;
  return query.predicates.some(
    (predicate) => index.parts.some(({ path }) => path === predicate.path) && excludesMissing(predicate),
  );
}

function excludesMissing({ condition }: Predicate): boolean {
  if (condition.kind === 'not') return false;
  const { test } = condition;
  if (test.kind === 'exists') return true;
  const bounds = conditionBounds(condition, { stringKey: utf8Key, sameCollation: true, multikey: false });
  if (bounds === undefined) return test.kind === 'elemMatchValue' || test.kind === 'size';
  return !holdsNull(bounds.intervals);
}

function holdsPartial(index: DocumentIndex, query: Conjunction, collation: Collation | undefined): boolean {
  const source = index.spec.partialFilterExpression;
  if (source === undefined) return true;
  const filter = parsed.get(index) ?? parseFilter(source, { nested: false, allowWhere: false });
  parsed.set(index, filter);
  const sameCollation = (collation?.stringKey ?? utf8Key) === index.stringKey;
  const context = { stringKey: index.stringKey, sameCollation, multikey: false };
  return implies(query, filter, context);
}

function implies(query: Conjunction, filter: Filter, context: BoundsContext): boolean {
  if (filter.kind === 'or') return filter.filters.some((part) => implies(query, part, context));
  const wanted = conjunctionOf(filter);
  if (wanted.others || wanted.ors.length > 0) return false;
  return wanted.predicates.every((want) =>
    query.predicates.some((have) => have.path === want.path && predicateImplies(have, want, context)),
  );
}

function predicateImplies(have: Predicate, want: Predicate, context: BoundsContext): boolean {
  if (JSON.stringify(have.condition, plain) === JSON.stringify(want.condition, plain)) return true;
  if (want.condition.kind === 'not') return false;
  if (want.condition.test.kind === 'exists') return excludesMissing(have);
  if (have.condition.kind === 'not') return false;
  const [inner, outer] = [have, want].map(({ condition }) => conditionBounds(condition, context));
  if (inner === undefined || outer === undefined || !outer.exact) return false;
  return isWithin(inner.intervals, outer.intervals);
}

function plain(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  return value instanceof Set ? [...value] : value;
}
