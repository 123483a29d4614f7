import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CliResult, runCli } from '../helpers/cli.js';
import { Dev, emptyProject } from '../helpers/dev.js';
import { ApiClient, offersOf, placeOrder, trip } from '../helpers/journey.js';

vi.setConfig({ testTimeout: 60_000 });
const project = emptyProject();
const TENANT = 'sky-hellas';
let dev: Dev;
let added: { file: string; clientId: string; clientSecret: string; edgeSecret: string };

const tenant = (...args: string[]): Promise<CliResult> =>
  runCli(['tenant', ...args, '--project', project.folder]);
async function json<T = Record<string, never>>(...args: string[]): Promise<{ code: number | null; body: T }> {
  const { code, stdout } = await tenant(...args, '--json');
  return { code, body: JSON.parse(stdout) as T };
}
const file = () => join(project.folder, 'tenants', `${TENANT}.yaml`);
const text = () => readFileSync(file(), 'utf8');
/** Waits until a change of the file has been taken up. */
const reloads = () => dev.lines.filter((line) => line.event === 'reload' && line.what === 'tenant').length;
async function afterReload<T>(change: () => Promise<T>): Promise<T> {
  const before = reloads();
  const result = await change();
  await dev.until(() => reloads() > before);
  return result;
}
const signIn = async () =>
  ApiClient.of({ ...dev.ready, credentials: [{ ...added, tenant: TENANT, region: 'x' }] }, 'x');

beforeAll(async () => {
  const init = await runCli(['init', project.folder, '--tenant', 'first-air', '--yes']);
  expect(init.code).toBe(0);
  dev = await Dev.start(project.folder);
}, 60_000);
afterAll(async () => {
  await dev?.end();
  project.remove();
});

test('a report of every tenant is a list in JSON, be it of one', async () => {
  const { code, stdout } = await tenant('report', '--format', 'json');
  expect([code, JSON.parse(stdout)]).toMatchObject([0, [{ tenant: 'first-air' }]]);
});

describe('tenant add', () => {
  test('makes a tenant that works at once, with secrets that are shown once', async () => {
    const result = await afterReload(() => tenant('add', TENANT, '--currency', 'EUR', '--yes', '--json'));
    expect(result.code).toBe(0);
    added = JSON.parse(result.stdout);
    expect(added.file).toBe(file());
    for (const secret of [added.clientSecret, added.edgeSecret]) expect(text()).not.toContain(secret);
    expect(text()).toMatch(/^# yaml-language-server: \$schema=..\/.arcube\/schemas\/tenant.schema.json\n/);
    const schema = join(project.folder, '.arcube/schemas/tenant.schema.json');
    expect(JSON.parse(readFileSync(schema, 'utf8'))).toMatchObject({ title: 'Tenant' });
    expect(statSync(join(project.folder, '.arcube/secrets.json')).mode & 0o077).toBe(0);
    const client = await signIn();
    expect(client.token).not.toBe('');
    for (const verb of [['show', TENANT], ['list'], ['export', TENANT]])
      expect((await tenant(...verb)).stdout).not.toContain(added.clientSecret);
  });

  test('with an endpoint declares it, and makes what signs its deliveries', async () => {
    const url = 'https://hooks.hook-air.example/arcube';
    const result = await afterReload(() => tenant('add', 'hook-air', '--webhook', url, '--yes', '--json'));
    const { webhookSecret } = JSON.parse(result.stdout);
    const kept = () => JSON.parse(readFileSync(join(project.folder, '.arcube/secrets.json'), 'utf8'));
    expect(kept()['hook-air/webhook']).toBe(webhookSecret);
    const { body } = await json<{ tenant: { webhooks: object[] } }>('export', 'hook-air');
    expect(body.tenant.webhooks).toEqual([
      {
        id: 'events',
        url,
        events: ['order.*', 'cancellation.*', 'refund.*'],
        secretRef: 'hook-air/webhook',
        enabled: true,
      },
    ]);
    for (const verb of ['show', 'export'])
      expect((await tenant(verb, 'hook-air')).stdout).not.toContain(webhookSecret);
    expect((await tenant('validate')).stdout).toMatch(/^3 files are right\.\n$/);
    await afterReload(() => tenant('remove', 'hook-air'));
    expect(Object.keys(kept()).filter((name) => name.startsWith('hook-air'))).toEqual([]);
    const wrong = await tenant('add', 'hook-air', '--webhook', 'ftp://hooks.example.com', '--yes');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('webhooks[0].url')]);
  });

  test('refuses what is there, what cannot be, and a client of another tenant', async () => {
    const again = await json<{ error: { code: string } }>('add', TENANT, '--yes');
    expect([again.code, again.body.error.code]).toEqual([2, 'TENANT_EXISTS']);
    const wrong = await tenant('add', 'new-air', '--currency', 'DRA', '--region', 'the-moon', '--yes');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/dataRegion[\s\S]*currency/);
    writeFileSync(
      join(project.folder, 'tenants', 'taken.yaml'),
      text().replaceAll(TENANT, 'taken').replace('taken-api', 'new-air-api'),
    );
    const taken = await tenant('add', 'new-air', '--yes');
    expect(taken.stderr).toContain('client `new-air-api` is already declared');
    await afterReload(() => tenant('remove', 'taken'));
  });
});

describe('tenant set', () => {
  test('keeps comments and order, and is in force with the next call', async () => {
    const client = await signIn();
    const share = async () => {
      const { offers } = await offersOf(client, 'SET001');
      const lounge = offers.find(({ category }) => category === 'LOUNGE_ACCESS');
      return (lounge?.price ?? 0) / (lounge?.price_arcube ?? 1);
    };
    expect(await share()).toBeCloseTo(1.2, 2);
    writeFileSync(file(), text().replace('defaultMarkup: 20', 'defaultMarkup: 20 # by contract'));
    const before = text();
    const result = await afterReload(() => tenant('set', TENANT, 'categories.LOUNGE_ACCESS.markup=50'));
    expect(result.code).toBe(0);
    expect(await share()).toBeCloseTo(1.5, 2);
    const line = '  LOUNGE_ACCESS: { enabled: true, markup: 50 }';
    expect(text()).toBe(before.replace('  LOUNGE_ACCESS: { enabled: true }', line));
    await afterReload(() => tenant('set', TENANT, '--unset', 'categories.LOUNGE_ACCESS.markup'));
    expect(text()).toBe(before);
    const several = await json<{ tenant: object }>(
      'set',
      TENANT,
      'locales=[en-GB, el-GR]',
      'ratePlan={perMinute: 90, burst: 20}',
    );
    expect(several.body.tenant).toMatchObject({
      locales: ['en-GB', 'el-GR'],
      ratePlan: { perMinute: 90, burst: 20 },
    });
    await tenant('set', TENANT, '--unset', 'ratePlan');
  });

  test('writes nothing that is wrong, and tells every fault', async () => {
    const before = text();
    const { code, stderr } = await tenant('set', TENANT, 'categories.ESIMS.markup=900', 'currency=dirham');
    expect(code).toBe(2);
    expect(stderr).toMatch(/sky-hellas\.yaml:\d+:\d+[\s\S]*sky-hellas\.yaml:\d+:\d+/);
    for (const fixed of ['id=other', 'dataRegion=us-east-1'])
      expect((await tenant('set', TENANT, fixed)).code).toBe(2);
    expect((await tenant('set', TENANT, 'nonsense')).code).toBe(2);
    const through = await json<{ error: { code: string } }>('set', TENANT, 'name.first=Sky');
    expect([through.code, through.body.error.code]).toEqual([2, 'NO_SUCH_SETTING']);
    const taken = await tenant('set', TENANT, 'clients[0].id=first-air-api');
    expect([taken.code, taken.stderr]).toEqual([
      2,
      expect.stringContaining('client `first-air-api` is already declared'),
    ]);
    expect((await tenant('set', TENANT, '--unset', 'nothing.there')).code).toBe(0);
    expect(text()).toBe(before);
  });
});

describe('tenant list, show, validate, export', () => {
  test('tell the same, for people and programs', async () => {
    const list = await json<{ tenants: { id: string }[] }>('list');
    expect(list.body.tenants.map(({ id }) => id)).toEqual(['first-air', TENANT]);
    const shown = await json<{ tenant: object }>('show', TENANT);
    expect(shown.body.tenant).toMatchObject({
      id: TENANT,
      platformShare: 10,
      clients: [{ secretRef: `${TENANT}/client` }],
    });
    expect((await tenant('show', TENANT)).stdout).toContain('platformShare: 10');
    const out = join(project.folder, 'exported.yaml');
    expect((await tenant('export', TENANT, '--out', out)).code).toBe(0);
    expect(await json('validate', out)).toMatchObject({ code: 0, body: { ok: true } });
    const exported = JSON.parse((await tenant('export', TENANT, '--format', 'json')).stdout);
    expect(exported).toEqual((shown.body as { tenant: object }).tenant);
    expect(await json('show', 'nobody')).toMatchObject({
      code: 2,
      body: { error: { code: 'NO_SUCH_TENANT' } },
    });
  });

  test('every fault comes with its place, and exit code 5', async () => {
    const bad = join(project.folder, 'bad.yaml');
    writeFileSync(
      bad,
      text()
        .replace('currency: "EUR"', 'currency: EURO')
        .replace('role: api_client', 'role: king\n    secret: hush'),
    );
    const { code, body } = await json<{ diagnostics: { code: string; place: { line: number } }[] }>(
      'validate',
      bad,
      file(),
    );
    expect(code).toBe(5);
    expect(body.diagnostics.map((one) => one.code).sort()).toEqual([
      'NOT_ALLOWED',
      'NOT_ALLOWED',
      'SECRET_IN_FILE',
    ]);
    for (const one of body.diagnostics) expect(one.place.line).toBeGreaterThan(1);
    const texts = await tenant('validate', bad);
    expect(texts.stdout).toMatch(/bad\.yaml:7:\d+/);
  });
});

interface Report {
  tenant: string;
  reconciled: boolean;
  totals: { currency: string; paid: number; due: number; accounts: Record<string, number> }[];
  orders: { order: string; paid: number; balances: Record<string, number> }[];
  discrepancies: { account: string }[];
}

describe('tenant report', () => {
  test('agrees with the orders to the cent, in every format, and says when it does not', async () => {
    const client = await signIn();
    const { body } = await placeOrder(client, 'REP001', 'EUR');
    const order = (body as unknown as { transactionId: string }).transactionId;
    const good = await json<Report>('report', TENANT);
    expect(good).toMatchObject({ code: 0, body: { reconciled: true } });
    const [sum] = good.body.totals;
    expect(sum).toMatchObject({ currency: 'EUR', due: sum?.paid });
    const row = good.body.orders.find((one) => one.order === order);
    expect(row?.balances.passenger).toBe(-(row?.paid ?? 0));
    const csv = (await tenant('report', TENANT, '--format', 'csv')).stdout;
    expect(csv).toContain(`${order},`);
    const table = await tenant('report', TENANT);
    expect(table.stdout).toContain('agree to the cent');
    expect((await json<Report>('report', TENANT, '--to', '2020-01-01')).body.orders).toEqual([]);
    const all = (await tenant('report', '--json')).stdout.trim().split('\n');
    const { tenants } = (await json<{ tenants: { id: string }[] }>('list')).body;
    expect(all.map((line) => (JSON.parse(line) as Report).tenant)).toEqual(tenants.map(({ id }) => id));
    expect(csv.split(/\r?\n/).find((line) => line.startsWith(order))).toMatch(new RegExp(`,true,${TENANT}$`));
    const mongo = new MongoClient(dev.ready.urls.mongo);
    try {
      const ledger = mongo.db('arcube').collection<{ _id: string }>('ledger');
      await ledger.updateOne(
        { _id: `${order}:itm_1:CONFIRMED` },
        { $inc: { 'lines.1.amount': 1, 'lines.0.amount': -1 } },
      );
      const wrong = await json<Report>('report', TENANT);
      expect(wrong).toMatchObject({ code: 1, body: { reconciled: false } });
      expect(wrong.body.discrepancies.length).toBe(2);
      const told = await tenant('report', TENANT);
      expect([told.code, told.stdout.includes(order)]).toEqual([1, true]);
      await ledger.updateOne(
        { _id: `${order}:itm_1:CONFIRMED` },
        { $inc: { 'lines.1.amount': -1, 'lines.0.amount': 1 } },
      );
    } finally {
      await mongo.close();
    }
    expect((await tenant('report', 'nobody')).code).toBe(2);
    const backwards = ['--from', '2026-08-01', '--to', '2026-07-01'];
    expect((await tenant('report', TENANT, ...backwards)).code).toBe(2);
  });
});

describe('tenant erase', () => {
  test('removes a booking from database, journal and kept requests, and proves it; another stays', async () => {
    const client = await signIn();
    await placeOrder(client, 'ERA001', 'EUR');
    const other = {
      ...trip('ERA002'),
      passengers: [
        { id: 'P1', type: 'ADT', lastName: 'Stays' },
        { id: 'P2', type: 'CHD' },
      ],
    };
    const path = '/aggregation-api/servePassengerRecommendations';
    expect((await client.post(path, other)).status).toBe(200);
    expect((await json('erase', TENANT, '--pnr', 'ERA001', '--last-name', 'Nobody')).code).toBe(1);
    const { code, body } = await json<{
      removed: Record<string, number>;
      proof: object;
      proven: boolean;
      requests: number;
    }>('erase', TENANT, '--pnr', 'ERA001', '--last-name', 'papadaki');
    expect(body).toMatchObject({
      removed: { trips: 1, pricing_bundles: 1, idempotency_keys: 1 },
      anonymised: { orders: 1 },
      proof: { documents: { remaining: 0 }, files: { found: [] }, otherRegions: {} },
      proven: true,
    });
    expect(code).toBe(0);
    expect(body.requests).toBeGreaterThan(0);
    const orders = await client.get('/cancellation-api/orders?pnr=ERA001');
    expect(orders.body.orders).toEqual([]);
    expect((await json<Report>('report', TENANT)).body.reconciled).toBe(true);
    expect((await client.post(path, { pnr: 'ERA002', pointOfSale: 'WIDGET' })).status).toBe(200);
    const nothing = await json<{ proven: boolean }>('erase', TENANT, '--pnr', 'ERA001');
    expect(nothing).toMatchObject({ code: 0, body: { removed: {}, anonymised: { orders: 0 } } });
    // the letters of a field that every document has speak of no booking
    expect((await json('erase', TENANT, '--pnr', 'TENANT')).body).toMatchObject({ removed: {} });
    expect((await tenant('erase', TENANT, '--pnr', 'ERA001')).stdout).toContain('no such booking');
    for (const pnr of ['', 'E', '.*', 'ERA 002'])
      expect([pnr, (await json('erase', TENANT, '--pnr', pnr)).code]).toEqual([pnr, 2]);
    expect((await client.post(path, { pnr: 'ERA002', pointOfSale: 'WIDGET' })).status).toBe(200);
  });
});

describe('tenant remove', () => {
  test('is refused while an order is open or data is there, unless that is erased, everywhere, with a last report', async () => {
    const client = await signIn();
    const { body } = await placeOrder(client, 'OPEN01', 'EUR');
    const mongo = new MongoClient(dev.ready.urls.mongo);
    const orders = mongo.db('arcube').collection<{ _id: string }>('orders');
    await orders.updateOne({ _id: String(body.transactionId) }, { $set: { status: 'PENDING' } });
    await mongo.close();
    const refused = await json<{ error: { code: string; why: string } }>('remove', TENANT);
    expect([refused.code, refused.body.error.code]).toEqual([1, 'TENANT_OPEN_ORDERS']);
    expect(refused.body.error.why).toContain(String(body.transactionId));
    const erase = await json<{ error: { code: string } }>('erase', TENANT, '--pnr', 'OPEN01');
    expect([erase.code, erase.body.error.code]).toEqual([1, 'TENANT_DATA_REFUSED']);
    const kept = await json<{ error: { code: string; why: string } }>('remove', TENANT, '--force');
    expect([kept.code, kept.body.error.code]).toEqual([1, 'TENANT_HAS_DATA']);
    expect(kept.body.error.why).toMatch(/eu-central-1: .*\d+ orders/);
    const asked = await json<{ error: { code: string } }>('remove', TENANT, '--force', '--erase');
    expect([asked.code, asked.body.error.code]).toEqual([2, 'TENANT_NOT_CONFIRMED']);
    const report = join(project.folder, 'last', 'report.json');
    const erase1 = ['remove', TENANT, '--force', '--erase', '--yes', '--report', report];
    const wiped = await json<Record<string, object>>(...erase1);
    expect(wiped.body).toMatchObject({
      wiped: { 'eu-central-1': { orders: expect.any(Number), ledger: expect.any(Number) } },
      shredded: ['eu-central-1'],
      proof: { documents: {}, files: { found: [] } },
      proven: true,
    });
    expect(wiped.code).toBe(0);
    const last = JSON.parse(readFileSync(report, 'utf8'));
    expect(last.orders.length).toBeGreaterThan(0);
    expect(JSON.stringify(last)).not.toMatch(/Papadaki|OPEN01/);
    const again = await json<{ proven: boolean; wiped: object }>('remove', TENANT, '--erase', '--yes');
    expect(again).toMatchObject({ code: 0, body: { proven: true, wiped: {} } });
    expect((await client.get('/webhooks')).status).toBe(403);
    expect(readFileSync(join(project.folder, '.arcube/secrets.json'), 'utf8')).not.toContain(
      added.clientSecret,
    );
    expect((await tenant('remove', TENANT)).code).toBe(2);
  });
});
