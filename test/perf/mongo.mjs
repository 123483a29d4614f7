#!/usr/bin/env node
// Speed of the embedded MongoDB through the official driver, as ratios within one run:
//   node test/perf/mongo.mjs [--uri mongodb://…] [--documents 100000] [--million]
// Rates by key stand beside the same driver's ping, scans beside the same loop over plain objects.
import { fork, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { MongoClient } from 'mongodb';

const { values: args } = parseArgs({
  options: {
    uri: { type: 'string' },
    documents: { type: 'string', default: '100000' },
    million: { type: 'boolean', default: false },
  },
});
const DOCUMENTS = Number(args.documents);
const ROUNDS = 7;
const root = await mkdtemp(join(tmpdir(), 'arcube-bench-server-'));

try {
  const folder = await mkdtemp(join(tmpdir(), 'arcube-bench-'));
  const script = await bundleServer();
  const server = args.uri === undefined ? await startServer(script, folder) : { uri: args.uri };
  if (server.startMs)
    report('spawn, import, listen', server.startMs, 'ms (bare node: ', await bareNode(), ' ms)');
  const client = await new MongoClient(server.uri).connect();
  try {
    await client.db('bench').dropDatabase();
    await rates(client.db('bench'));
    await scans(client.db('bench'));
    await growth(client.db('bench'));
    if (args.million) await million(client.db('bench'), server.child);
    await client.db('bench').collection('growth').drop();
  } finally {
    await client.close();
    await stopServer(server.child);
  }
  await rm(folder, { recursive: true, force: true });
  if (server.child) await reopen(script, folder);
  await rm(folder, { recursive: true, force: true });
} finally {
  await rm(root, { recursive: true, force: true });
}

async function bundleServer() {
  const outfile = join(root, 'server.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../helpers/mongo-server-child.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return outfile;
}

async function startServer(script, folder) {
  const started = performance.now();
  const child = fork(script, folder === undefined ? [] : [folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const uri = await new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data).trim()));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { child, uri, startMs: performance.now() - started };
}

async function stopServer(child) {
  if (child === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.disconnect();
  await ended;
}

async function bareNode() {
  const started = performance.now();
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  return round(performance.now() - started);
}

/** Operations a second by key, one after the other, interleaved with pings so that noise hits all alike. */
async function rates(db) {
  const things = db.collection('keyed');
  await things.insertMany(Array.from({ length: 10_000 }, (_, i) => ({ _id: i, ...person(i) })));
  let next = 10_000;
  const key = () => Math.floor(Math.random() * 10_000);
  const kinds = {
    ping: () => db.command({ ping: 1 }),
    findOne: () => things.findOne({ _id: key() }),
    updateOne: () => things.updateOne({ _id: key() }, { $inc: { n: 1 } }),
    insertOne: () => things.insertOne({ _id: next++, ...person(next) }),
  };
  const found = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const [kind, run] of Object.entries(kinds)) found[kind].push(await perSecond(run, 400));
  }
  const ping = median(found.ping);
  report('ping', Math.round(ping), '/s');
  for (const kind of ['findOne', 'updateOne', 'insertOne']) {
    const rate = median(found[kind]);
    report(`${kind} by key`, Math.round(rate), `/s = ${Math.round((100 * rate) / ping)} % of ping`);
  }
}

async function perSecond(run, ms) {
  const started = performance.now();
  let count = 0;
  for (; performance.now() - started < ms; count++) await run();
  return (count * 1000) / (performance.now() - started);
}

/** Whole-collection work, less a ping, beside a loop over plain objects in this process. */
async function scans(db) {
  const things = db.collection('things');
  const rows = Array.from({ length: DOCUMENTS }, (_, i) => ({ _id: i, ...person(i) }));
  for (let at = 0; at < rows.length; at += 10_000) await things.insertMany(rows.slice(at, at + 10_000));
  await things.findOne({ name: 'nobody' });
  const ping = await time(() => db.command({ ping: 1 }));
  const cases = {
    'unindexed scan, equality': [
      () => things.findOne({ name: 'nobody' }),
      () => rows.find((row) => row.name === 'nobody'),
    ],
    'unindexed scan, range': [
      () => things.countDocuments({ n: { $gte: 5_000_000, $lt: 6_000_000 } }),
      () => rows.filter((row) => row.n >= 5_000_000 && row.n < 6_000_000).length,
    ],
    'sort + limit 20': [
      () => things.find().sort({ score: -1 }).limit(20).toArray(),
      () => rows.toSorted((a, b) => b.score - a.score).slice(0, 20),
    ],
    $group: [
      () =>
        things.aggregate([{ $group: { _id: '$city', n: { $sum: 1 }, total: { $sum: '$score' } } }]).toArray(),
      () => {
        const groups = new Map();
        for (const row of rows) {
          const group = groups.get(row.city) ?? { n: 0, total: 0 };
          groups.set(row.city, group);
          group.n++;
          group.total += row.score;
        }
        return groups.size;
      },
    ],
  };
  for (const [name, [query, loop]] of Object.entries(cases)) {
    try {
      const ms = (await time(query)) - ping;
      report(`${name} over ${DOCUMENTS}`, round(ms), `ms (plain objects: ${round(await time(loop))} ms)`);
    } catch (error) {
      report(name, 0, `not measured: ${error.message}`);
    }
  }
}

/** An indexed query at growing sizes: its time should grow as log n does. */
async function growth(db) {
  const things = db.collection('growth');
  await things.createIndex({ code: 1 });
  let size = 0;
  const steps = args.million ? [1_000, 10_000, 100_000, 1_000_000] : [1_000, 10_000, 100_000];
  for (const wanted of steps) {
    for (; size < wanted; size += 1_000) {
      await things.insertMany(
        Array.from({ length: 1_000 }, (_, i) => ({ code: scatter(size + i), name: `name ${size + i}` })),
      );
    }
    await perSecond(() => things.findOne({ code: scatter(Math.floor(Math.random() * size)) }), 200);
    const rate = await perSecond(
      () => things.findOne({ code: scatter(Math.floor(Math.random() * size)) }),
      600,
    );
    report(`findOne by index, ${wanted} documents`, Math.round(rate), '/s');
  }
}

async function million(db, child) {
  const count = await db.collection('growth').estimatedDocumentCount();
  if (child === undefined) return;
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  report(`memory with ${count} small documents and the rest`, Math.round(memory / 1024), 'MiB');
}

/** Opening a folder of so many documents beside opening none, and the first answers. */
async function reopen(script, folder) {
  const filled = await startServer(script, folder);
  const writer = await new MongoClient(filled.uri).connect();
  const things = writer.db('bench').collection('things');
  const rows = Array.from({ length: DOCUMENTS }, (_, i) => person(i));
  for (let at = 0; at < rows.length; at += 10_000) await things.insertMany(rows.slice(at, at + 10_000));
  const { _id } = await things.findOne();
  await writer.close();
  await stopServer(filled.child);
  const times = { full: [], empty: [], first: [] };
  for (let turn = 0; turn < 5; turn++) {
    const empty = await startServer(script);
    times.empty.push(empty.startMs);
    await stopServer(empty.child);
    const { child, uri, startMs } = await startServer(script, folder);
    times.full.push(startMs);
    const client = await new MongoClient(uri).connect();
    await client.db('bench').command({ ping: 1 });
    const started = performance.now();
    await client.db('bench').collection('things').findOne({ _id });
    times.first.push(performance.now() - started);
    await client.close();
    await stopServer(child);
  }
  const open = median(times.full) - median(times.empty);
  report(
    `reopen ${DOCUMENTS} documents`,
    round(open),
    `ms; first query by key ${round(median(times.first))} ms`,
  );
}

function person(i) {
  return {
    name: `name ${i}`,
    n: (i * 7_919) % 10_000_000,
    score: ((i * 104_729) % 1_000_003) / 10,
    city: `city ${i % 50}`,
    tags: [`t${i % 7}`, `t${i % 11}`],
    at: new Date(1_700_000_000_000 + i * 1000),
    inner: { a: i % 100, b: `b${i % 1000}` },
  };
}

function scatter(i) {
  return `c${((i * 2_654_435_761) % 4_294_967_296).toString(16)}`;
}

async function time(run) {
  const times = [];
  for (let turn = 0; turn < ROUNDS; turn++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return median(times);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function round(number) {
  return Math.round(number * 100) / 100;
}

function report(name, number, ...unit) {
  console.log(
    `${name.padEnd(46)} ${String(typeof number === 'number' ? round(number) : number).padStart(10)} ${unit.join('')}`,
  );
}
