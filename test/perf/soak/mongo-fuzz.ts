import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { BSON, type Document, MongoClient } from 'mongodb';
import { EmbeddedCluster } from '../../../emulator/mongo/cluster.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';

/** Sends damaged messages (300,000 unless told otherwise) over raw sockets and looks whether a witness still gets answers. */
const total = Number(process.argv[2] ?? 300_000);
const ids = createIds(process.argv[3] ?? 'fuzz');

const SAMPLES = [
  { hello: 1, client: { application: { name: 'x' } }, $db: 'admin' },
  {
    find: 'c',
    filter: { a: { $in: [1, 'x', null] }, 'b.c': { $gt: 1.5 } },
    sort: { a: -1 },
    limit: 5,
    $db: 't',
  },
  { insert: 'c', documents: [{ a: 1, b: [1, { c: new Date(0) }], d: new BSON.ObjectId() }], $db: 't' },
  {
    update: 'c',
    updates: [{ q: { a: 1 }, u: { $inc: { b: 1 }, $set: { 'x.y': 2 } }, upsert: true }],
    $db: 't',
  },
  { delete: 'c', deletes: [{ q: { zzz: 1 }, limit: 1 }], $db: 't' },
  {
    aggregate: 'c',
    pipeline: [{ $match: { a: 1 } }, { $group: { _id: '$a', n: { $sum: 1 } } }],
    cursor: {},
    $db: 't',
  },
  { findAndModify: 'c', query: { a: 1 }, update: { $push: { l: 1 } }, new: true, $db: 't' },
  { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1' }], $db: 't' },
].map(opMsg);

const clock = new MovableClock();
const cluster = new EmbeddedCluster({
  region: 'fuzz',
  clock,
  ids,
  onBackgroundError: (error) => console.error(error),
});
await cluster.start();
const { hostname, port } = new URL(cluster.uri);
const startRss = process.memoryUsage().rss;
const witness = await new MongoClient(cluster.uri).connect();
let slowest = 0;
let failures = 0;
let watching = true;
const watched = watch();
for (let sent = 0; sent < total; sent += 20) {
  await Promise.all(Array.from({ length: 20 }, () => send(damaged())));
  if (sent % 20_000 === 0) await report(sent);
}
await report(total);
watching = false;
await watched;
await witness.close();
await cluster.stop();
clock.stop();

/** An undamaged client all the while: how long its slowest answer took, and whether any failed. */
async function watch(): Promise<void> {
  const things = witness.db('witness').collection<{ _id: number }>('things');
  for (let n = 0; watching; n++) {
    const before = performance.now();
    try {
      await things.replaceOne({ _id: n % 10 }, { at: before }, { upsert: true });
      await things.findOne({ _id: n % 10 });
    } catch (error) {
      failures++;
      console.error(error);
    }
    slowest = Math.max(slowest, performance.now() - before);
    await delay(20);
  }
}

function damaged(): Buffer {
  const bad = Buffer.from(SAMPLES[Math.floor(ids.random() * SAMPLES.length)]!);
  const flips = 1 + Math.floor(ids.random() * 6);
  for (let i = 0; i < flips; i++)
    bad[16 + Math.floor(ids.random() * (bad.length - 16))] = Math.floor(ids.random() * 256);
  return bad;
}

/** Resolves when the server has answered or closed. */
function send(message: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.end(message));
    socket.on('error', () => {});
    socket.on('data', () => {});
    socket.on('close', () => resolve());
  });
}

async function report(sent: number): Promise<void> {
  // What undamaged parts have stored would count as growth.
  const { catalogue } = cluster.server.storage;
  for (const database of catalogue.databases()) if (database !== 'witness') catalogue.dropDatabase(database);
  const before = performance.now();
  await send(opMsg({ ping: 1, $db: 'admin' }));
  const rss = (process.memoryUsage().rss - startRss) / 2 ** 20;
  console.log(
    `${sent} sent, a ping takes ${(performance.now() - before).toFixed(1)} ms, memory +${rss.toFixed(0)} MB, ` +
      `the witness waited ${slowest.toFixed(0)} ms at most for two answers, ${failures} failed`,
  );
  slowest = 0;
}

function opMsg(command: Document): Buffer {
  const body = BSON.serialize(command);
  const message = Buffer.alloc(21 + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(2013, 12);
  message.set(body, 21);
  return message;
}
