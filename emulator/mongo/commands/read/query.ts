import { BsonType, Document, typeOf, type Value } from '../../bson/index.js';
import { type Collation, parseCollation } from '../../collation/index.js';
import { mongoError } from '../../error/index.js';
import { numberOf } from '../../index/index.js';
import { type Budget, PAUSE } from '../../session/budget.js';
import { compileSort } from '../../sort/index.js';
import {
  type Collection,
  type RecordCursor,
  type StoredDocument,
  type Txn,
  WriteConflictError,
} from '../../storage/index.js';
import { matcherFor } from './matcher.js';

/** What to look for in one collection. */
export interface QuerySpec {
  filter: Document;
  sort?: Document | undefined;
  hint?: Document | string | undefined;
  collation?: Collation | undefined;
  skip?: number | undefined;
  /** 0 and `undefined`: no limit. */
  limit?: number | undefined;
  /** Variables of `let`. */
  variables?: Document | undefined;
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

/** Finds what a query asks for, in its order. */
export function findMatches(txn: Txn, collection: Collection, spec: QuerySpec, budget: Budget): Matches {
  const id = onlyId(spec.filter);
  if (id !== undefined && spec.hint === undefined && sameCollation(spec, collection)) {
    return paged([txn.findById(collection, id)], spec);
  }
  const found = new Filtered(scan(txn, collection, spec), spec, budget);
  const ordered =
    spec.sort === undefined || spec.sort.has('$natural') ? found : new Sorted(found, spec, spec.sort);
  return spec.skip || spec.limit ? new Page(ordered, spec.skip ?? 0, spec.limit ?? 0) : ordered;
}

function sameCollation({ collation }: QuerySpec, collection: Collection): boolean {
  return collation === collection.options.collation;
}

/** The `_id` of a filter that asks for nothing else and for one value exactly. */
function onlyId(filter: Document): Value | undefined {
  if (filter.size !== 1) return undefined;
  const id = filter.get('_id');
  if (id === undefined) return undefined;
  const type = typeOf(id);
  const isPlain =
    type !== BsonType.Regex &&
    type !== BsonType.Array &&
    type !== BsonType.Null &&
    type !== BsonType.Undefined;
  return isPlain && !(id instanceof Document && id.keys()[0]?.startsWith('$')) ? id : undefined;
}

function paged(found: (StoredDocument | undefined)[], { skip = 0 }: QuerySpec): Matches {
  let at = skip;
  return { next: () => found[at++] };
}

function scan(txn: Txn, collection: Collection, { sort, hint }: QuerySpec): RecordCursor {
  const natural = sort?.get('$natural') ?? (hint instanceof Document ? hint.get('$natural') : undefined);
  checkHint(collection, hint);
  return txn.scan(collection, natural === -1);
}

function checkHint(collection: Collection, hint: Document | string | undefined): void {
  if (hint === undefined || (hint instanceof Document && (hint.size === 0 || hint.has('$natural')))) return;
  const isKnown = collection.indexes.some(({ spec }) =>
    typeof hint === 'string' ? spec.name === hint : samePattern(spec.key, hint),
  );
  if (isKnown) return;
  throw mongoError(
    'BadValue',
    'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
  );
}

/** True when two key patterns have the same paths and directions. */
export function samePattern(a: Document, b: Document): boolean {
  const [x, y] = [[...a], [...b]];
  return (
    x.length === y.length && x.every(([key, value], i) => key === y[i]![0] && sameDirection(value, y[i]![1]))
  );
}

function sameDirection(a: Value, b: Value): boolean {
  return typeof a === 'string' ? a === b : numberOf(a) === numberOf(b);
}

class Filtered implements Matches {
  readonly #cursor: RecordCursor;
  readonly #matches: (document: Document) => boolean;
  readonly #budget: Budget;

  constructor(cursor: RecordCursor, spec: QuerySpec, budget: Budget) {
    this.#cursor = cursor;
    this.#matches = matcherFor(spec);
    this.#budget = budget;
  }

  next(): StoredDocument | typeof PAUSE | undefined {
    for (;;) {
      const stored = this.#cursor.next();
      if (stored === undefined || this.#matches(stored.document())) return stored;
      if (this.#budget.step()) return PAUSE;
    }
  }
}

interface Keyed {
  stored: StoredDocument;
  key: Value[];
}

/** Collects everything, then gives it in order. */
class Sorted implements Matches {
  readonly #source: Matches;
  readonly #sorter: ReturnType<typeof compileSort>;
  readonly #all: Keyed[] = [];
  #at = -1;

  constructor(source: Matches, { collation }: QuerySpec, sort: Document) {
    this.#source = source;
    this.#sorter = compileSort(sort, { collation });
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
      this.#all.push({ stored, key: this.#sorter.keyOf(stored.document()) });
    }
    this.#all.sort((a, b) => this.#sorter.compareKeys(a.key, b.key));
    this.#at = 0;
    return true;
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
  const matches = findMatches(txn, collection, spec, writer.budget);
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
