import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db, Document, MongoClient } from 'mongodb';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCluster } from '../../helpers/mongo-cluster.js';

async function database(): Promise<{ db: Db; other: MongoClient }> {
  const { connect } = await startCluster();
  const db = (await connect()).db('t');
  await db.collection('one').insertOne({ _id: 1 } as Document);
  return { db, other: await connect() };
}

/** 150 MB in 3,000 documents, made on the way. */
const MUCH: Document[] = [
  { $project: { n: { $range: [0, 3000] }, text: { $literal: 'x'.repeat(50_000) } } },
  { $unwind: '$n' },
];

async function codeOf(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    () => undefined,
    (error: { code?: unknown }) => error.code,
  );
}

describe('memory', () => {
  test.each<[string, Document]>([
    ['$sort', { $sort: { n: -1 } }],
    ['$group', { $group: { _id: null, all: { $push: '$text' } } }],
    ['$setWindowFields', { $setWindowFields: { sortBy: { n: 1 }, output: { a: { $sum: '$n' } } } }],
  ])('%s that may not go to disk ends at 100 MB with 292', async (_name, stage) => {
    const { db } = await database();
    const run = (allowDiskUse: boolean) =>
      db
        .collection('one')
        .aggregate([...MUCH, stage, { $count: 'n' }], { allowDiskUse })
        .toArray();
    expect(await codeOf(run(false))).toBe(292);
    // One group's `$push` cannot be split, not on disk either.
    if (stage.$group !== undefined) expect(await codeOf(run(true))).toBe(146);
    else expect(await run(true)).toEqual([{ n: 3000 }]);
  });

  test('a group of many large keys, and a find that sorts, end with 292 too', async () => {
    const { db } = await database();
    const keys = [...MUCH, { $group: { _id: { n: '$n', text: '$text' } } }, { $count: 'n' }];
    expect(await codeOf(db.collection('one').aggregate(keys, { allowDiskUse: false }).toArray())).toBe(292);
    const text = 'x'.repeat(1_000_000);
    for (let at = 0; at < 7; at++) {
      const batch = Array.from({ length: 20 }, (_, n) => ({ n: at * 20 + n, text }));
      await db.collection('large').insertMany(batch);
    }
    const sorted = db
      .collection('large')
      .find({}, { projection: { n: 1 }, allowDiskUse: false, sort: { n: -1 } });
    expect(await codeOf(sorted.toArray())).toBe(292);
    const few = db.collection('large').find({}, { allowDiskUse: false, sort: { n: -1 }, limit: 2 });
    expect((await few.toArray()).map(({ n }) => n)).toEqual([139, 138]);
  });

  test('arrays doubled for ever, and expressions nested into billions of steps, are refused', async () => {
    const { db, other } = await database();
    const range = { $range: [0, 2000] };
    const doubled = {
      $reduce: { input: range, initialValue: [1], in: { $concatArrays: ['$$value', '$$value'] } },
    };
    const nested = [1, 2, 3, 4].reduce<Document>(
      (inner) => ({ $max: { $map: { input: range, in: inner } } }),
      { $literal: 1 },
    );
    const project = (a: Document) =>
      db
        .collection('one')
        .aggregate([{ $project: { a } }])
        .toArray();
    expect(await codeOf(project(doubled))).toBe(146);
    expect(await codeOf(project(nested))).toBe(96);
    expect(await other.db('t').collection('one').countDocuments()).toBe(1);
  });
});

describe('depth', () => {
  test('an explanation too deep for BSON is left out, and the server stays', async () => {
    const { db } = await database();
    const deep = Array.from({ length: 80 }).reduce<Document>((inner) => ({ $and: [inner] }), { a: 1 });
    await db.createCollection('deep', { validator: deep });
    expect(await codeOf(db.collection('deep').insertOne({ a: 2 }))).toBe(121);
    const deeper = Array.from({ length: 210 }).reduce<Document>((inner) => ({ a: inner }), {});
    expect(await codeOf(db.collection('deep').insertOne(deeper))).toBe(15);
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});

test('a validator may be an expression, which sees the moment of each write', async () => {
  const { db } = await database();
  await db.createCollection('past', { validator: { $expr: { $lte: ['$at', '$$NOW'] } } });
  await db.collection('past').insertOne({ at: new Date(0) });
  expect(await codeOf(db.collection('past').insertOne({ at: new Date('2999-01-01') }))).toBe(121);
});

test('a view takes a hint for what is behind it, and no natural sort', async () => {
  const { db } = await database();
  await db.createCollection('view', { viewOn: 'one', pipeline: [{ $set: { seen: true } }] });
  const view = db.collection('view');
  expect(await view.find().hint({ _id: 1 }).toArray()).toEqual([{ _id: 1, seen: true }]);
  expect(await codeOf(view.find().hint('nowhere').toArray())).toBe(2);
  expect(await codeOf(view.find().sort({ $natural: -1 }).toArray())).toBe(168);
});

test('an index that names the simple collation does not inherit the collection’s', async () => {
  const { db } = await database();
  const words = await db.createCollection('words', { collation: { locale: 'en', strength: 2 } });
  await words.createIndex({ word: 1 }, { unique: true, collation: { locale: 'simple' } });
  await words.insertMany([{ word: 'a' }, { word: 'A' }]);
  expect(await codeOf(words.insertOne({ word: 'a' }))).toBe(11000);
  expect(await words.countDocuments({ word: 'A' })).toBe(2);
});

test('what an unfinished transaction created is gone after a crash; what a finished one did stays', async () => {
  const root = await mkdtemp(join(tmpdir(), 'arcube-ddl-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const running = await startCluster({ folder: join(root, 'before') });
  const client = await running.connect();
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await client.db('t').createCollection('kept', { session });
    }),
  );
  const open = client.startSession();
  open.startTransaction();
  await client.db('t').collection('lost').insertOne({ a: 1 }, { session: open });
  // Acknowledged after the unfinished one, so that the journal holds both.
  await client
    .db('t')
    .collection('later')
    .insertOne({ a: 1 }, { writeConcern: { w: 1, j: true } });
  await cp(join(root, 'before'), join(root, 'after'), {
    recursive: true,
    filter: (file) => !file.endsWith('lock'),
  });
  await open.abortTransaction();
  await open.endSession();
  const { connect } = await startCluster({ folder: join(root, 'after') });
  const found = await (await connect()).db('t').listCollections({}, { nameOnly: true }).toArray();
  expect(found.map(({ name }) => name).sort()).toEqual(['kept', 'later']);
});
