import type { Collection, Db, MongoServerError } from 'mongodb';
import { beforeEach, expect, test } from 'vitest';
import { type RunningCluster, startCluster } from '../../../helpers/mongo-cluster.js';

interface Order {
  _id: number;
  customer: string;
  items: { sku: string; price: number; count: number }[];
}

let running: RunningCluster;
let db: Db;
let orders: Collection<Order>;

beforeEach(async () => {
  running = await startCluster();
  db = (await running.connect()).db('shop');
  orders = db.collection<Order>('orders');
  await orders.insertMany([
    {
      _id: 1,
      customer: 'ada',
      items: [
        { sku: 'bag', price: 30, count: 2 },
        { sku: 'seat', price: 12.5, count: 1 },
      ],
    },
    { _id: 2, customer: 'bob', items: [{ sku: 'bag', price: 30, count: 1 }] },
    { _id: 3, customer: 'ada', items: [] },
  ]);
});

const codeOf = (promise: Promise<unknown>): Promise<number | undefined> =>
  promise.then(
    () => undefined,
    (error: MongoServerError) => Number(error.code),
  );

test('groups, sorts and counts what it unwinds', async () => {
  const found = await orders
    .aggregate([
      { $unwind: '$items' },
      { $group: { _id: '$items.sku', sold: { $sum: '$items.count' }, buyers: { $addToSet: '$customer' } } },
      { $sort: { sold: -1 } },
    ])
    .toArray();
  expect(found).toEqual([
    { _id: 'bag', sold: 3, buyers: ['ada', 'bob'] },
    { _id: 'seat', sold: 1, buyers: ['ada'] },
  ]);
});

test('a cursor gives the documents in batches', async () => {
  const cursor = orders.aggregate([{ $sort: { _id: 1 } }, { $project: { customer: 1 } }], { batchSize: 1 });
  expect(await cursor.toArray()).toEqual([
    { _id: 1, customer: 'ada' },
    { _id: 2, customer: 'bob' },
    { _id: 3, customer: 'ada' },
  ]);
});

test.each([
  ['a hash table', false],
  ['the index of the other collection', true],
])('$lookup joins through %s', async (_, indexed) => {
  const customers = db.collection<{ _id: number; name?: string }>('customers');
  await customers.insertMany([{ _id: 1, name: 'ada' }, { _id: 2, name: 'cyd' }, { _id: 3 }]);
  if (indexed) await customers.createIndex({ name: 1 });
  const found = await orders
    .aggregate([
      { $lookup: { from: 'customers', localField: 'customer', foreignField: 'name', as: 'who' } },
      { $sort: { _id: 1 } },
      { $project: { who: 1 } },
    ])
    .toArray();
  expect(found).toEqual([
    { _id: 1, who: [{ _id: 1, name: 'ada' }] },
    { _id: 2, who: [] },
    { _id: 3, who: [{ _id: 1, name: 'ada' }] },
  ]);
});

test('$lookup with a pipeline sees the variables of let', async () => {
  const found = await orders
    .aggregate([
      { $match: { _id: 1 } },
      {
        $lookup: {
          from: 'orders',
          let: { me: '$_id' },
          pipeline: [{ $match: { $expr: { $gt: ['$_id', '$$me'] } } }, { $project: { _id: 1 } }],
          as: 'later',
        },
      },
      { $project: { later: 1 } },
    ])
    .toArray();
  expect(found).toEqual([{ _id: 1, later: [{ _id: 2 }, { _id: 3 }] }]);
});

test('$out replaces a collection as a whole and keeps its indexes', async () => {
  const target = db.collection<{ _id: number }>('out');
  await target.insertOne({ _id: 99 });
  await target.createIndex({ customer: 1 }, { name: 'byCustomer' });
  await orders
    .aggregate([{ $match: { customer: 'ada' } }, { $project: { customer: 1 } }, { $out: 'out' }])
    .toArray();
  expect(await target.find().toArray()).toEqual([
    { _id: 1, customer: 'ada' },
    { _id: 3, customer: 'ada' },
  ]);
  expect((await target.indexes()).map(({ name }) => name)).toEqual(['_id_', 'byCustomer']);
});

test('$out that fails leaves its target as it was', async () => {
  const target = db.collection<{ _id: number }>('out');
  await target.insertOne({ _id: 99 });
  await target.createIndex({ customer: 1 }, { unique: true });
  expect(await codeOf(orders.aggregate([{ $out: 'out' }]).toArray())).toBe(11000);
  expect(await target.find().toArray()).toEqual([{ _id: 99 }]);
  expect((await db.listCollections().toArray()).map(({ name }) => name).sort()).toEqual(['orders', 'out']);
});

test('$merge changes what is there and adds what is not', async () => {
  const totals = db.collection<{ _id: string; orders: number; since?: string }>('totals');
  await totals.insertOne({ _id: 'ada', orders: 10, since: '2020' });
  await orders
    .aggregate([
      { $group: { _id: '$customer', orders: { $sum: 1 } } },
      {
        $merge: {
          into: 'totals',
          whenMatched: [{ $set: { orders: { $add: ['$orders', '$$new.orders'] } } }],
          whenNotMatched: 'insert',
        },
      },
    ])
    .toArray();
  expect(await totals.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'ada', orders: 12, since: '2020' },
    { _id: 'bob', orders: 1 },
  ]);
});

test('expressions work in filters, projections and pipeline updates', async () => {
  const many = { $expr: { $gt: [{ $size: '$items' }, '$$least'] } };
  expect(
    await orders
      .find(many, { let: { least: 1 } })
      .map(({ _id }) => _id)
      .toArray(),
  ).toEqual([1]);
  const [projected] = await orders
    .find({ _id: 2 }, { projection: { total: { $sum: '$items.price' } } })
    .toArray();
  expect(projected).toEqual({ _id: 2, total: 30 });
  await orders.updateOne({ _id: 3 }, [{ $set: { customer: { $toUpper: '$customer' } } }]);
  expect(await orders.findOne({ _id: 3 })).toEqual({ _id: 3, customer: 'ADA', items: [] });
  expect(await orders.countDocuments(many, { let: { least: 0 } })).toBe(2);
  await orders.deleteMany({ $expr: { $eq: ['$customer', 'ADA'] } });
  expect(await orders.estimatedDocumentCount()).toBe(2);
});

test('a view is read through its pipeline', async () => {
  await db.createCollection('adas', { viewOn: 'orders', pipeline: [{ $match: { customer: 'ada' } }] });
  const found = await db
    .collection('adas')
    .aggregate([{ $project: { _id: 1 } }, { $sort: { _id: 1 } }])
    .toArray();
  expect(found).toEqual([{ _id: 1 }, { _id: 3 }]);
});

test('$documents needs no collection', async () => {
  const found = await db
    .aggregate([{ $documents: [{ a: 1 }, { a: 2 }] }, { $set: { b: { $add: ['$a', 1] } } }])
    .toArray();
  expect(found).toEqual([
    { a: 1, b: 2 },
    { a: 2, b: 3 },
  ]);
});

test("$$NOW is the emulator's time", async () => {
  running.clock.freeze(Date.UTC(2031, 4, 5));
  const [found] = await db.aggregate([{ $documents: [{}] }, { $project: { now: '$$NOW' } }]).toArray();
  expect(found).toEqual({ now: new Date(Date.UTC(2031, 4, 5)) });
});

test.each<[string, object[], number]>([
  ['an unknown stage', [{ $nope: {} }], 40324],
  ['an unknown expression', [{ $set: { a: { $nope: 1 } } }], 168],
  ['an unknown accumulator', [{ $group: { _id: 1, a: { $nope: 1 } } }], 15952],
  ['two stages in one', [{ $match: {}, $limit: 1 }], 40323],
  ['$out in the middle', [{ $out: 'x' }, { $limit: 1 }], 40601],
  ['a limit of zero', [{ $limit: 0 }], 15958],
])('refuses %s', async (_, pipeline, code) => {
  expect(await codeOf(orders.aggregate(pipeline).toArray())).toBe(code);
});

test('refuses a command without a cursor', async () => {
  expect(await codeOf(db.command({ aggregate: 'orders', pipeline: [] }))).toBe(9);
});
