import { createHmac, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCli } from '../helpers/cli.js';
import { Dev, emptyProject } from '../helpers/dev.js';
import { ApiClient, type Offer, orderOf, trip } from '../helpers/journey.js';

vi.setConfig({ testTimeout: 60_000 });
const project = emptyProject();
let dev: Dev;

/** What is planted for each tenant; no other tenant has it. */
interface Planted {
  tenant: string;
  region: string;
  currency: string;
  mark: string;
  pnr: string;
}
const PLANTED: Planted[] = [
  { tenant: 'aulis-air', region: 'eu-central-1', currency: 'EUR', mark: 'Eumarkopoulos', pnr: 'EUMRK7' },
  { tenant: 'bluestem-airways', region: 'us-east-1', currency: 'USD', mark: 'Usmarkington', pnr: 'USMRK7' },
  { tenant: 'dune-horizon', region: 'me-central-1', currency: 'AED', mark: 'Memarkawi', pnr: 'MEMRK7' },
];

beforeAll(async () => {
  cpSync('templates/tenant', join(project.folder, 'tenants'), { recursive: true });
  dev = await Dev.start(project.folder);
  for (const planted of PLANTED) await live(planted);
  for (const { region } of PLANTED) {
    const folder = join(project.folder, '.arcube', 'backups', region);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'one.arc');
    const args = ['db', 'snapshot', file, '--region', region, '--project', project.folder];
    expect(await runCli(args)).toMatchObject({ code: 0 });
  }
  await dev.end(); // whatever still waited to be written is on disk now
}, 120_000);
afterAll(async () => {
  await dev?.end();
  project.remove();
});

/** Everything that a passenger's data comes in by: trips, offers, verification, orders of each kind, refusals. */
async function live({ tenant, region, currency, mark, pnr }: Planted): Promise<void> {
  const client = await ApiClient.of(dev.ready, region);
  const body = trip(pnr);
  const [lead, child] = body.passengers;
  const named = { ...lead, firstName: mark, lastName: mark, email: `${mark}@example.com` };
  const sent = { ...body, passengers: [named, child], pnrCurrency: currency };
  const served = await client.post('/aggregation-api/servePassengerRecommendations', sent);
  expect([tenant, served.status]).toEqual([tenant, 200]);
  const offers = served.body.result as unknown as Offer[];
  const correlationId = served.headers.get('x-correlation-id') ?? '';
  const [first, second] = offers as [Offer, Offer];
  const line = { id: first.id, categoryCode: first.category, unitPrice: first.price, quantity: 1 };
  const items = [{ ...line, totalPrice: first.price, currency }];
  await client.post('/checkout/verify', { correlationId, items });
  const order = orderOf(correlationId, [first], currency);
  const noted = {
    ...order,
    selectedAncillaries: order.selectedAncillaries.map((one) => ({ ...one, metadata: { mark } })),
  };
  const confirmed = await client.post('/order-api/confirmOrder', noted, { 'idempotency-key': randomUUID() });
  expect([tenant, confirmed.status]).toEqual([tenant, 200]);
  await widgetOrder({ tenant, region, currency, mark, pnr }, correlationId, second);
  await client.get(`/cancellation-api/orders?pnr=${pnr}`);
  await client.post('/webhooks', { url: 'https://hooks.example.com/x', events: ['order.*'] });
  // refused: by nobody known, by a forged token, for a fault of the body
  const stranger = new ApiClient(dev.ready.urls.api);
  await stranger.post('/aggregation-api/servePassengerRecommendations', sent);
  await stranger.post(
    '/checkout/verify',
    { correlationId, mark, items },
    { authorization: 'Bearer e30.e30.x' },
  );
  await stranger.get(`/cancellation-api/orders?pnr=${pnr}&name=${mark}`);
  await client.post('/aggregation-api/servePassengerRecommendations', {
    ...sent,
    passengers: [{ lastName: mark }],
  });
}

/** By a token of the tenant's edge. */
async function widgetOrder(
  { tenant, currency, mark, pnr }: Planted,
  correlationId: string,
  offer: Offer,
): Promise<void> {
  const edge = dev.ready.credentials.find((one) => one.tenant === tenant);
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomUUID()];
  const text = ['POST', '/auth/edge/token', tenant, timestamp, nonce].join('\n');
  const signature = createHmac('sha256', edge?.edgeSecret ?? '')
    .update(text)
    .digest('hex');
  const stranger = new ApiClient(dev.ready.urls.api);
  const signed = {
    'x-tenant-id': tenant,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': signature,
  };
  const token = await stranger.post('/auth/edge/token', { pnr }, signed);
  expect([tenant, token.status]).toEqual([tenant, 200]);
  const payment = {
    provider: 'psp',
    referenceId: randomUUID(),
    status: 'CONFIRMED',
    amount: 10_000,
    currency,
    paidAt: new Date().toISOString(),
    rawPayload: { holder: mark },
  };
  const body = {
    selectedAncillaries: [{ id: offer.id, vendor: offer.metadata.provider, passengerName: mark }],
    tenant,
    pnr,
    pointOfSale: 'AIRLINE_WEBSITE',
    requestedCurrency: currency,
    customer: { firstName: mark, lastName: mark, email: `${mark}@example.com` },
    passengers: [],
    externalPSP: payment,
  };
  const headers = { authorization: `Bearer ${token.body.access_token}`, 'x-correlation-id': correlationId };
  const ordered = await stranger.post('/transactions/widget-order-create', body, headers);
  expect([tenant, ordered.status, ordered.text.slice(0, 200)]).toEqual([tenant, 200, expect.any(String)]);
}

/** Every file that the emulator wrote, with its bytes. */
async function files(): Promise<{ path: string; bytes: Buffer }[]> {
  const root = join(project.folder, '.arcube');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => ({ path: path.slice(root.length), bytes: await readFile(path) })),
  );
}

test.each(PLANTED)(
  'what $tenant’s passengers gave lies in files of $region alone',
  async ({ region, mark, pnr }) => {
    const all = await files();
    const withMark = all
      .filter(({ bytes }) => bytes.includes(mark) || bytes.includes(pnr))
      .map(({ path }) => path);
    expect(withMark.length).toBeGreaterThan(0); // its kept requests: the test looks in the right places
    expect(withMark.filter((path) => !path.includes(`/${region}/`))).toEqual([]);
    // and in the database's own files it can be read by nobody without the key
    expect(withMark.filter((path) => !path.startsWith('/logs/'))).toEqual([]);
    const ofRegion = all.filter(
      ({ path }) => path.includes(`/mongo/${region}/`) || path.includes(`/backups/${region}/`),
    );
    expect(ofRegion.length).toBeGreaterThan(1);
  },
);

test('each region’s database and backup know their own tenants alone', async () => {
  const all = await files();
  for (const { tenant, region } of PLANTED) {
    const trips = all.filter(({ path, bytes }) => /\.arc$/.test(path) && bytes.includes(`${tenant}/~`));
    expect(trips.length).toBeGreaterThan(1);
    expect(trips.filter(({ path }) => !path.includes(`/${region}/`)).map(({ path }) => path)).toEqual([]);
  }
  dev = await Dev.start(project.folder);
  for (const { region, tenant } of PLANTED) {
    const mongo = new MongoClient(dev.ready.urls.mongoByRegion[region] ?? '');
    const db = mongo.db('arcube');
    for (const { name } of await db.listCollections().toArray()) {
      if (['tenants', 'rate_windows', 'vendor_outcomes'].includes(name)) continue;
      const documents = await db.collection<Document & { _id: string }>(name).find().toArray();
      const owners = documents.map((one) => String(one.tenant ?? /^[a-z-]+/.exec(one._id)?.[0]));
      expect([region, name, [...new Set(owners)].filter((owner) => owner !== tenant)]).toEqual([
        region,
        name,
        [],
      ]);
    }
    await mongo.close();
  }
});
