import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bundleProgram } from '../helpers/bundle-program.js';
import { runCli } from '../helpers/cli.js';
import { Dev, emptyProject } from '../helpers/dev.js';
import { ApiClient, placeOrder, trip } from '../helpers/journey.js';

vi.setConfig({ testTimeout: 120_000 });
const TENANT = 'aulis-air';
const [FROM, TO] = ['eu-central-1', 'us-east-1'];
const STEPS = ['begin', 'copy', 'hold', 'verify', 'declare', 'switch', 'wipe', 'forget', 'end'];
/** What an earlier version may have left plain: its bytes must not stay behind. */
const MARK = 'Zwergschnauzer-4711';
const SERVE = '/aggregation-api/servePassengerRecommendations';

const project = emptyProject();
const state = join(project.folder, '.arcube/state');
const journal = join(state, `moves/${TENANT}.json`);
/** The bundled `move-child.ts`. */
let mover: string;
let dev: Dev;
let client: ApiClient;

const move = (...args: string[]) =>
  runCli(['tenant', 'move', TENANT, '--project', project.folder, '--drain', '0s', '--json', ...args]);
async function signIn(): Promise<ApiClient> {
  const found = dev.ready.credentials.find(({ tenant }) => tenant === TENANT);
  return ApiClient.of({ ...dev.ready, credentials: found ? [found] : [] }, found?.region ?? '');
}

beforeAll(async () => {
  cpSync('templates/tenant', join(project.folder, 'tenants'), { recursive: true });
  mover = await bundleProgram('test/helpers/move-child.ts');
  dev = await Dev.start(project.folder);
  client = await signIn();
}, 60_000);
afterAll(async () => {
  await dev?.end();
  if (mover) rmSync(mover);
  project.remove();
});

async function inRegion<T>(region: string, read: (mongo: MongoClient) => Promise<T>): Promise<T> {
  const mongo = new MongoClient(dev.ready.urls.mongoByRegion[region] ?? '');
  try {
    return await read(mongo);
  } finally {
    await mongo.close();
  }
}

/** Documents of the tenant in a region, by collection. */
function holdings(region: string): Promise<Record<string, number>> {
  return inRegion(region, async (mongo) => {
    const db = mongo.db('arcube');
    const counts: Record<string, number> = {};
    for (const { name } of await db.listCollections().toArray()) {
      if (['tenants', 'rate_windows', 'vendor_outcomes'].includes(name)) continue;
      const documents = await db.collection<Document & { _id: string }>(name).find().toArray();
      const own = documents.filter((one) => one.tenant === TENANT || one._id.startsWith(TENANT));
      if (own.length > 0) counts[name] = own.length;
    }
    return counts;
  });
}

/** Files of a region that contain a text. */
async function filesWith(region: string, text: string): Promise<string[]> {
  const names = await readdir(join(project.folder, '.arcube'), { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of names) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !path.includes(region)) continue;
    if ((await readFile(path)).includes(text)) found.push(path);
  }
  return found;
}

/** The move that the platform knows of. */
const knownMove = () =>
  inRegion('eu-central-1', async (mongo) => {
    const tenants = mongo.db('arcube').collection<Document & { _id: string }>('tenants');
    return (await tenants.findOne({ _id: TENANT }))?.move as unknown;
  });

function child(at: string): { process: ChildProcess; ended: Promise<NodeJS.Signals | number | null> } {
  const started = spawn(process.execPath, [mover, project.folder, TENANT, TO, at], { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    started.once('exit', (code, signal) => resolve(signal ?? code));
  });
  return { process: started, ended };
}

test('a region that is none, the tenant’s own, or without a cluster is refused', async () => {
  for (const to of ['the-moon', FROM, 'ap-south-1']) {
    const { code, stdout } = await move('--to', to);
    expect([to, code]).toEqual([to, 2]);
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toHaveProperty('error.todo');
  }
  expect(existsSync(journal)).toBe(false);
});

test('killed at every step, and with the emulator killed too, a move ends whole, and leaves no byte behind', async () => {
  const placed = await placeOrder(client, 'MOVE01', 'EUR');
  const order = String(placed.body.transactionId);
  const now = new Date();
  const old = {
    ...trip('OLDMV1'),
    tenant: TENANT,
    version: 1,
    correlationId: 'c',
    createdAt: now,
    updatedAt: now,
  };
  (old.passengers[0] as { lastName: string }).lastName = MARK;
  await inRegion(FROM, async (mongo) => {
    const trips = mongo.db('arcube').collection<Document & { _id: string }>('trips');
    await trips.insertOne({ _id: `${TENANT}/pnr:OLDMV1`, ...old });
  });
  const before = await holdings(FROM);
  expect(before).toMatchObject({ trips: 2, orders: 1, ledger: 2, data_keys: 1 });
  expect((await filesWith(FROM, MARK)).length).toBeGreaterThan(0);

  for (const [index, step] of STEPS.entries()) {
    expect([step, await child(step).ended]).toEqual([step, 'SIGKILL']);
    const kept = JSON.parse(readFileSync(journal, 'utf8')) as { step: string };
    expect(kept).toMatchObject({ tenant: TENANT, from: FROM, to: TO, step });
    // as if it had died before it could write that it was done with the step before
    if (index > 0) writeFileSync(journal, JSON.stringify({ ...kept, step: STEPS[index - 1] }));
    // nobody could go on with a move that the platform knows and the journal does not
    if (step === 'begin') expect(await knownMove()).toBeUndefined();
    if (step === 'copy') expect(await knownMove()).toMatchObject({ from: FROM, to: TO, hold: false });
    if (step === 'verify') await whileHeld(order);
    if (step === 'declare') {
      await dev.end('SIGKILL');
      dev = await Dev.start(project.folder);
      client = await signIn();
      await whileHeld(order);
    }
  }
  const { code, stdout } = await move('--to', TO);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ tenant: TENANT, from: FROM, to: TO, compacted: true });
  expect(existsSync(journal)).toBe(false);

  expect(await holdings(FROM)).toEqual({});
  const after = await holdings(TO);
  const { booking_keys: keys = 0, ...others } = before;
  for (const [name, count] of Object.entries(others)) expect([name, after[name] ?? 0]).toEqual([name, count]);
  expect(after.booking_keys).toBeGreaterThan(keys); // what was plain has been sealed, too
  for (const mark of [MARK, 'OLDMV1', 'MOVE01', order]) expect(await filesWith(FROM, mark)).toEqual([]);
  expect(readFileSync(join(project.folder, 'tenants', `${TENANT}.yaml`), 'utf8')).toMatch(
    /^# A sample airline[\s\S]*\ndataRegion: us-east-1\n/,
  );
  const listed = await client.get('/cancellation-api/orders?pnr=MOVE01');
  expect(JSON.stringify(listed.body.orders)).toContain(order);
  expect((await client.post(SERVE, { pnr: 'OLDMV1', pointOfSale: 'WIDGET' })).status).toBe(200);
  expect((await placeOrder(client, 'MOVE02', 'EUR')).status).toBe(200);
  expect((await client.get('/webhooks')).body.webhooks).toMatchObject([{ source: 'file', enabled: false }]);
  expect(await holdings(FROM)).toEqual({});
});

/** Writes are refused so that they can be repeated; reading goes on. */
async function whileHeld(order: string): Promise<void> {
  const refused = await client.post(SERVE, trip('MOVE09'), { 'idempotency-key': randomUUID() });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect(refused.body.error).toMatchObject({ code: 'UNAVAILABLE' });
  const listed = await client.get('/cancellation-api/orders?pnr=MOVE01');
  expect([listed.status, JSON.stringify(listed.body).includes(order)]).toEqual([200, true]);
  const erase = ['tenant', 'erase', TENANT, '--pnr', 'MOVE01', '--project', project.folder, '--json'];
  const { code, stdout } = await runCli(erase);
  expect([code, stdout]).toEqual([1, expect.stringContaining('MOVE_UNDER_WAY')]);
}

test('of two moves at once one is refused; to another target, too, until the first is finished', async () => {
  const file = join(project.folder, 'tenants', `${TENANT}.yaml`);
  const yaml = readFileSync(file, 'utf8');
  const back = spawn(process.execPath, [mover, project.folder, TENANT, FROM, 'stop:copy'], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => back.once('exit', resolve));
  await vi.waitFor(() => expect(readFileSync(journal, 'utf8')).toContain('"copy"'), { timeout: 30_000 });
  const second = await move('--to', FROM);
  expect([second.code, JSON.parse(second.stdout).error.code]).toEqual([1, 'MOVE_RUNNING']);
  back.kill('SIGKILL');
  await ended;
  const other = await move('--to', 'me-central-1');
  expect([other.code, JSON.parse(other.stdout).error.code]).toEqual([1, 'MOVE_OTHER_TARGET']);
  expect((await move('--to', FROM)).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(yaml.replace(`dataRegion: ${TO}`, `dataRegion: ${FROM}`));
  expect(await holdings(TO)).toEqual({});
  expect((await placeOrder(client, 'MOVE03', 'EUR')).status).toBe(200);
});

test('an edit of the region by hand is refused while there is data: it would stay behind', async () => {
  const file = join(project.folder, 'tenants', `${TENANT}.yaml`);
  const yaml = readFileSync(file, 'utf8');
  writeFileSync(file, yaml.replace(`dataRegion: ${FROM}`, `dataRegion: ${TO}`));
  await dev.until(() => JSON.stringify(dev.lines).includes('REGION_BY_MOVE'));
  expect((await placeOrder(client, 'MOVE04', 'EUR')).status).toBe(200);
  expect(await holdings(TO)).toEqual({});
  writeFileSync(file, yaml);
});
