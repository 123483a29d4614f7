import { expect, test } from 'vitest';
import type { MongoError } from '../../../../emulator/mongo/error/index.js';
import { doc, fill, idsOf, spec, testStorage } from './helpers.js';

function failure(run: () => unknown): MongoError {
  try {
    run();
  } catch (error) {
    return error as MongoError;
  }
  throw new Error('nothing was thrown');
}

test('a write outside of a transaction counts at once', async () => {
  const { storage } = await testStorage();
  const things = storage.catalogue.create('shop', 'things');
  const [first] = fill(storage, things, [
    { _id: 1, a: 'x' },
    { _id: 2, a: 'y' },
  ]) as [number, number];
  const txn = storage.begin();
  txn.update(things, first, doc({ _id: 1, a: 'z' }));
  expect(storage.begin().findById(things, 1)?.document().get('a')).toBe('z');
  txn.remove(things, first);
  expect(storage.begin().findById(things, 1)).toBeUndefined();
  expect(things.count).toBe(1);
  expect(idsOf(storage.begin().scan(things))).toEqual([2]);
  await storage.close();
});

test('a duplicate key is refused in the words of mongod, and nothing of the document stays', async () => {
  const { storage } = await testStorage();
  const things = storage.catalogue.create('shop', 'things');
  storage.catalogue.createIndexes(things, [spec({ 'a.b': 1, c: -1 }, { unique: true })]);
  fill(storage, things, [{ _id: 1, a: [{ b: 'x' }, { b: 2 }], c: 1.5 }]);
  const error = failure(() => storage.begin().insert(things, doc({ _id: 2, a: { b: 2 }, c: 1.5 })));
  expect(error.code).toBe(11000);
  expect(error.message).toBe(
    'E11000 duplicate key error collection: shop.things index: a.b_1_c_-1 dup key: { a.b: 2, c: 1.5 }',
  );
  expect(error.extra).toEqual(doc({ keyPattern: { 'a.b': 1, c: -1 }, keyValue: { 'a.b': 2, c: 1.5 } }));
  expect(things.count).toBe(1);
  expect(idsOf(storage.begin().scan(things))).toEqual([1]);
  expect(failure(() => storage.begin().insert(things, doc({ _id: 1 }))).message).toContain(
    'index: _id_ dup key: { _id: 1 }',
  );
  await storage.close();
});

test('a transaction sees its beginning and its own writes; others see none of them before the commit', async () => {
  const { storage } = await testStorage();
  const things = storage.catalogue.create('shop', 'things');
  const [one, two] = fill(storage, things, [
    { _id: 1, n: 0 },
    { _id: 2, n: 0 },
  ]) as [number, number];
  const txn = storage.beginTransaction();
  txn.update(things, one, doc({ _id: 1, n: 1 }));
  txn.insert(things, doc({ _id: 3, n: 1 }));
  fill(storage, things, [{ _id: 4, n: 9 }]);
  storage.begin().update(things, two, doc({ _id: 2, n: 9 }));
  expect(idsOf(txn.scan(things))).toEqual([1, 2, 3]);
  expect(txn.get(things, one)?.document().get('n')).toBe(1);
  expect(txn.get(things, two)?.document().get('n')).toBe(0);
  const outside = storage.begin();
  expect(idsOf(outside.scan(things))).toEqual([1, 2, 4]);
  expect(outside.get(things, one)?.document().get('n')).toBe(0);
  await txn.commit();
  expect(idsOf(outside.scan(things))).toEqual([1, 2, 3, 4]);
  expect(outside.get(things, one)?.document().get('n')).toBe(1);
  expect(things.count).toBe(4);
  await storage.close();
});

test('abort takes back documents, keys and counts', async () => {
  const { storage } = await testStorage();
  const things = storage.catalogue.create('shop', 'things');
  storage.catalogue.createIndexes(things, [spec({ n: 1 })]);
  const [one, two] = fill(storage, things, [
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ]) as [number, number];
  const before = things.indexes.map(({ tree }) => [...tree.entries()]);
  const txn = storage.beginTransaction();
  txn.update(things, one, doc({ _id: 1, n: 5 }));
  txn.update(things, one, doc({ _id: 1, n: 6 }));
  txn.remove(things, two);
  const three = txn.insert(things, doc({ _id: 3, n: 3 }));
  txn.remove(things, three.id);
  txn.insert(things, doc({ _id: 4, n: 4 }));
  expect(idsOf(txn.scan(things))).toEqual([1, 4]);
  txn.abort();
  expect(idsOf(storage.begin().scan(things))).toEqual([1, 2]);
  expect(things.indexes.map(({ tree }) => [...tree.entries()])).toEqual(before);
  expect(things.count).toBe(2);
  await storage.close();
});

test('the second writer of a document is refused, and can wait for the first', async () => {
  const { storage } = await testStorage();
  const things = storage.catalogue.create('shop', 'things');
  const [one] = fill(storage, things, [{ _id: 1, n: 0 }]) as [number];
  const [a, b] = [storage.beginTransaction(), storage.beginTransaction()];
  a.update(things, one, doc({ _id: 1, n: 1 }));
  expect(failure(() => b.update(things, one, doc({ _id: 1, n: 2 }))).code).toBe(112);
  const outside = storage.begin();
  const conflict = failure(() => outside.update(things, one, doc({ _id: 1, n: 2 }))) as MongoError & {
    until: Promise<void>;
  };
  let over = false;
  const waiting = conflict.until.then(() => {
    over = true;
  });
  await Promise.resolve();
  expect(over).toBe(false);
  await a.commit();
  await waiting;
  outside.update(things, one, doc({ _id: 1, n: 2 }));
  // b began before a committed: first committer wins.
  expect(failure(() => b.update(things, one, doc({ _id: 1, n: 3 }))).code).toBe(112);
  b.abort();
  await storage.close();
});

test('two transactions cannot both insert one key', async () => {
  const { storage } = await testStorage();
  const things = storage.catalogue.create('shop', 'things');
  const [a, b] = [storage.beginTransaction(), storage.beginTransaction()];
  a.insert(things, doc({ _id: 1 }));
  expect(failure(() => b.insert(things, doc({ _id: 1 }))).code).toBe(112);
  b.abort();
  await a.commit();
  expect(failure(() => storage.begin().insert(things, doc({ _id: 1 }))).code).toBe(11000);
  await storage.close();
});

test('what only an open snapshot can see is kept for it, and dropped when it has ended', async () => {
  const { storage } = await testStorage();
  const things = storage.catalogue.create('shop', 'things');
  storage.catalogue.createIndexes(things, [spec({ n: 1 })]);
  const [one, two] = fill(storage, things, [
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ]) as [number, number];
  const reader = storage.beginTransaction();
  const writer = storage.begin();
  for (let n = 10; n < 20; n++) writer.update(things, one, doc({ _id: 1, n }));
  writer.remove(things, two);
  fill(storage, things, [{ _id: 2, n: 30 }]);
  expect(reader.findById(things, 2)?.document().get('n')).toBe(2);
  expect(storage.begin().findById(things, 2)?.document().get('n')).toBe(30);
  expect(things.index('n_1')?.tree.size).toBeGreaterThan(2);
  reader.abort();
  expect(things.index('n_1')?.tree.size).toBe(2);
  expect(things.idIndex.tree.size).toBe(2);
  expect(things.records.get(one)?.meta).toBeUndefined();
  expect(things.records.get(two)).toBeUndefined();
  await storage.close();
});

test('a capped collection drops its oldest documents', async () => {
  const { storage } = await testStorage();
  const log = storage.catalogue.create('shop', 'log', { shown: doc({}), capped: { size: 10_000, max: 3 } });
  fill(
    storage,
    log,
    [1, 2, 3, 4, 5].map((_id) => ({ _id })),
  );
  expect(idsOf(storage.begin().scan(log))).toEqual([3, 4, 5]);
  expect(idsOf(storage.begin().scan(log, true))).toEqual([5, 4, 3]);
  await storage.close();
});
