import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { startCluster } from '../../../helpers/mongo-cluster.js';
import { MongoSocket, opMsg, opMsgOf, opQuery, section, sequence } from '../../../helpers/mongo-socket.js';

const PING = { ping: 1, $db: 'admin' };

/** Messages of many kinds, to be damaged. */
const SAMPLES: Buffer[] = [
  opMsg({ hello: 1, client: { application: { name: 'x' } }, $db: 'admin' }),
  opMsg({ find: 'c', filter: { a: { $in: [1, 'x', null] } }, sort: { a: -1 }, limit: 5, $db: 't' }),
  opMsg({ insert: 'c', documents: [{ a: 1, b: [1, { c: new Date(0) }], d: new BSON.ObjectId() }], $db: 't' }),
  opMsgOf(
    Buffer.concat([
      section(0, BSON.serialize({ insert: 'c', $db: 't' })),
      sequence('documents', [{ a: 1 }, { b: 'x' }]),
    ]),
  ),
  opMsg({
    update: 'c',
    updates: [{ q: { a: 1 }, u: { $inc: { b: 1 }, $set: { 'x.y': 2 } }, upsert: true }],
    $db: 't',
  }),
  opMsg({ delete: 'c', deletes: [{ q: { zzz: 1 }, limit: 1 }], $db: 't' }),
  opMsg({ findAndModify: 'c', query: { a: 1 }, update: { $push: { l: 1 } }, new: true, $db: 't' }),
  opMsg({ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1' }], $db: 't' }),
  opMsg({ getMore: BSON.Long.fromNumber(5), collection: 'c', $db: 't' }),
  opMsg({ listCollections: 1, $db: 't' }),
  opQuery('admin.$cmd', { isMaster: 1 }),
];

describe('damaged messages', () => {
  test('neither stop the server nor disturb others', async () => {
    const { cluster } = await startCluster();
    const witness = await MongoSocket.open(cluster.uri);
    const damage = fc.record({
      sample: fc.constantFrom(...SAMPLES),
      flips: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      cut: fc.option(fc.nat(), { freq: 4 }),
    });
    for (const { sample, flips, cut } of fc.sample(damage, 1_500)) {
      const client = await MongoSocket.open(cluster.uri);
      const bad = Buffer.from(sample);
      for (const [at, byte] of flips) bad[16 + (at % (bad.length - 16))] = byte;
      const message = cut === null ? bad : bad.subarray(0, 16 + (cut % (bad.length - 16)));
      if (cut !== null) message.writeInt32LE(message.length, 0);
      client.socket.end(message);
      await client.untilClosed();
    }
    expect(Number((await witness.command(PING))?.ok)).toBe(1);
    expect(cluster.server.connectionCount()).toBeLessThan(5);
  });

  test('random bytes end their connection', async () => {
    const { cluster } = await startCluster();
    for (const bytes of fc.sample(fc.uint8Array({ minLength: 16, maxLength: 200 }), 100)) {
      const client = await MongoSocket.open(cluster.uri);
      client.socket.end(Buffer.from(bytes));
      await client.untilClosed();
    }
    expect(Number((await (await MongoSocket.open(cluster.uri)).command(PING))?.ok)).toBe(1);
  });
});

describe('clients that behave badly', () => {
  test('one that stops reading holds one answer, not all of them', async () => {
    const { cluster, connect } = await startCluster();
    const big = 'x'.repeat(1_000_000);
    const collection = (await connect()).db('t').collection('big');
    await collection.insertMany(Array.from({ length: 12 }, () => ({ big })));
    const client = await MongoSocket.open(cluster.uri);
    client.socket.pause();
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().rss;
    for (let i = 0; i < 60; i++) client.socket.write(opMsg({ find: 'big', $db: 't' }));
    await delay(300);
    // 60 answers are 720 MB; one is 12 MB, and each is copied a few times on its way.
    expect(process.memoryUsage().arrayBuffers + process.memoryUsage().rss - before).toBeLessThan(400_000_000);
    const other = await MongoSocket.open(cluster.uri);
    expect(Number((await other.command(PING))?.ok)).toBe(1);
  });

  test('one that hangs up in the middle of a message leaves nothing behind', async () => {
    const { cluster } = await startCluster();
    const client = await MongoSocket.open(cluster.uri);
    client.socket.write(opMsg({ insert: 'c', documents: [{ a: 1 }], $db: 't' }).subarray(0, 30));
    await delay(20);
    client.socket.destroy();
    await expect.poll(() => cluster.server.connectionCount()).toBe(0);
  });

  test('10,000 open cursors are kept apart, and killed with their session', async () => {
    const { cluster } = await startCluster();
    const client = await MongoSocket.open(cluster.uri);
    await client.command({
      insert: 'c',
      documents: Array.from({ length: 5 }, (_, i) => ({ _id: i })),
      $db: 't',
    });
    const lsid = { id: new BSON.UUID() };
    const ids = new Set<string>();
    for (let i = 0; i < 100; i++) {
      client.socket.write(
        Buffer.concat(Array.from({ length: 100 }, () => opMsg({ find: 'c', batchSize: 2, lsid, $db: 't' }))),
      );
      for (let j = 0; j < 100; j++) ids.add(String((await client.reply())?.cursor.id));
    }
    expect(ids.size).toBe(10_000);
    expect(cluster.server.cursors.size).toBe(10_000);
    const more = await client.command({
      getMore: BSON.Long.fromString([...ids][7]!),
      collection: 'c',
      lsid,
      $db: 't',
    });
    expect(more?.cursor.nextBatch).toHaveLength(3);
    await client.command({ endSessions: [lsid], $db: 'admin' });
    expect(cluster.server.cursors.size).toBe(0);
  });
});

describe('documents that are too much', () => {
  test.each([
    ['a document beyond 16 MB', { insert: 'c', documents: [{ x: 'x'.repeat(16 * 1024 * 1024) }], $db: 't' }],
    ['an array as _id', { insert: 'c', documents: [{ _id: [1] }], $db: 't' }],
    ['a regular expression as _id', { insert: 'c', documents: [{ _id: /x/ }], $db: 't' }],
  ])('%s is refused', async (_name, command) => {
    const { cluster } = await startCluster();
    const client = await MongoSocket.open(cluster.uri);
    const reply = await client.command(command);
    expect(reply?.writeErrors ?? reply?.code).toBeTruthy();
    expect(Number(reply?.n ?? 0)).toBe(0);
    expect(Number((await client.command(PING))?.ok)).toBe(1);
  });

  test('a depth bomb is Overflow', async () => {
    const { cluster } = await startCluster();
    const client = await MongoSocket.open(cluster.uri);
    let bomb: object = {};
    for (let i = 0; i < 2_000; i++) bomb = { a: bomb };
    const reply = await client.command({ insert: 'c', documents: [bomb], $db: 't' });
    expect(Number(reply?.code)).toBe(15);
  });

  test('a filter of 10 MB is answered', async () => {
    const { cluster } = await startCluster();
    const client = await MongoSocket.open(cluster.uri);
    await client.command({ insert: 'c', documents: [{ a: 1 }, { a: 2_000_000 }], $db: 't' });
    const $in = Array.from({ length: 600_000 }, (_, i) => i);
    const reply = await client.command({ find: 'c', filter: { a: { $in } }, $db: 't' });
    expect(reply?.cursor.firstBatch).toHaveLength(1);
  });
});
