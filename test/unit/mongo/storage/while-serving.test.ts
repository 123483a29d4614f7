import { expect, test } from 'vitest';
import { openPlan, planQuery } from '../../../../emulator/mongo/plan/index.js';
import { parseFilter } from '../../../../emulator/mongo/query/index.js';
import type { Collection, Storage } from '../../../../emulator/mongo/storage/index.js';
import { checkIndexes } from '../../../helpers/mongo-crash.js';
import { doc, fill, idsOf, spec, testStorage } from './helpers.js';

const ROWS = 9_000;

async function filled(): Promise<{ storage: Storage; rows: Collection }> {
  const { storage } = await testStorage();
  const rows = storage.catalogue.create('shop', 'rows');
  fill(
    storage,
    rows,
    Array.from({ length: ROWS }, (_, _id) => ({ _id, n: _id % 100, u: _id })),
  );
  return { storage, rows };
}

test('an index is built in turns while documents come, change and go', async () => {
  const { storage, rows } = await filled();
  let turns = 0;
  const pause = async () => {
    turns++;
    expect(rows.index('n_1')).toBeUndefined();
    const txn = storage.begin();
    for (const id of [turns * 10, ROWS - turns * 10]) {
      txn.update(rows, id, doc({ _id: id - 1, n: [id, 'changed'], u: id - 1 }));
      txn.remove(rows, id + 1);
    }
    txn.insert(rows, doc({ _id: `new ${turns}`, n: 5, u: -turns }));
    const open = storage.beginTransaction();
    open.update(rows, 500, doc({ _id: 499, n: 'aborted', u: 499 }));
    await Promise.resolve();
    open.abort();
  };
  await storage.catalogue.createIndexesInTurns(
    rows,
    [spec({ n: 1 }), spec({ u: 1 }, { unique: true })],
    pause,
  );
  expect(turns).toBe(8);
  checkIndexes(rows);
  const { plan } = planQuery(rows, parseFilter(doc({ n: 5 })));
  expect(plan.kind).toBe('index');
  expect(idsOf(openPlan(plan, storage.begin(), rows))).toContain('new 3');
  await storage.close();
});

test('a unique index that cannot be is not built, whenever the double comes', async () => {
  const { storage, rows } = await filled();
  let turns = 0;
  const pause = async () => {
    if (++turns === 2) fill(storage, rows, [{ _id: 'double', u: 17 }]);
  };
  await expect(
    storage.catalogue.createIndexesInTurns(rows, [spec({ u: 1 }, { unique: true })], pause),
  ).rejects.toMatchObject({ code: 11000 });
  expect(rows.indexes).toHaveLength(1);
  expect(rows.maintained).toHaveLength(1);
  await storage.close();
});

test('a cursor on an index that is dropped ends with an error', async () => {
  const { storage, rows } = await filled();
  storage.catalogue.createIndexes(rows, [spec({ n: 1 })]);
  const { plan } = planQuery(rows, parseFilter(doc({ n: 5 })));
  const cursor = openPlan(plan, storage.begin(), rows);
  cursor.next();
  storage.catalogue.dropIndex(rows, 'n_1');
  expect(() => cursor.next()).toThrow("index 'n_1' dropped");
  await storage.close();
});

test('compacting memory changes no document, whatever is written meanwhile', async () => {
  const { storage, rows } = await filled();
  const txn = storage.begin();
  const text = 'x'.repeat(2_000);
  // Garbage enough to be worth it.
  for (let round = 0; round < 40_000; round++)
    txn.update(rows, 1 + (round % 50), doc({ _id: round % 50, n: round, text }));
  const before = new Map<number, Buffer>();
  for (let id = 1; id <= ROWS; id++) before.set(id, Buffer.from(txn.get(rows, id)!.bytes()));
  const segment = rows.records.get(5_000)?.segment;
  const compacting = storage.compactMemory();
  await new Promise((resolve) => setImmediate(resolve));
  txn.update(rows, 8_000, doc({ _id: 7_999, n: 'new' }));
  await compacting;
  expect(rows.records.get(5_000)?.segment).not.toBe(segment);
  for (const [id, bytes] of before) {
    if (id !== 8_000) expect(txn.get(rows, id)?.bytes().equals(bytes)).toBe(true);
  }
  expect(txn.get(rows, 8_000)?.document().get('n')).toBe('new');
  await storage.close();
});
