import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Dev, emptyProject } from '../helpers/dev.js';
import { ApiClient, offersOf, trip } from '../helpers/journey.js';

const REGION = 'eu-central-1';

interface Told {
  id: string;
  eventId: string;
  event: string;
  data: { transactionId: string };
}

let project: ReturnType<typeof emptyProject>;
let dev: Dev;
let client: ApiClient;
let hook: Server;
let heard: Told[] = [];
/** What the endpoint does with a delivery. */
let answer: 'takes' | 'hangs' = 'takes';

beforeAll(async () => {
  project = emptyProject();
  writeFileSync(join(project.folder, 'arcube.yaml'), 'parameters: { WebhookPrivateAddresses: allowed }\n');
  cpSync('templates/tenant', join(project.folder, 'tenants'), { recursive: true });
  hook = createServer(async (request, response) => {
    heard.push((await json(request)) as Told);
    if (answer === 'takes') response.end();
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  dev = await Dev.start(project.folder, '--no-watch');
  client = await ApiClient.of(dev.ready, REGION);
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  expect((await client.post('/webhooks', { url, events: ['order.*', 'cancellation.*'] })).status).toBe(201);
}, 60_000);
afterAll(async () => {
  await dev?.end();
  hook?.closeAllConnections();
  hook?.close();
  project?.remove();
});
beforeEach(() => {
  heard = [];
});
afterEach(() => {
  answer = 'takes';
});

/** Reads and writes the region's database as a stranger to the platform. */
async function inDatabase<T>(use: (db: ReturnType<MongoClient['db']>) => Promise<T>): Promise<T> {
  const mongo = new MongoClient(dev.ready.urls.mongoByRegion[REGION] ?? '');
  try {
    return await use(mongo.db('arcube'));
  } finally {
    await mongo.close();
  }
}

const statusOf = (transactionId: string) =>
  inDatabase(async (db) => {
    const order = await db
      .collection<{ _id: string; status: string }>('orders')
      .findOne({ _id: transactionId });
    return order?.status;
  });

let runs = 0;

/** Moves the clock on to the recovery; a restart sets it back to today, so each time further than before. */
async function recoveryRuns(): Promise<void> {
  await fetch(`${dev.ready.urls.control}/_arcube/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: `${10 * ++runs}m` }),
  });
}

async function orderBody(pnr: string) {
  const { offers, correlationId } = await offersOf(client, pnr);
  const [offer] = offers;
  const { id, price, metadata } = offer ?? { id: '', price: 0, metadata: { provider: '' } };
  return {
    sessionId: correlationId,
    selectedAncillaries: [{ vendor: metadata.provider, id, price: { amount: price, currency: 'EUR' } }],
  };
}

const soon = { timeout: 20_000, interval: 50 };

test('a change whose event cannot be written has not happened; once it can, both are there', async () => {
  await client.post('/order-api/confirmOrder', await orderBody('OUTB00'));
  await vi.waitFor(() => expect(heard.length).toBe(1), soon);
  await inDatabase((db) =>
    db.collection('webhook_deliveries').createIndex({ webhook: 1 }, { unique: true, name: 'full' }),
  );
  const refused = await client.post('/order-api/confirmOrder', await orderBody('OUTB01'));
  expect(refused.status).toBe(500);
  const [open] = await inDatabase((db) => db.collection('orders').find({ status: 'PLACING' }).toArray());
  expect(open).toMatchObject({ items: [{ state: 'CONFIRMED' }] });
  await inDatabase((db) => db.collection('webhook_deliveries').dropIndex('full'));
  heard = [];
  await recoveryRuns();
  await vi.waitFor(() => expect(heard).toMatchObject([{ event: 'order.confirmed' }]), soon);
  expect(heard[0]?.data.transactionId).toBe(String(open?._id));
  expect(await statusOf(String(open?._id))).toBe('SUCCESS');
}, 60_000);

test('killed as soon as the order is there, it tells of it after the restart, under the same id', async () => {
  answer = 'hangs'; // nobody has heard of it before the end
  const { body } = await client.post('/order-api/confirmOrder', await orderBody('OUTB02'));
  const transactionId = String(body.transactionId);
  await vi.waitFor(() => expect(heard.length).toBe(1), soon);
  await dev.end('SIGKILL');
  const [before] = heard;
  answer = 'takes';
  heard = [];
  dev = await Dev.start(project.folder, '--no-watch');
  await recoveryRuns();
  await vi.waitFor(() => expect(heard.length).toBe(1), soon);
  expect(heard[0]).toEqual(before);
  expect(heard[0]).toMatchObject({ event: 'order.confirmed', data: { transactionId } });
}, 60_000);

test('killed at whatever moment of an order, what is done is told, and nothing else', async () => {
  for (const wait of [0, 4, 12]) {
    client = await ApiClient.of(dev.ready, REGION);
    heard = [];
    const pnr = `OUTC${String(wait).padStart(2, '0')}`;
    const body = await orderBody(pnr);
    const call = client
      .post('/order-api/confirmOrder', body, { 'idempotency-key': randomUUID() })
      .catch(() => undefined);
    await inDatabase(async (db) => {
      const orders = db.collection('orders');
      // the order is recorded, and its items are being booked
      await vi.waitFor(async () => expect(await orders.countDocuments({ bundle: body.sessionId })).toBe(1), {
        timeout: 10_000,
        interval: 1,
      });
      await new Promise((resolve) => setTimeout(resolve, wait));
      dev.child.kill('SIGKILL');
    });
    await call;
    await dev.exited;
    dev = await Dev.start(project.folder, '--no-watch');
    await recoveryRuns();
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0), soon);
    expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(1);
    const [told] = heard;
    expect(await statusOf(told?.data.transactionId ?? '')).toBe('SUCCESS');
  }
}, 120_000);

/** Who was written to before the departure, as this run of the emulator printed it. */
const mailed = (): string[] =>
  dev.lines
    .filter(
      ({ event, tags }) =>
        event === 'mail' && (tags as { touchpoint: string }).touchpoint === 'pre-departure',
    )
    .map(({ to }) => String(to));

const setClock = (time: number) =>
  fetch(`${dev.ready.urls.control}/_arcube/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ set: new Date(time).toISOString() }),
  });

test('killed between claiming, sending and noting an e-mail, none is lost; one at work may come twice', async () => {
  const wanted: string[] = [];
  const heardOf: string[] = [];
  const mine = { tenant: 'aulis-air', 'mails.touchpoint': 'pre-departure' };
  client = await ApiClient.of(dev.ready, REGION);
  for (let number = 0; number < 6; number++) {
    const body = trip(`MAILK${number}`);
    const email = `kill${number}@example.com`;
    const passengers = body.passengers.map((one) => ({ ...one, ...(one.id === 'P1' && { email }) }));
    await client.post('/aggregation-api/servePassengerRecommendations', { ...body, passengers });
    wanted.push(email);
  }
  const states = () =>
    inDatabase(async (db) => {
      const trips = await db.collection('trips').find(mine).toArray();
      return trips.map(({ mails }) => (mails as { state: string; attempts: number }[])[0]);
    });
  const isAll = async () => (await states()).every((mail) => mail?.state === 'SENT');
  // at the first claim, then at the first message that SES took: the sender dies before it can note it
  const moments = [
    async () => expect((await states()).some((mail) => mail && mail.attempts > 0)).toBe(true),
    async () => expect(mailed().length > 0 || (await isAll())).toBe(true),
  ];
  const start = Date.now() + 655 * 3_600_000; // less than 72 hours before the departure
  for (const [run, moment] of moments.entries()) {
    await setClock(start + 10 * run * 60_000);
    await vi.waitFor(moment, { timeout: 30_000, interval: 1 });
    await dev.end('SIGKILL');
    heardOf.push(...mailed());
    dev = await Dev.start(project.folder, '--no-watch');
  }
  await setClock(start + 30 * 60_000);
  await vi.waitFor(async () => expect(await isAll()).toBe(true), { timeout: 30_000, interval: 100 });
  heardOf.push(...mailed());
  for (const one of wanted) {
    const times = heardOf.filter((told) => told === one).length;
    expect([one, times >= 1 && times <= 1 + moments.length]).toEqual([one, true]);
  }
  expect(heardOf.length).toBeLessThanOrEqual((await states()).length + moments.length); // the one at work, each time
}, 120_000);
