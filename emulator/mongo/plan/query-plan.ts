import type { Document } from '../bson/index.js';
import type { Collation } from '../collation/index.js';
import {
  type Collection,
  CollectionScan,
  IndexScan,
  type RecordCursor,
  type StoredDocument,
  type Txn,
} from '../storage/index.js';
import type { IndexAccess } from './index-access.js';

/** How to come by the candidates for a query, and what is left to do with them. */
export type QueryPlan =
  | { kind: 'collection'; backward: boolean; sorted: boolean; exact: boolean }
  | { kind: 'index'; access: IndexAccess; backward: boolean; sorted: boolean; exact: boolean }
  | { kind: 'union'; branches: QueryPlan[]; sorted: false; exact: false };

/** What a query asks for. */
export interface PlanRequest {
  sort?: Document | undefined;
  hint?: Document | string | undefined;
  collation?: Collation | undefined;
  /** Results wanted in all (limit and skip together). */
  limit?: number | undefined;
}

/**
 * Opens a plan: candidates that must still pass the filter (unless `plan.exact`) and be sorted (unless
 * `plan.sorted`). With `forWrite` a document is met once though it moves in the index meanwhile.
 */
export function openPlan(plan: QueryPlan, txn: Txn, collection: Collection, forWrite = false): RecordCursor {
  switch (plan.kind) {
    case 'collection':
      return new CollectionScan(collection, txn, plan.backward);
    case 'index':
      plan.access.index.uses++;
      return new IndexScan(collection, plan.access.index, txn, plan.access.ranges, {
        backward: plan.backward,
        once: forWrite,
      });
    case 'union':
      return new UnionCursor(plan.branches.map((branch) => openPlan(branch, txn, collection, forWrite)));
  }
}

/** How many documents a plan gives, when its index knows without looking at them. */
export function countOf(plan: QueryPlan, txn: Txn, collection: Collection): number | undefined {
  if (!plan.exact || !txn.readsNewest) return undefined;
  if (plan.kind === 'collection') return collection.count;
  if (plan.kind !== 'index') return undefined;
  const { index, ranges } = plan.access;
  return ranges.reduce((total, { from, to }) => total + index.tree.countRange(from, to), 0);
}

/** The results of several cursors, each document once. */
class UnionCursor implements RecordCursor {
  readonly #cursors: readonly RecordCursor[];
  readonly #seen = new Set<number>();
  #at = 0;

  constructor(cursors: readonly RecordCursor[]) {
    this.#cursors = cursors;
  }

  get keysExamined(): number {
    return this.#cursors.reduce((total, { keysExamined }) => total + keysExamined, 0);
  }

  get docsExamined(): number {
    return this.#cursors.reduce((total, { docsExamined }) => total + docsExamined, 0);
  }

  next(): StoredDocument | undefined {
    for (; this.#at < this.#cursors.length; this.#at++) {
      const cursor = this.#cursors[this.#at] as RecordCursor;
      for (let found = cursor.next(); found !== undefined; found = cursor.next()) {
        if (this.#seen.has(found.id)) continue;
        this.#seen.add(found.id);
        return found;
      }
    }
    return undefined;
  }
}
