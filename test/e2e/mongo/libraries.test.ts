import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import MongoStore from 'connect-mongo';
import type { SessionData } from 'express-session';
import { GridFSBucket } from 'mongodb';
import mongoose, { Schema } from 'mongoose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCluster } from '../../helpers/mongo-cluster.js';

async function openMongoose(uri: string): Promise<mongoose.Connection> {
  const connection = await mongoose.createConnection(uri, { dbName: 'air' }).asPromise();
  onTestFinished(() => connection.close());
  return connection;
}

describe('mongoose', () => {
  test('models: types, defaults, validation, versions, populate, indexes', async () => {
    const { cluster } = await startCluster();
    const connection = await openMongoose(cluster.uri);
    const airline = connection.model(
      'Airline',
      new Schema({ code: { type: String, unique: true, required: true } }),
    );
    const order = connection.model(
      'Order',
      new Schema(
        {
          airline: { type: Schema.Types.ObjectId, ref: 'Airline' },
          total: Schema.Types.Decimal128,
          miles: BigInt,
          items: [{ sku: String, n: Number }],
          meta: { type: Map, of: String },
          at: Date,
        },
        { timestamps: true },
      ),
    );
    await Promise.all([airline.init(), order.init()]);
    const lh = await airline.create({ code: 'LH' });
    await expect(airline.create({ code: 'LH' })).rejects.toMatchObject({ code: 11000 });
    await expect(airline.create({})).rejects.toThrow('required');
    const made = await order.create({
      airline: lh._id,
      total: '10.20',
      miles: 2n ** 60n,
      items: [{ sku: 'bag', n: 1 }],
      meta: { a: 'b' },
      at: new Date(0),
    });
    const found = await order.findById(made._id).populate<{ airline: { code: string } }>('airline').orFail();
    expect(found.airline.code).toBe('LH');
    expect(found.total?.toString()).toBe('10.20');
    expect(found.miles).toBe(2n ** 60n);
    found.items.push({ sku: 'seat', n: 2 });
    found.meta?.set('c', 'd');
    await found.save();
    const stale = await order.findById(made._id).orFail();
    stale.items[0]!.n = 5;
    await stale.save();
    const after = await order.findOne({ 'items.sku': 'seat' }).lean().orFail();
    expect(after.items.map(({ n }) => n)).toEqual([5, 2]);
    expect(after.meta).toEqual({ a: 'b', c: 'd' });
    expect(await order.countDocuments({ 'items.n': { $gte: 2 } })).toBe(1);
    const bySku = await order.aggregate([
      { $unwind: '$items' },
      { $group: { _id: '$items.sku', n: { $sum: '$items.n' } } },
      { $sort: { _id: 1 } },
    ]);
    expect(bySku).toEqual([
      { _id: 'bag', n: 5 },
      { _id: 'seat', n: 2 },
    ]);
  });

  test('transactions and cursors', async () => {
    const { cluster } = await startCluster();
    const connection = await openMongoose(cluster.uri);
    const seat = connection.model('Seat', new Schema({ no: Number, taken: Boolean }));
    await seat.insertMany(Array.from({ length: 30 }, (_, no) => ({ no, taken: false })));
    await expect(
      connection.transaction(async (session) => {
        await seat.updateMany({ no: { $lt: 10 } }, { taken: true }).session(session);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await seat.countDocuments({ taken: true })).toBe(0);
    await connection.transaction(async (session) => {
      await seat.updateMany({ no: { $lt: 10 } }, { taken: true }).session(session);
    });
    let seen = 0;
    for await (const each of seat.find({ taken: true }).cursor({ batchSize: 3 })) if (each.taken) seen++;
    expect(seen).toBe(10);
  });
});

test('connect-mongo keeps sessions and lets them expire', async () => {
  const { connect, cluster } = await startCluster();
  const client = await connect();
  const store = MongoStore.create({ client, dbName: 'web', ttl: 60 });
  onTestFinished(() => store.close());
  const session = { cookie: { originalMaxAge: 60_000 }, user: 'amy' } as unknown as SessionData;
  const call = <T>(run: (done: (error: unknown, result?: T) => void) => void): Promise<T | undefined> =>
    new Promise((resolve, reject) => run((error, result) => (error ? reject(error) : resolve(result))));
  await call((done) => void store.set('sid', session, done));
  await call((done) => void store.set('sid', { ...session, user: 'ben' } as unknown as SessionData, done));
  expect(await call((done) => void store.get('sid', done))).toMatchObject({ user: 'ben' });
  await call((done) => void store.touch('sid', session as never, done));
  expect(await call<number>((done) => void store.length(done))).toBe(1);
  const indexes = cluster.server.storage.catalogue.find('web', 'sessions')!.indexes.map(({ spec }) => spec);
  expect(indexes.some(({ expireAfterSeconds }) => expireAfterSeconds === 0)).toBe(true);
  await call((done) => void store.destroy('sid', done));
  expect(await call((done) => void store.get('sid', done))).toBeFalsy();
});

test('agenda runs its jobs', async () => {
  const { connect } = await startCluster();
  const client = await connect();
  const agenda = new Agenda({ backend: new MongoBackend({ mongo: client.db('jobs') }), processEvery: 20 });
  onTestFinished(() => agenda.stop());
  const done: string[] = [];
  agenda.define<{ to: string }>('mail', async (job) => void done.push(job.attrs.data.to));
  await agenda.start();
  await agenda.now('mail', { to: 'amy' });
  await agenda.schedule(new Date(Date.now() + 30), 'mail', { to: 'ben' });
  await expect.poll(() => done.toSorted(), { timeout: 5_000 }).toEqual(['amy', 'ben']);
});

test('GridFS stores and streams files', async () => {
  const { connect } = await startCluster();
  const bucket = new GridFSBucket((await connect()).db('files'), { chunkSizeBytes: 10_000 });
  const content = Buffer.alloc(123_456, 'arcube');
  const upload = bucket.openUploadStream('ticket.pdf', { metadata: { kind: 'ticket' } });
  Readable.from([content]).pipe(upload);
  await once(upload, 'finish');
  expect(await buffer(bucket.openDownloadStream(upload.id))).toEqual(content);
  expect(await buffer(bucket.openDownloadStreamByName('ticket.pdf', { start: 9_990, end: 10_010 }))).toEqual(
    content.subarray(9_990, 10_010),
  );
  expect(await bucket.find({ 'metadata.kind': 'ticket' }).toArray()).toHaveLength(1);
  await bucket.delete(upload.id);
  expect(await bucket.find().toArray()).toHaveLength(0);
});
