import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Dev, emptyProject } from '../helpers/dev.js';
import { ApiClient, offersOf, orderOf, placeOrder, trip } from '../helpers/journey.js';

const HOME = 'eu-central-1';
// twenty cold starts at once, on a machine that may be busy with other tests
vi.setConfig({ testTimeout: 60_000 });
const project = emptyProject();
let dev: Dev;
let client: ApiClient;

beforeAll(async () => {
  dev = await Dev.start(project.folder);
  client = await ApiClient.of(dev.ready, HOME);
}, 60_000);
afterAll(async () => {
  await dev?.end();
  project.remove();
});

/** Everything in a region's cluster, read by a client that knows nothing of the emulator. */
async function inDatabase<T>(uri: string, read: (client: MongoClient) => Promise<T>): Promise<T> {
  const mongo = new MongoClient(uri);
  try {
    return await read(mongo);
  } finally {
    await mongo.close();
  }
}

/** Documents of every collection of the platform, but for what each request writes (rate windows). */
async function countDocuments(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [region, uri] of Object.entries(dev.ready.urls.mongoByRegion))
    await inDatabase(uri, async (mongo) => {
      const db = mongo.db('arcube');
      for (const { name } of await db.listCollections().toArray())
        if (name !== 'rate_windows')
          counts[`${region}.${name}`] = (await db.collection(name).find().toArray()).length;
    });
  return counts;
}

describe('arcube dev --json', () => {
  it('begins with exactly one ready line that tells scripts everything', () => {
    const { event, urls, credentials } = dev.ready;
    expect(event).toBe('ready');
    expect(Object.keys(urls)).toEqual(
      expect.arrayContaining(['api', 'aws', 'control', 'mongo', 'mongoByRegion']),
    );
    expect(credentials.length).toBeGreaterThanOrEqual(2);
    for (const one of credentials)
      expect(Object.keys(one).sort()).toEqual(['clientId', 'clientSecret', 'edgeSecret', 'region', 'tenant']);
    expect(new Set(credentials.map((one) => one.region)).size).toBe(credentials.length);
    expect(urls.mongo).toBe(urls.mongoByRegion['eu-central-1']);
  });

  it('prints one line per request', async () => {
    const { headers } = await client.get('/health');
    const id = headers.get('x-amzn-requestid');
    await dev.until(() => dev.lines.some((line) => line.requestId === id));
    const line = dev.lines.find((one) => one.requestId === id);
    expect(line).toMatchObject({ event: 'request', method: 'GET', path: '/health', status: 200 });
  });
});

describe('the passenger journey', () => {
  it('goes from token to order, with prices that hold to the cent', async () => {
    const { offers, correlationId } = await offersOf(client, 'JRN001');
    const cents = (amount: number) => Math.round(amount * 100);
    expect(offers.map(({ category }) => category)).toEqual(
      expect.arrayContaining(['ESIMS', 'LOUNGE_ACCESS', 'BAGGAGE_PROTECTION', 'CARBON_OFFSET']),
    );
    for (const { price_partner, price_arcube } of offers)
      expect(cents(price_arcube)).toBe(Math.round((cents(price_partner) * 110) / 100 + Number.EPSILON));

    const chosen = offers.slice(0, 2);
    const items = chosen.map(({ id, category, price }) => ({
      id,
      categoryCode: category,
      unitPrice: price,
      quantity: 1,
      totalPrice: price,
      currency: 'EUR',
    }));
    const verified = await client.post('/checkout/verify', { correlationId, items });
    expect(verified.body).toMatchObject({ verified: true, mismatches: [] });
    const tampered = items.map((item) => ({ ...item, unitPrice: 0.01 }));
    const refused = await client.post('/checkout/verify', { correlationId, items: tampered });
    expect(refused.body).toMatchObject({ verified: false });

    const order = orderOf(correlationId, chosen, 'EUR');
    const placed = await client.post('/order-api/confirmOrder', order, { 'idempotency-key': randomUUID() });
    expect(placed.body).toMatchObject({ status: 'SUCCESS', failedAncillaries: [] });

    const { transactionId } = placed.body as unknown as { transactionId: string };
    const found = await inDatabase(dev.ready.urls.mongo, (mongo) => findAnywhere(mongo, transactionId));
    expect(found).toContain('orders');
    const elsewhere = Object.entries(dev.ready.urls.mongoByRegion).filter(
      ([region]) => region !== 'eu-central-1',
    );
    for (const [, uri] of elsewhere)
      expect(await inDatabase(uri, (mongo) => findAnywhere(mongo, transactionId))).toEqual([]);
  });

  it('makes one order of twenty equal requests at once', async () => {
    const { offers, correlationId } = await offersOf(client, 'JRN002');
    const order = orderOf(correlationId, offers.slice(0, 1), 'EUR');
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.post('/order-api/confirmOrder', order, headers)),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ status: 'SUCCESS' });
    const orders = await inDatabase(dev.ready.urls.mongo, (mongo) =>
      mongo.db('arcube').collection('orders').find().toArray(),
    );
    expect(orders.filter((one) => JSON.stringify(one).includes(correlationId))).toHaveLength(1);
    const other = orderOf(correlationId, offers.slice(1, 2), 'EUR');
    expect(await client.post('/order-api/confirmOrder', other, headers)).toMatchObject({
      status: 409,
      body: {
        error: { code: 'CONFLICT', details: [{ field: 'Idempotency-Key', reason: 'PAYLOAD_MISMATCH' }] },
      },
    });
  });

  it('refuses what the contract refuses, and leaves the database as it was', async () => {
    await client.get('/health');
    const before = await countDocuments();
    const good = trip('BAD001');
    const segment = good.segments[0];
    const path = '/aggregation-api/servePassengerRecommendations';
    const cases: [string, unknown][] = [
      ['malformed JSON', '{"pnr":'],
      ['a wrong type', { ...good, passengers: 'many' }],
      ['an unknown field', { ...good, passengers: [{ ...good.passengers[0], shoeSize: 43 }] }],
      ['a dangling passenger id', { ...good, segments: [{ ...segment, passengerIds: ['P9'] }] }],
      ['a past date', trip('BAD001', Date.now() - 400 * 86_400_000)],
      ['an unknown airport', { ...good, segments: [{ ...segment, arrival: 'QQQ' }] }],
    ];
    for (const [what, body] of cases) {
      const answer = await client.post(path, body);
      expect([what, answer.status, answer.body.error], what).toEqual([
        what,
        400,
        expect.objectContaining({ code: 'INVALID_ARGUMENT', requestId: expect.stringMatching(/^req_/) }),
      ]);
      expect(answer.headers.get('x-request-id')).toBe(
        (answer.body.error as unknown as { requestId: string }).requestId,
      );
    }
    const large = await client.post(path, { ...good, pnrLocale: 'x'.repeat(10 * 1024 * 1024) });
    expect(large.status).toBe(413);
    expect(large.body.error).toMatchObject({
      code: 'INVALID_ARGUMENT',
      requestId: large.headers.get('x-request-id'),
    });
    expect(await countDocuments()).toEqual(before);
  });

  it('refuses tokens that are tampered with, expired, or another tenant’s', async () => {
    const stranger = new ApiClient(dev.ready.urls.api);
    const [head, claims, signature = ''] = client.token.split('.');
    const path = '/aggregation-api/servePassengerRecommendations';
    const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    for (const authorization of [`Bearer ${head}.${claims}.${flipped}`, 'Bearer nonsense', ''])
      expect((await stranger.post(path, trip('TOK001'), { authorization })).status).toBe(401);
    const foreign = await client.post(path, { ...trip('TOK001'), tenant: 'bluestem-airways' });
    expect(foreign).toMatchObject({ status: 403, body: { error: { code: 'PERMISSION_DENIED' } } });

    const { offers, correlationId } = await offersOf(client, 'TOK002');
    const other = await ApiClient.of(dev.ready, 'us-east-1');
    const stolen = await other.post(
      '/order-api/confirmOrder',
      orderOf(correlationId, offers.slice(0, 1), 'EUR'),
      {
        'idempotency-key': randomUUID(),
      },
    );
    expect(stolen.status).toBeGreaterThanOrEqual(400);
    expect(stolen.text).not.toContain('Papadaki');

    const clock = `${dev.ready.urls.control}/_arcube/clock`;
    const move = (body: unknown) =>
      fetch(clock, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await move({ advance: '2h' });
    const expired = await client.post(path, trip('TOK003'));
    await move({ reset: true });
    expect(expired.status).toBe(401);
  });
});

describe('the data', () => {
  it('is there after kill -9', async () => {
    const placed = await placeOrder(client, 'KILL01', 'EUR');
    const { transactionId } = placed.body as unknown as { transactionId: string };
    dev.child.kill('SIGKILL');
    await dev.exited;
    dev = await Dev.start(project.folder);
    expect(await inDatabase(dev.ready.urls.mongo, (mongo) => findAnywhere(mongo, transactionId))).toContain(
      'orders',
    );
    client = await ApiClient.of(dev.ready, HOME);
    expect((await placeOrder(client, 'KILL02', 'EUR')).body).toMatchObject({ status: 'SUCCESS' });
  });

  it('is gone after --fresh, and only then', async () => {
    expect(await dev.end('SIGTERM')).toBe(0);
    dev = await Dev.start(project.folder, '--fresh');
    const counts = await countDocuments();
    expect(counts['eu-central-1.orders'] ?? 0).toBe(0);
    expect(counts['eu-central-1.tenants']).toBeGreaterThanOrEqual(2);
  });
});

/** Names of the collections that hold a document with this text. */
async function findAnywhere(mongo: MongoClient, text: string): Promise<string[]> {
  const names: string[] = [];
  const { databases } = await mongo.db('admin').admin().listDatabases();
  for (const { name: database } of databases) {
    if (['admin', 'config', 'local'].includes(database)) continue;
    for (const { name } of await mongo.db(database).listCollections().toArray()) {
      const documents = await mongo.db(database).collection(name).find().toArray();
      if (documents.some((one) => JSON.stringify(one).includes(text))) names.push(name);
    }
  }
  return names;
}
