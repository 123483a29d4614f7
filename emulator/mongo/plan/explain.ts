import { Document, type Value } from '../bson/index.js';
import type { DocumentIndex } from '../index/index.js';
import type { Collection } from '../storage/index.js';
import { EVERYTHING, intervalText } from './interval.js';
import type { Planning } from './planner.js';
import type { PlanRequest, QueryPlan } from './query-plan.js';

/** The query that is explained. */
export interface ExplainQuery extends PlanRequest {
  /** As it came. */
  filter: Document;
  projection?: Document | undefined;
  skip?: number | undefined;
  /** `count` and `distinct` end in a stage of their own. */
  operation?: 'COUNT' | 'DISTINCT_SCAN' | 'UPDATE' | 'DELETE' | undefined;
}

/** What running the plan came to. */
export interface ExecutionCounts {
  returned: number;
  keysExamined: number;
  docsExamined: number;
  milliseconds: number;
}

/** `queryPlanner` of an explain reply. */
export function explainPlanner(
  collection: Collection,
  { plan, rejected }: Planning,
  query: ExplainQuery,
): Document {
  return Document.of({
    namespace: collection.namespace,
    parsedQuery: query.filter,
    indexFilterSet: false,
    optimizationTimeMillis: 0,
    maxIndexedOrSolutionsReached: false,
    maxIndexedAndSolutionsReached: false,
    maxScansToExplodeReached: false,
    prunedSimilarIndexes: false,
    winningPlan: uncached(stagesOf(plan, query)),
    rejectedPlans: rejected.map((other) => uncached(stagesOf(other, query))),
  });
}

function uncached(stages: Document): Document {
  return stages.insertFirst('isCached', false);
}

/** `executionStats` of an explain reply. */
export function explainExecution({ plan }: Planning, query: ExplainQuery, counts: ExecutionCounts): Document {
  const stats = { nReturned: counts.returned, executionTimeMillisEstimate: counts.milliseconds };
  const stages = stagesOf(plan, query, (stage) => {
    for (const [name, value] of Object.entries(stats)) stage.set(name, value);
    const kind = stage.get('stage');
    if (kind === 'IXSCAN') stage.set('keysExamined', counts.keysExamined);
    if (kind === 'FETCH' || kind === 'COLLSCAN') stage.set('docsExamined', counts.docsExamined);
  });
  return Document.of({
    executionSuccess: true,
    nReturned: counts.returned,
    executionTimeMillis: counts.milliseconds,
    totalKeysExamined: counts.keysExamined,
    totalDocsExamined: counts.docsExamined,
    executionStages: stages,
  });
}

type Decorate = (stage: Document) => void;

/** The tree of stages, from the last one to the scan. */
function stagesOf(plan: QueryPlan, query: ExplainQuery, decorate: Decorate = () => {}): Document {
  const make = (
    name: string,
    fields: readonly [string, Value][],
    input?: Document | Document[],
  ): Document => {
    const stage = new Document().set('stage', name);
    decorate(stage);
    for (const [field, value] of fields) stage.set(field, value);
    if (Array.isArray(input)) stage.set('inputStages', input);
    else if (input !== undefined) stage.set('inputStage', input);
    return stage;
  };
  let stage = accessStage(plan, query, make);
  const { sort, skip, limit, projection, operation } = query;
  if (sort !== undefined && !plan.sorted) {
    const top: [string, Value][] = limit ? [['limitAmount', limit + (skip ?? 0)]] : [];
    stage = make(
      'SORT',
      [['sortPattern', sort], ['memLimit', 104_857_600], ...top, ['type', 'simple']],
      stage,
    );
  }
  if (skip) stage = make('SKIP', [['skipAmount', skip]], stage);
  if (limit && (sort === undefined || plan.sorted)) stage = make('LIMIT', [['limitAmount', limit]], stage);
  if (projection !== undefined && projection.size > 0) {
    stage = make(projectionStage(projection), [['transformBy', projection]], stage);
  }
  return operation === undefined ? stage : make(operation, [], stage);
}

function projectionStage(projection: Document): string {
  const isSimple = [...projection].every(([path, value]) => typeof value !== 'object' && !path.includes('.'));
  return isSimple ? 'PROJECTION_SIMPLE' : 'PROJECTION_DEFAULT';
}

type MakeStage = (
  name: string,
  fields: readonly [string, Value][],
  input?: Document | Document[],
) => Document;

function accessStage(plan: QueryPlan, query: ExplainQuery, make: MakeStage): Document {
  const filter: [string, Value][] = plan.exact || query.filter.size === 0 ? [] : [['filter', query.filter]];
  switch (plan.kind) {
    case 'collection':
      return make('COLLSCAN', [...filter, ['direction', plan.backward ? 'backward' : 'forward']]);
    case 'index':
      return make('FETCH', filter, indexStage(plan, make));
    case 'union': {
      const branches = plan.branches.map((branch) =>
        branch.kind === 'index' ? indexStage(branch, make) : accessStage(branch, query, make),
      );
      return make('FETCH', filter, make('OR', [], branches));
    }
  }
}

function indexStage({ access, backward }: Extract<QueryPlan, { kind: 'index' }>, make: MakeStage): Document {
  const { index } = access;
  const { collation } = index.spec;
  return make('IXSCAN', [
    ['keyPattern', index.spec.key],
    ['indexName', index.spec.name],
    ...(collation === undefined ? [] : ([['collation', collation.toDocument()]] as [string, Value][])),
    ['isMultiKey', index.multikey],
    ['multiKeyPaths', multikeyPaths(index)],
    ['isUnique', index.unique],
    ['isSparse', index.spec.sparse === true],
    ['isPartial', index.spec.partialFilterExpression !== undefined],
    ['indexVersion', 2],
    ['direction', backward ? 'backward' : 'forward'],
    ['indexBounds', boundsDocument(access, backward)],
  ]);
}

function boundsDocument(
  { index, bounds }: Extract<QueryPlan, { kind: 'index' }>['access'],
  backward: boolean,
): Document {
  const document = new Document();
  index.parts.forEach((part, field) => {
    const intervals = bounds[field] ?? [EVERYTHING];
    const descends = (part.direction === -1) !== backward;
    const texts = intervals.map((interval) => intervalText(interval, descends));
    document.set(part.path, descends ? texts.reverse() : texts);
  });
  return document;
}

/** Per field, the leading paths that have arrays. */
function multikeyPaths(index: DocumentIndex): Document {
  const document = new Document();
  index.parts.forEach(({ path, steps }, field) => {
    const bits = index.arrays[field] ?? 0;
    const paths = steps.map((_, depth) => steps.slice(0, depth + 1).join('.'));
    document.set(
      path,
      paths.filter((_, depth) => (bits & (1 << depth)) !== 0),
    );
  });
  return document;
}
