import { MemoryMeter } from '../../aggregate/memory.js';
import { BsonType, Document, typeOf, type Value } from '../../bson/index.js';
import { type Collation, parseCollation } from '../../collation/index.js';
import { openPlan, type Planning, planQuery } from '../../plan/index.js';
import { compileFilter, type DocumentMatch, parseFilter } from '../../query/index.js';
import { type Budget, PAUSE } from '../../session/budget.js';
import { compileSort } from '../../sort/index.js';
import {
  type Collection,
  type RecordCursor,
  type StoredDocument,
  type Txn,
  WriteConflictError,
} from '../../storage/index.js';
import { matcherFor, matchOptions } from './matcher.js';
import type { Variables } from './variables.js';

/** What to look for in one collection. */
export interface QuerySpec {
  filter: Document;
  sort?: Document | undefined;
  hint?: Document | string | undefined;
  collation?: Collation | undefined;
  skip?: number | undefined;
  /** 0 and `undefined`: no limit. */
  limit?: number | undefined;
  /** Variables of `let` and what else expressions need; without them `$expr` is refused. */
  variables?: Variables | undefined;
  /** False: a sort that holds more than 100 MB is refused. */
  allowDiskUse?: boolean | undefined;
}

/** Stored documents that match, one after the other; `PAUSE` when others should have a turn. */
export interface Matches {
  next(): StoredDocument | typeof PAUSE | undefined;
  /** True when a limit has been reached. */
  ended?(): boolean;
}

/** The collation of a command: its own, else its collection's. */
export function readCollation(
  source: Document | undefined,
  collection: Collection | undefined,
): Collation | undefined {
  if (source === undefined || source.size === 0) return collection?.options.collation;
  return parseCollation(source);
}

/** A query that has been planned and may be opened. */
export interface Planned {
  planning: Planning;
  matches: DocumentMatch;
}

/** Reads the filter and chooses how to find what it asks for. */
export function planFor(collection: Collection, spec: QuerySpec): Planned {
  const filter = parseFilter(spec.filter);
  const matches = compileFilter(filter, matchOptions(spec));
  const { sort, hint, collation } = spec;
  const limit = spec.limit ? spec.limit + (spec.skip ?? 0) : undefined;
  return { planning: planQuery(collection, filter, { sort, hint, collation, limit }), matches };
}

/** Finds what a query asks for, in its order. */
export function findMatches(
  txn: Txn,
  collection: Collection,
  spec: QuerySpec,
  budget: Budget,
  forWrite = false,
): Matches {
  const id = onlyId(spec, collection);
  if (id !== undefined) return paged([txn.findById(collection, id)], spec);
  return openQuery(txn, collection, spec, budget, planFor(collection, spec), forWrite).matches;
}

/** Opens a planned query. The cursor below tells what it has examined. */
export function openQuery(
  txn: Txn,
  collection: Collection,
  spec: QuerySpec,
  budget: Budget,
  { planning: { plan }, matches }: Planned,
  forWrite = false,
): { matches: Matches; cursor: RecordCursor } {
  const cursor = openPlan(plan, txn, collection, forWrite);
  const found = new Filtered(cursor, plan.exact ? undefined : matches, budget);
  const ordered = spec.sort === undefined || plan.sorted ? found : new Sorted(found, spec, spec.sort);
  const paged = spec.skip || spec.limit ? new Page(ordered, spec.skip ?? 0, spec.limit ?? 0) : ordered;
  return { matches: paged, cursor };
}

/** The `_id` of a query that asks for nothing else and for one value exactly: no plan is needed for it. */
function onlyId({ filter, hint, collation }: QuerySpec, collection: Collection): Value | undefined {
  if (filter.size !== 1 || hint !== undefined || collation !== collection.options.collation) return undefined;
  const id = filter.get('_id');
  if (id === undefined || collection.isView) return undefined;
  return INEXACT.has(typeOf(id)) || (id instanceof Document && id.keys()[0]?.startsWith('$'))
    ? undefined
    : id;
}

/** Values that a filter takes for something else than themselves, or that have other values equal to them. */
const INEXACT = new Set<number>([BsonType.Regex, BsonType.Array, BsonType.Null, BsonType.Undefined]);

function paged(found: (StoredDocument | undefined)[], { skip = 0 }: QuerySpec): Matches {
  let at = skip;
  return { next: () => found[at++], ended: () => at >= found.length };
}

class Filtered implements Matches {
  readonly #cursor: RecordCursor;
  readonly #matches: DocumentMatch | undefined;
  readonly #budget: Budget;

  constructor(cursor: RecordCursor, matches: DocumentMatch | undefined, budget: Budget) {
    this.#cursor = cursor;
    this.#matches = matches;
    this.#budget = budget;
  }

  next(): StoredDocument | typeof PAUSE | undefined {
    for (;;) {
      const stored = this.#cursor.next();
      if (stored === undefined || this.#matches === undefined || this.#matches(stored.document()))
        return stored;
      if (this.#budget.step()) return PAUSE;
    }
  }
}

/** Room beyond twice the limit, so that small limits do not sort all the time. */
const SPARE = 100;

interface Keyed {
  stored: StoredDocument;
  key: Value[];
}

/** Collects everything, or as many of the first as a limit asks for, then gives it in order. */
class Sorted implements Matches {
  readonly #source: Matches;
  readonly #sorter: ReturnType<typeof compileSort>;
  readonly #all: Keyed[] = [];
  /** Results wanted; those that cannot be among them are dropped when twice as many have come together. */
  readonly #most: number;
  /** The last of the wanted so far: what sorts behind it need not be kept. */
  #last: Keyed | undefined;
  #at = -1;
  readonly #meter: MemoryMeter;

  constructor(source: Matches, { collation, limit, skip, allowDiskUse }: QuerySpec, sort: Document) {
    this.#meter = new MemoryMeter('Sort', { allowDiskUse });
    this.#source = source;
    this.#sorter = compileSort(sort, { collation });
    this.#most = limit ? limit + (skip ?? 0) : Number.POSITIVE_INFINITY;
  }

  next(): StoredDocument | typeof PAUSE | undefined {
    if (this.#at < 0 && !this.#collect()) return PAUSE;
    return this.#all[this.#at++]?.stored;
  }

  #collect(): boolean {
    for (;;) {
      const stored = this.#source.next();
      if (stored === PAUSE) return false;
      if (stored === undefined) break;
      const key = this.#sorter.keyOf(stored.document());
      if (this.#last !== undefined && this.#sorter.compareKeys(key, this.#last.key) >= 0) continue;
      this.#all.push({ stored, key });
      if (this.#all.length <= this.#most) this.#meter.add(stored.document());
      if (this.#all.length >= 2 * this.#most + SPARE) this.#prune();
    }
    this.#prune();
    this.#at = 0;
    return true;
  }

  #prune(): void {
    this.#all.sort((a, b) => this.#sorter.compareKeys(a.key, b.key));
    if (this.#all.length < this.#most) return;
    this.#all.length = this.#most;
    this.#last = this.#all.at(-1);
  }
}

/** Leaves out the first and ends after so many. */
class Page implements Matches {
  readonly #source: Matches;
  #skip: number;
  #left: number;

  constructor(source: Matches, skip: number, limit: number) {
    this.#source = source;
    this.#skip = skip;
    this.#left = limit === 0 ? Number.POSITIVE_INFINITY : limit;
  }

  ended(): boolean {
    return this.#left === 0;
  }

  next(): StoredDocument | typeof PAUSE | undefined {
    if (this.#left === 0) return undefined;
    for (;;) {
      const stored = this.#source.next();
      if (stored === undefined || stored === PAUSE) return stored;
      if (this.#skip === 0) {
        this.#left--;
        return stored;
      }
      this.#skip--;
    }
  }
}

/** What a write needs of its command. */
interface Writer {
  budget: Budget;
  inTransaction: boolean;
}

/**
 * Finds what a write is to change and hands it over, one by one. All is found before anything is changed, so that a
 * document is met once however its change moves it; after a pause each is looked up again.
 */
export async function changeMatches(
  writer: Writer,
  txn: Txn,
  collection: Collection,
  spec: QuerySpec,
  change: (stored: StoredDocument) => void,
): Promise<void> {
  const matches = findMatches(txn, collection, spec, writer.budget, true);
  const found: StoredDocument[] = [];
  for (let next = matches.next(); next !== undefined; next = matches.next()) {
    if (next === PAUSE) await writer.budget.pause();
    else found.push(next);
  }
  const current = refresher(txn, collection, spec);
  for (const stored of found) {
    let now = current(stored);
    while (now !== undefined) {
      const conflict = attempt(writer, change, now);
      if (conflict === undefined) break;
      await conflict.until;
      now = current(stored);
    }
    if (writer.budget.step()) await writer.budget.pause();
  }
}

/** Outside of a transaction a conflict is waited out; inside it ends the transaction. */
function attempt(
  { inTransaction }: Writer,
  change: (stored: StoredDocument) => void,
  stored: StoredDocument,
): WriteConflictError | undefined {
  try {
    change(stored);
    return undefined;
  } catch (error) {
    if (error instanceof WriteConflictError && !inTransaction) return error;
    throw error;
  }
}

/** The present state of a document that was found, as long as it still matches. */
function refresher(txn: Txn, collection: Collection, spec: QuerySpec) {
  let matches: ((document: Document) => boolean) | undefined;
  return (found: StoredDocument): StoredDocument | undefined => {
    const now = txn.get(collection, found.id);
    if (now === undefined || now === found) return now;
    matches ??= matcherFor(spec);
    return matches(now.document()) ? now : undefined;
  };
}
