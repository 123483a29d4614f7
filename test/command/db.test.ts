import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../emulator/mongo/cluster.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';
import { runCli } from '../helpers/cli.js';

const REGION = 'eu-central-1';
let project: string;
let root: string;
let clock: MovableClock;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'arcube-db-'));
  root = join(project, '.arcube', 'state', 'mongo');
  clock = new MovableClock();
});
afterEach(async () => {
  clock.stop();
  await rm(project, { recursive: true, force: true });
});

/** Runs an embedded cluster on the project's folder while `work` goes on. */
async function serving<T>(work: (client: MongoClient) => Promise<T>): Promise<T> {
  const cluster = new EmbeddedCluster({
    region: REGION,
    folder: join(root, REGION),
    clock,
    ids: createIds(),
    onBackgroundError: (error) => {
      throw error;
    },
  });
  await cluster.start();
  const client = await new MongoClient(cluster.uri).connect();
  try {
    return await work(client);
  } finally {
    await client.close();
    await cluster.stop();
  }
}

async function names(): Promise<unknown[]> {
  const found = await serving((client) => client.db('a').collection('b').find().sort({ _id: 1 }).toArray());
  return found.map(({ name }) => name);
}

test('a snapshot of a running database, and the way back to it and to a moment', async () => {
  const file = join(project, 'one.arc');
  const moment = await serving(async (client) => {
    const things = client.db('a').collection('b');
    await things.insertOne({ name: 'first' });
    const taken = await runCli(['db', 'snapshot', file, '--project', project, '--json']);
    expect(taken.stderr).toBe('');
    expect(JSON.parse(taken.stdout)).toEqual({ region: REGION, file });
    const busy = await runCli(['db', 'restore', file, '--project', project, '--json']);
    expect(busy.code).toBe(3);
    expect(JSON.parse(busy.stdout).error.code).toBe('MONGO_FOLDER_LOCKED');
    clock.advance(60_000);
    await things.insertOne({ name: 'second' });
    const between = clock.now() + 1_000;
    clock.advance(60_000);
    await things.insertOne({ name: 'third' });
    return between;
  });
  expect(await names()).toEqual(['first', 'second', 'third']);
  const to = new Date(moment).toISOString();
  expect(await runCli(['db', 'restore', '--to', to, '--project', project])).toMatchObject({ code: 0 });
  expect(await names()).toEqual(['first', 'second']);
  expect(await runCli(['db', 'restore', file, '--project', project])).toMatchObject({ code: 0 });
  expect(await names()).toEqual(['first']);
  expect((await readdir(root)).filter((name) => name.includes('.before-'))).toHaveLength(2);
});

test('what cannot be restored is said, and changes nothing', async () => {
  const none = await runCli(['db', 'snapshot', 'x.arc', '--project', project]);
  expect(none.code).toBe(1);
  expect(none.stderr).toContain('no kept database');
  await serving((client) => client.db('a').collection('b').insertOne({ name: 'first' }));
  const early = await runCli(['db', 'restore', '--to', '2001-01-01', '--project', project]);
  expect(early.stderr).toContain('cannot be restored to 2001-01-01');
  const wrong = await runCli(['db', 'restore', join(project, 'nothing.arc'), '--project', project]);
  expect(wrong.stderr).toContain('nothing.arc cannot be read');
  const both = await runCli(['db', 'restore', 'x.arc', '--to', '2030-01-01', '--project', project]);
  expect(both.code).toBe(2);
  expect(await names()).toEqual(['first']);
});
