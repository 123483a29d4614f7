import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPlan, planQuery } from '../../../../emulator/mongo/plan/index.js';
import { parseFilter } from '../../../../emulator/mongo/query/index.js';
import type { Collection, RecordCursor, Storage, Txn } from '../../../../emulator/mongo/storage/index.js';
import { WriteConflictError } from '../../../../emulator/mongo/storage/index.js';
import { checkIndexes } from '../../../helpers/mongo-crash.js';
import { doc, spec, testStorage } from './helpers.js';

const KEYS = 5;

type Rows = Map<number, number>;

/** A transaction beside a plain copy of what it must see. */
interface Open {
  txn: Txn;
  /** What was there when it began. */
  base: Rows;
  sees: Rows;
  began: number;
  wrote: Set<number>;
}

const action = fc.record({
  kind: fc.constantFrom('begin', 'commit', 'abort', 'put', 'put', 'put', 'remove', 'plain', 'plain', 'check'),
  who: fc.nat(2),
  key: fc.nat(KEYS - 1),
  value: fc.nat(3),
});

/** What an obviously right snapshot isolation would do, with whole copies. */
class Model {
  rows: Rows = new Map();
  time = 0;
  readonly lastWrite = new Map<number, number>();
  readonly open = new Map<number, Open>();

  conflicts(key: number, own: Open | undefined): boolean {
    for (const other of this.open.values()) if (other !== own && other.wrote.has(key)) return true;
    return own !== undefined && !own.wrote.has(key) && (this.lastWrite.get(key) ?? 0) > own.began;
  }

  written(key: number): void {
    this.lastWrite.set(key, ++this.time);
  }
}

function contents(cursor: RecordCursor): Rows {
  const rows: Rows = new Map();
  for (let found = cursor.next(); found !== undefined; found = cursor.next()) {
    const document = found.document();
    expect(rows.has(document.get('_id') as number)).toBe(false);
    rows.set(document.get('_id') as number, document.get('v') as number);
  }
  return new Map([...rows].sort(([a], [b]) => a - b));
}

function sorted(rows: Rows): Rows {
  return new Map([...rows].sort(([a], [b]) => a - b));
}

function check(collection: Collection, txn: Txn, expected: Rows): void {
  expect(contents(txn.scan(collection))).toEqual(sorted(expected));
  for (let key = 0; key < KEYS; key++) {
    expect(txn.findById(collection, key)?.document().get('v')).toBe(expected.get(key));
  }
  for (let value = 0; value < 4; value++) {
    const { plan } = planQuery(collection, parseFilter(doc({ v: value })));
    expect(plan.kind).toBe('index');
    const having = new Map([...expected].filter(([, v]) => v === value));
    expect(contents(openPlan(plan, txn, collection))).toEqual(sorted(having));
  }
}

/** Puts or removes through a unit of work; tells whether a conflict stopped it. */
function write(
  collection: Collection,
  txn: Txn,
  rows: Rows,
  key: number,
  value: number | undefined,
): boolean {
  try {
    const found = txn.findById(collection, key);
    expect(found?.document().get('v')).toBe(rows.get(key));
    if (value === undefined) {
      if (found !== undefined) txn.remove(collection, found.id);
    } else if (found === undefined) txn.insert(collection, doc({ _id: key, v: value }));
    else txn.update(collection, found.id, doc({ _id: key, v: value }));
    return false;
  } catch (error) {
    if (error instanceof WriteConflictError) return true;
    throw error;
  }
}

function step(
  storage: Storage,
  collection: Collection,
  model: Model,
  { kind, who, key, value }: Action,
): void {
  const own = model.open.get(who);
  const wanted = kind === 'remove' ? undefined : value;
  if (kind === 'plain') {
    const changes = wanted !== undefined || model.rows.has(key);
    const conflict = write(collection, storage.begin(), model.rows, key, wanted);
    expect(conflict).toBe(changes && model.conflicts(key, undefined));
    if (conflict) return;
    model.rows.set(key, value);
    model.written(key);
  } else if (kind === 'begin') {
    if (own !== undefined) return;
    const txn = storage.beginTransaction();
    model.open.set(who, {
      txn,
      base: new Map(model.rows),
      sees: new Map(model.rows),
      began: model.time,
      wrote: new Set(),
    });
  } else if (own === undefined) {
    check(collection, storage.begin(), model.rows);
  } else if (kind === 'put' || kind === 'remove') {
    const changes = wanted !== undefined || own.sees.has(key);
    const expected = changes && model.conflicts(key, own);
    const conflict = write(collection, own.txn, own.sees, key, wanted);
    expect(conflict).toBe(expected);
    if (conflict) finish(model, who, false);
    else if (changes) {
      if (wanted === undefined) own.sees.delete(key);
      else own.sees.set(key, wanted);
      // What it inserted itself and removed again leaves no trace.
      if (wanted === undefined && !own.base.has(key)) own.wrote.delete(key);
      else own.wrote.add(key);
    }
  } else if (kind === 'check') check(collection, own.txn, own.sees);
  else finish(model, who, kind === 'commit');
}

function finish(model: Model, who: number, commits: boolean): void {
  const own = model.open.get(who) as Open;
  model.open.delete(who);
  if (!commits) {
    own.txn.abort();
    return;
  }
  void own.txn.commit();
  for (const key of own.wrote) {
    const value = own.sees.get(key);
    if (value === undefined) model.rows.delete(key);
    else model.rows.set(key, value);
    model.written(key);
  }
}

type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

test('transactions see their beginning and their own writes, and the first writer wins, in any interleaving', async () => {
  const { storage } = await testStorage();
  let round = 0;
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const collection = storage.catalogue.create('p', `c${round++}`);
      storage.catalogue.createIndexes(collection, [spec({ v: 1 })]);
      const model = new Model();
      try {
        for (const one of actions) step(storage, collection, model, one);
      } finally {
        for (const who of [...model.open.keys()]) finish(model, who, false);
      }
      check(collection, storage.begin(), model.rows);
      expect(collection.count).toBe(model.rows.size);
      // Nothing is left of versions that nobody can see.
      checkIndexes(collection);
    }),
    { numRuns: 150 },
  );
  await storage.close();
});
