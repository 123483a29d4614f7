import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runCli, spawnCli } from '../../helpers/cli.js';
import { Dev, emptyProject } from '../../helpers/dev.js';
import { startCluster } from '../../helpers/mongo-cluster.js';

async function onServer() {
  const { cluster, connect } = await startCluster();
  const shell = (...args: string[]) => runCli(['db', 'shell', 'shop', '--uri', cluster.uri, ...args]);
  return { uri: cluster.uri, shell, connect };
}

/** Types lines at the built-in shell, and gives what it wrote. */
async function typed(uri: string, ...lines: string[]): Promise<{ code: number | null; stdout: string }> {
  const child = spawnCli(['db', 'shell', 'shop', '--uri', uri, '--builtin']);
  let stdout = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stdin?.end(`${lines.join('\n')}\n`);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout };
}

describe('db shell --eval', () => {
  test('runs code and prints extended JSON for programs', async () => {
    const { shell, connect } = await onServer();
    const inserted = await shell(
      '--json',
      '--eval',
      "db.orders.insertOne({_id: 1, at: ISODate('2026-01-01')})",
    );
    expect([inserted.code, inserted.stderr]).toEqual([0, '']);
    const found = await shell('--json', '--eval', 'db.orders.find({}, {_id: 0})');
    expect(JSON.parse(found.stdout)).toEqual([{ at: { $date: '2026-01-01T00:00:00Z' } }]);
    const counted = await shell('--eval', 'const n = await db.orders.countDocuments(); return n + 1');
    expect(counted.stdout).toBe('2\n');
    const client = await connect();
    expect(await client.db('shop').collection('orders').countDocuments()).toBe(1);
  });

  test('tells what the server refused, with its code, and fails', async () => {
    const { shell } = await onServer();
    const people = await shell('--eval', 'db.orders.aggregate([{ $nope: 1 }])');
    const programs = await shell('--json', '--eval', 'db.orders.aggregate([{ $nope: 1 }])');
    expect([people.code, programs.code]).toEqual([1, 1]);
    expect(people.stderr).toContain(
      "MongoServerError (code 40324): Unrecognized pipeline stage name: '$nope'",
    );
    expect(JSON.parse(programs.stdout).error.code).toBe('DB_EVAL_FAILED');
    expect((await shell('--eval', 'db.a(')).stderr).toContain('SyntaxError');
  });

  test('a server that does not answer is named without its password', async () => {
    const args = ['--uri', 'mongodb://u:hunter2@127.0.0.1:1/?serverSelectionTimeoutMS=200', '--eval', '1'];
    const { code, stderr } = await runCli(['db', 'shell', ...args]);
    expect(code).toBe(3);
    expect(stderr).toContain('[MONGO_UNREACHABLE]');
    expect(stderr).not.toContain('hunter2');
  });
});

describe('the built-in shell', () => {
  test('keeps variables, changes databases and pages through a cursor', async () => {
    const { uri } = await onServer();
    const { code, stdout } = await typed(
      uri,
      'db.items.insertMany(Array.from({ length: 45 }, (_, n) => ({ _id: n })))',
      'const n = await db.items.countDocuments()',
      '`n is ${n}`',
      'db.items.find()',
      'it',
      'it',
      'it',
      'use other',
      'db.getName()',
      'show dbs',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('n is 45');
    expect(stdout.match(/Type "it" for more/g)).toHaveLength(2);
    expect(stdout).toContain('{ _id: 44 }');
    expect(stdout).toContain('no cursor');
    expect(stdout).toContain('switched to db other');
    expect(stdout).toMatch(/name: 'shop'/);
  });

  test('goes on after an error', async () => {
    const { uri } = await onServer();
    const { stdout } = await typed(
      uri,
      'db.a.insertOne({_id: 1})',
      'db.a.insertOne({_id: 1})',
      'nonsense',
      '1 + 1',
    );
    expect(stdout).toContain('MongoServerError[11000]: E11000 duplicate key error');
    expect(stdout).toContain('ReferenceError: nonsense is not defined');
    expect(stdout).toContain('> 2\n');
  });
});

test.skipIf(process.platform === 'win32')(
  'mongosh is opened where it is on the PATH, and its exit code kept',
  async () => {
    const { uri } = await onServer();
    const folder = mkdtempSync(join(tmpdir(), 'arcube-mongosh-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'mongosh');
    writeFileSync(file, '#!/bin/sh\necho "mongosh got: $@"\nexit 7\n');
    chmodSync(file, 0o755);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    const { code, stdout } = await runCli(['db', 'shell', 'shop', '--uri', uri], { env });
    expect(stdout).toBe(`mongosh got: ${uri.replace('/?', '/shop?')}\n`);
    expect(code).toBe(7);
  },
);

test('the shell finds the regions of a running emulator', { timeout: 60_000 }, async () => {
  const { folder, remove } = emptyProject();
  onTestFinished(remove);
  const shell = (...args: string[]) => runCli(['db', 'shell', '--project', folder, '--json', ...args]);
  expect((await shell('--eval', '1')).code).toBe(4);
  const dev = await Dev.start(folder);
  onTestFinished(async () => void (await dev.end()));
  const here = await shell('--region', 'us-east-1', '--eval', 'db.adminCommand("hello").then((h) => h.me)');
  expect(dev.ready.urls.mongoByRegion['us-east-1']).toContain(JSON.parse(here.stdout));
  const unknown = await shell('--region', 'mars-north-1', '--eval', '1');
  expect(unknown.code).toBe(2);
  expect(JSON.parse(unknown.stdout).error.what).toContain('eu-central-1, me-central-1, us-east-1');
  expect((await shell()).code).toBe(2);
});
