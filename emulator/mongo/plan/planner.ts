import { Document, isNumber, type Value } from '../bson/index.js';
import { utf8Key } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { numberOf } from '../index/index.js';
import type { Filter } from '../query/index.js';
import type { Collection } from '../storage/index.js';
import { accessOf, type IndexAccess } from './index-access.js';
import { holdsAllResults } from './partial-filter.js';
import { type Conjunction, conjunctionOf } from './predicates.js';
import type { PlanRequest, QueryPlan } from './query-plan.js';
import { sortDirection } from './sort-order.js';

/** Share of documents that pass what no index says anything about. */
const GUESSED_SHARE = 0.1;

interface Candidate {
  plan: QueryPlan;
  /** Documents to look at and, if need be, to sort. */
  cost: number;
  /** Documents that come out of it. */
  rows: number;
}

/** What a query can be answered with: the plan taken and the others thought of. */
export interface Planning {
  plan: QueryPlan;
  rejected: QueryPlan[];
}

/** Chooses how to find what a filter asks for. Errors: BadValue for a hint that fits no index. */
export function planQuery(collection: Collection, filter: Filter, request: PlanRequest = {}): Planning {
  const conjunction = conjunctionOf(filter);
  const natural = naturalOrder(request);
  if (natural !== undefined) return only(collectionPlan(conjunction, natural, request.sort?.has('$natural')));
  if (request.hint !== undefined) return only(hinted(collection, conjunction, request));
  const candidates = candidatesFor(collection, conjunction, request);
  if (candidates.length === 0) return only(collectionPlan(conjunction, false));
  candidates.sort((a, b) => a.cost - b.cost);
  const [best, ...others] = candidates as [Candidate, ...Candidate[]];
  return { plan: best.plan, rejected: others.map(({ plan }) => plan) };
}

function only(plan: QueryPlan): Planning {
  return { plan, rejected: [] };
}

/** True for `{$natural: -1}`, false for `{$natural: 1}`, in sort or hint. */
function naturalOrder({ sort, hint }: PlanRequest): boolean | undefined {
  const order = sort?.get('$natural') ?? (hint instanceof Document ? naturalHint(hint) : undefined);
  return order === undefined ? undefined : numberOf(order) < 0;
}

function naturalHint(hint: Document): Value | undefined {
  const order = hint.get('$natural');
  if (order === undefined) return undefined;
  const direction = isNumber(order) ? Math.abs(numberOf(order)) : 0;
  if (hint.size === 1 && direction === 1) return order;
  throw mongoError('BadValue', '$natural hint must be alone, and 1 or -1');
}

function collectionPlan(conjunction: Conjunction, backward: boolean, sorted = false): QueryPlan {
  const { predicates, ors, others } = conjunction;
  return { kind: 'collection', backward, sorted, exact: predicates.length + ors.length === 0 && !others };
}

function hinted(collection: Collection, conjunction: Conjunction, request: PlanRequest): QueryPlan {
  const { hint } = request;
  if (hint instanceof Document && hint.size === 0) return collectionPlan(conjunction, false);
  const index = collection.indexes.find(({ spec }) =>
    hint instanceof Document ? samePattern(spec.key, hint) : spec.name === hint,
  );
  if (index === undefined || index.spec.hidden === true) {
    throw mongoError(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  return planOf(accessOf(index, conjunction, request.collation), request);
}

/** True when two key patterns have the same paths and directions, in the same order. */
export function samePattern(a: Document, b: Document): boolean {
  if (a.size !== b.size) return false;
  const others = [...b];
  return [...a].every(([path, value], at) => {
    const [otherPath, other] = others[at] as (typeof others)[number];
    return path === otherPath && (value === other || numberOf(value) === numberOf(other));
  });
}

function candidatesFor(collection: Collection, conjunction: Conjunction, request: PlanRequest): Candidate[] {
  const accesses = collection.indexes
    .filter((index) => index.spec.hidden !== true && holdsAllResults(index, conjunction, request.collation))
    .map((index) => accessOf(index, conjunction, request.collation));
  const narrowest = Math.min(
    ...accesses.filter(({ bounded }) => bounded > 0).map(({ estimate }) => estimate),
  );
  const candidates: Candidate[] = [];
  for (const access of accesses) {
    const plan = planOf(access, request);
    if (access.bounded > 0 || plan.sorted)
      candidates.push(costed(access, plan, collection, request, narrowest));
  }
  for (const branches of conjunction.ors) {
    const union = unionOf(collection, conjunction, branches, request);
    if (union !== undefined) candidates.push(union);
  }
  return candidates;
}

function planOf(
  access: IndexAccess,
  { sort, collation }: PlanRequest,
): Extract<QueryPlan, { kind: 'index' }> {
  const ordersAlike = (collation?.stringKey ?? utf8Key) === access.index.stringKey;
  const direction = sort === undefined || !ordersAlike ? undefined : sortDirection(access, sort);
  return {
    kind: 'index',
    access,
    backward: direction === 'backward',
    sorted: direction !== undefined,
    exact: access.exact,
  };
}

function costed(
  access: IndexAccess,
  plan: QueryPlan,
  collection: Collection,
  { sort, limit }: PlanRequest,
  narrowest: number,
): Candidate {
  const rows = access.estimate;
  if (sort !== undefined && !plan.sorted)
    return { plan, rows, cost: rows + rows * Math.log2(rows + 2) * 0.1 + 1 };
  if (!limit) return { plan, rows, cost: rows };
  // In order, the scan ends with the last result wanted: how far that is depends on how many candidates pass.
  const share = plan.exact ? 1 : shareOf(access, collection, narrowest);
  return { plan, rows, cost: Math.min(rows, limit / share) };
}

function shareOf({ estimate }: IndexAccess, collection: Collection, narrowest: number): number {
  if (!Number.isFinite(narrowest) || narrowest >= estimate) return GUESSED_SHARE;
  return Math.max(narrowest / Math.max(estimate, 1), 1 / Math.max(collection.count, 1));
}

/** Each branch of an `$or` by an index of its own, with what must hold besides. */
function unionOf(
  collection: Collection,
  conjunction: Conjunction,
  branches: readonly Filter[],
  { sort, collation }: PlanRequest,
): Candidate | undefined {
  const plans: QueryPlan[] = [];
  let rows = 0;
  for (const branch of branches) {
    const own = conjunctionOf(branch);
    const both = {
      predicates: [...own.predicates, ...conjunction.predicates],
      ors: own.ors,
      others: own.others || conjunction.others,
    };
    const best = cheapest(candidatesFor(collection, both, { collation }));
    if (best === undefined) return undefined;
    plans.push(best.plan);
    rows += best.rows;
  }
  const sorting = sort === undefined ? 0 : rows * Math.log2(rows + 2) * 0.1 + 1;
  return {
    plan: { kind: 'union', branches: plans, sorted: false, exact: false },
    rows,
    cost: rows + sorting,
  };
}

function cheapest(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, candidate) => (best === undefined || candidate.cost < best.cost ? candidate : best),
    undefined,
  );
}
