import { Long, MongoServerError } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { startCluster } from '../../helpers/mongo-cluster.js';

describe('the official driver', () => {
  test('writes, finds, changes and removes', async () => {
    const { connect } = await startCluster();
    const db = (await connect()).db('shop');
    const items = db.collection<{ _id: number; name?: string; n?: number }>('items');
    await items.insertMany(Array.from({ length: 250 }, (_, i) => ({ _id: i, name: `item ${i}`, n: i % 10 })));
    expect(await items.findOne({ _id: 7 })).toEqual({ _id: 7, name: 'item 7', n: 7 });
    const found = await items.find({ n: 3 }).sort({ _id: -1 }).skip(1).limit(2).toArray();
    expect(found.map(({ _id }) => _id)).toEqual([233, 223]);
    expect(await items.find().batchSize(40).toArray()).toHaveLength(250);
    expect(await items.findOne({ _id: 3 }, { projection: { _id: 0, n: 1 } })).toEqual({ n: 3 });
    const upserted = await items.updateOne(
      { _id: 900 },
      { $set: { name: 'new' }, $inc: { n: 2 } },
      { upsert: true },
    );
    expect(upserted).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 900 });
    expect(
      await items.findOneAndUpdate({ _id: 900 }, { $inc: { n: 1 } }, { returnDocument: 'after' }),
    ).toEqual({
      _id: 900,
      name: 'new',
      n: 3,
    });
    expect(await items.updateMany({ n: 5 }, { $set: { name: 'five' } })).toMatchObject({ modifiedCount: 25 });
    expect(await items.deleteMany({ n: { $gte: 5 } })).toMatchObject({ deletedCount: 125 });
    expect(await items.estimatedDocumentCount()).toBe(126);
  });

  test('unique indexes refuse with 11000, keyPattern and keyValue', async () => {
    const { connect } = await startCluster();
    const users = (await connect()).db('app').collection('users');
    await users.createIndex({ email: 1 }, { unique: true });
    await users.insertOne({ email: 'a@example.com' });
    const error = await users.insertOne({ email: 'a@example.com' }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MongoServerError);
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { email: 1 },
      keyValue: { email: 'a@example.com' },
    });
  });

  test('TTL indexes follow the emulator clock', async () => {
    const { connect, clock } = await startCluster();
    clock.freeze(Date.UTC(2030, 0, 1));
    const carts = (await connect()).db('app').collection('carts');
    await carts.createIndex({ at: 1 }, { expireAfterSeconds: 600 });
    await carts.insertMany([{ at: new Date(clock.now()) }, { at: new Date(clock.now() + 3_600_000) }]);
    clock.advance(700_000);
    await expect.poll(() => carts.find().toArray()).toHaveLength(1);
  });

  test('transactions commit together, roll back together, and are not seen before', async () => {
    const { connect } = await startCluster();
    const client = await connect();
    const seats = client.db('air').collection<{ _id: string; taken: boolean }>('seats');
    await seats.insertMany([
      { _id: '1A', taken: false },
      { _id: '1B', taken: false },
    ]);
    const session = client.startSession();
    session.startTransaction();
    await seats.updateOne({ _id: '1A' }, { $set: { taken: true } }, { session });
    expect(await seats.findOne({ _id: '1A' })).toMatchObject({ taken: false });
    expect(await seats.findOne({ _id: '1A' }, { session })).toMatchObject({ taken: true });
    await session.abortTransaction();
    expect(await seats.findOne({ _id: '1A' })).toMatchObject({ taken: false });
    await session.withTransaction(async () => {
      await seats.updateMany({}, { $set: { taken: true } }, { session });
    });
    expect(await seats.find({ taken: true }).toArray()).toHaveLength(2);
    await session.endSession();
  });

  test('a conflict inside a transaction is transient', async () => {
    const { connect } = await startCluster();
    const client = await connect();
    const one = client.db('air').collection<{ _id: number; n: number }>('one');
    await one.insertOne({ _id: 1, n: 0 });
    const [a, b] = [client.startSession(), client.startSession()];
    a.startTransaction();
    b.startTransaction();
    await one.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: a });
    const error = await one
      .updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: b })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 112 });
    expect((error as MongoServerError).hasErrorLabel('TransientTransactionError')).toBe(true);
    await a.commitTransaction();
    await b.abortTransaction();
    expect(await one.findOne({ _id: 1 })).toEqual({ _id: 1, n: 1 });
    await Promise.all([a.endSession(), b.endSession()]);
  });

  test('an int64 stays one', async () => {
    const { connect } = await startCluster();
    const longs = (await connect()).db('t').collection('longs', { promoteLongs: false });
    await longs.insertOne({ n: Long.fromNumber(5) });
    await longs.updateOne({}, { $inc: { n: 1 } });
    expect((await longs.findOne({}))?.n).toEqual(Long.fromNumber(6));
  });
});
