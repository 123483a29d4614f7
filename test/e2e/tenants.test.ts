import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { Db } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ReloadRecord } from '../../emulator/kernel/events.js';
import { send } from '../helpers/api-client.js';
import { orderOf } from '../helpers/journey.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'dune-horizon';
const REGION = 'me-central-1';
let lab: PlatformLab;
const reloads: ReloadRecord[] = [];
let client: SecretsManagerClient | undefined;
function secrets(): SecretsManagerClient {
  client ??= new SecretsManagerClient({
    endpoint: lab.emulator.urls.aws,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return client;
}

beforeAll(async () => {
  lab = await platformLab({ watch: true, parameters: { WebhookPrivateAddresses: 'allowed' } });
  lab.emulator.events.on('reload', (record) => void (record.what === 'tenant' && reloads.push(record)));
}, 60_000);
afterAll(async () => {
  client?.destroy();
  await lab?.stop();
});

const file = () => join(lab.folder, 'tenants', `${TENANT}.yaml`);
function edit(change: (text: string) => string): void {
  reloads.length = 0;
  writeFileSync(file(), change(readFileSync(file(), 'utf8')));
}
const reloaded = () =>
  vi.waitFor(() => expect(reloads.length).toBeGreaterThan(0), { timeout: 10_000, interval: 20 });
async function lounge(): Promise<{ price: number; price_arcube: number }> {
  const { body } = await lab.post(
    '/aggregation-api/servePassengerRecommendations',
    { ...roundTrip(), pointOfSale: 'WIDGET' },
    lab.as(TENANT),
  );
  return body.result.find(({ category }: { category: string }) => category === 'LOUNGE_ACCESS');
}

test('an edited mark-up is in force with the next call', async () => {
  const before = await lounge();
  expect(before.price / before.price_arcube).toBeCloseTo(1.3, 2);
  edit((text) => text.replace('LOUNGE_ACCESS: { markup: 30 }', 'LOUNGE_ACCESS: { markup: 50 }'));
  await reloaded();
  expect(reloads).toMatchObject([{ name: TENANT, ok: true, diagnostics: [] }]);
  const after = await lounge();
  expect(after.price / after.price_arcube).toBeCloseTo(1.5, 2);
});

test('a secret that the file refers to is followed when it is rotated', async () => {
  const name = 'dune-horizon/booking';
  edit((text) => text.replace('id: dune-booking\n', `id: dune-booking\n    secretRef: ${name}\n`));
  await reloaded();
  const token = (client_secret: string) =>
    lab.post('/oauth/token', { grant_type: 'client_credentials', client_id: 'dune-booking', client_secret });
  const before = lab.emulator
    .credentials()
    .find(({ tenant }) => tenant === TENANT)!
    .clientSecret.reveal();
  lab.emulator.clock.advance(31_000); // functions keep a secret for half a minute
  expect((await token(before)).status).toBe(200);
  await secrets().send(
    new PutSecretValueCommand({ SecretId: name, SecretString: 'a-secret-of-their-own-making' }),
  );
  const rotated = async () => {
    lab.emulator.clock.advance(31_000);
    return (await token('a-secret-of-their-own-making')).status;
  };
  await vi.waitFor(async () => expect(await rotated()).toBe(200), { timeout: 15_000, interval: 200 });
  expect((await token(before)).status).toBe(401);
});

test('the keys of bookings lie in a cluster of their own where the deployment names one', async () => {
  const SecretId = 'arcube/databases';
  const { SecretString: before = '' } = await secrets().send(new GetSecretValueCommand({ SecretId }));
  const { database, clusters } = JSON.parse(before);
  const uriOf = (region: string) =>
    clusters.find((one: { region: string }) => one.region === region).uri as string;
  const [own, apart] = [REGION, 'us-east-1'].map((region) => lab.database(region).db(database)) as [Db, Db];
  const keys = (db: Db) => db.collection('booking_keys').countDocuments({ tenant: TENANT });
  const put = async (value: string) => {
    await secrets().send(new PutSecretValueCommand({ SecretId, SecretString: value }));
    lab.emulator.clock.advance(31_000); // functions keep a secret for half a minute
  };
  const serve = (pnr: string, more: object = {}) =>
    lab.post(
      '/aggregation-api/servePassengerRecommendations',
      { ...more, pnr, pointOfSale: 'WIDGET' },
      lab.as(TENANT),
    );
  const known = await keys(own);
  const named = clusters.map((one: { region: string }) =>
    one.region === REGION ? { ...one, keysUri: uriOf('us-east-1') } : one,
  );
  await put(JSON.stringify({ database, clusters: named }));
  try {
    expect((await serve('APART1', roundTrip())).status).toBe(200);
    expect(await Promise.all([keys(own), keys(apart)])).toEqual([known, 1]);
    expect(await own.collection('trips').countDocuments({ tenant: TENANT })).toBe(known + 1);
    lab.emulator.clock.advance(31_000); // as long as a key is kept
    expect((await serve('APART1')).body.result.length).toBeGreaterThan(0);
  } finally {
    await put(before);
  }
});

describe('a webhook that the file declares', () => {
  const ID = `whk_${TENANT}_shop`;
  const path = `/webhooks/${ID}`;
  const NAME = 'dune-horizon/shop';
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
  let server: Server;
  let answer = 200;
  let url: string;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      heard.push({ headers: request.headers, body: await text(request) });
      response.writeHead(answer).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => server?.close().closeAllConnections());

  async function declare(...lines: string[]): Promise<void> {
    const webhooks = lines.length > 0 ? `webhooks:\n${lines.map((line) => `  - ${line}\n`).join('')}` : '';
    edit((file) => file.replace(/\n(webhooks:\n( {2}- .*\n)*)?$/, `\n${webhooks}`));
    await reloaded();
    expect(reloads[0]).toMatchObject({ name: TENANT, ok: true, diagnostics: [] });
  }
  const shop = (more = '') =>
    `{ id: shop, url: '${url}', events: [order.*, cancellation.*], secretRef: ${NAME}${more} }`;
  const as = () => lab.as(TENANT);
  const listed = async () => (await lab.get('/webhooks', as())).body.webhooks;
  const deliveries = async () => (await lab.get(`${path}/deliveries`, as())).body.deliveries;
  const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

  /** An order of the first offer. */
  async function ordered(): Promise<{ transactionId: string }> {
    const trip = { ...roundTrip(), pnr: `HOOK${randomUUID().slice(0, 6)}`, pointOfSale: 'WIDGET' };
    const offers = await lab.post('/aggregation-api/servePassengerRecommendations', trip, as());
    const body = orderOf(offers.body.correlationId, offers.body.result.slice(0, 1), 'AED');
    const placed = await lab.post('/order-api/confirmOrder', body, as());
    expect(placed.status, placed.text).toBe(200);
    return placed.body;
  }

  test('hears of the next order, signed with the secret that the file names', async () => {
    await declare(shop());
    expect(await listed()).toEqual([
      { id: ID, url, events: ['order.*', 'cancellation.*'], enabled: true, source: 'file' },
    ]);
    const { transactionId } = await ordered();
    await until(() => expect(heard.length).toBe(1));
    const [{ headers, body }] = heard as [(typeof heard)[0]];
    const { SecretString } = await secrets().send(new GetSecretValueCommand({ SecretId: NAME }));
    const signature = createHmac('sha256', SecretString ?? '')
      .update(`${headers['x-webhook-timestamp']}.${body}`)
      .digest('hex');
    expect(headers).toMatchObject({
      'x-event-type': 'order.confirmed',
      'x-webhook-signature': `sha256=${signature}`,
    });
    expect(JSON.parse(body).data).toMatchObject({ transactionId });
    await until(async () =>
      expect(await deliveries()).toMatchObject([
        { event: 'order.confirmed', state: 'DELIVERED', attempts: [{ status: 200 }] },
      ]),
    );
  });

  test('carries the signatures of old and new secret while it is being rotated, the current one’s by itself', async () => {
    const name = `arcube/tenants/webhooks/${TENANT}/shop`;
    await declare(shop().replace(`, secretRef: ${NAME}`, '')); // whose value would be followed
    const signed = async (values: object[]) => {
      const SecretString = JSON.stringify({ tenant: TENANT, secrets: values });
      await secrets().send(new PutSecretValueCommand({ SecretId: name, SecretString }));
      lab.emulator.clock.advance(31_000); // functions keep a secret for half a minute
      const count = heard.length;
      await lab.post(`${path}/test`, undefined, as());
      await until(() => expect(heard.length).toBe(count + 1));
      const { headers, body } = heard.at(-1) as (typeof heard)[0];
      const by = (secret: string) =>
        `sha256=${createHmac('sha256', secret).update(`${headers['x-webhook-timestamp']}.${body}`).digest('hex')}`;
      return { one: headers['x-webhook-signature'], all: headers['x-webhook-signatures'], by };
    };
    const published = await signed([
      { value: 'old-secret' },
      { value: 'new-secret', state: 'published' },
      { value: 'other-secret', state: 'revoked' },
    ]);
    const { by } = published;
    expect([published.one, published.all]).toEqual([
      by('old-secret'),
      `${by('old-secret')},${by('new-secret')}`,
    ]);
    const promoted = await signed([
      { value: 'old-secret', state: 'retiring' },
      { value: 'new-secret', state: 'current' },
    ]);
    expect([promoted.one, promoted.all]).toEqual([
      promoted.by('new-secret'),
      `${promoted.by('new-secret')},${promoted.by('old-secret')}`,
    ]);
    const alone = await signed([{ value: 'new-secret', state: 'current' }]);
    expect([alone.one, alone.all]).toEqual([alone.by('new-secret'), undefined]);
    await declare(shop());
  });

  test('can be tried, but neither removed by the API nor seen by another tenant', async () => {
    const tried = await lab.post(`${path}/test`, undefined, as());
    expect([tried.status, tried.body.event]).toEqual([202, 'webhook.test']);
    await until(() => expect(heard.at(-1)?.headers['x-event-type']).toBe('webhook.test'));
    const removed = await send(lab.url + path, 'DELETE', undefined, as());
    expect([removed.status, removed.body.error]).toMatchObject([
      409,
      { code: 'CONFLICT', details: [{ field: 'webhookId', reason: 'DECLARED_BY_FILE' }] },
    ]);
    for (const [verb, of] of [
      ['GET', `${path}/deliveries`],
      ['DELETE', path],
    ] as const)
      expect((await send(lab.url + of, verb, undefined, lab.as('bluestem-airways'))).status).toBe(404);
    const other = await lab.post('/webhooks', { url, events: ['refund.*'] }, as());
    expect(other.body).toMatchObject({ enabled: true, source: 'api' });
    expect((await listed()).map(({ source }: { source: string }) => source)).toEqual(['file', 'api']);
    expect((await send(`${lab.url}/webhooks/${other.body.id}`, 'DELETE', undefined, as())).status).toBe(200);
  });

  test('a change is in force at once: another address, disabled, gone', async () => {
    await declare(shop().replace('/hook', '/moved'));
    expect((await listed())[0].url).toBe(url.replace('/hook', '/moved'));
    answer = 500;
    await ordered();
    await until(async () => expect((await deliveries())[0].attempts[0]).toMatchObject({ status: 500 }));
    await declare(shop(', enabled: false'));
    const refused = await lab.post(`${path}/test`, undefined, as());
    expect([refused.status, refused.body.error.details[0].reason]).toEqual([409, 'DISABLED']);
    const known = (await deliveries()).length;
    await ordered();
    expect((await deliveries()).length).toBe(known);
    lab.emulator.clock.advance(5_000); // the next try comes so long after the first
    await until(async () => {
      const [{ state, attempts }] = await deliveries();
      expect([state, attempts.at(-1).error]).toEqual(['FAILED', 'the webhook is disabled']);
    });
    await declare();
    expect(await listed()).toEqual([]);
    expect((await lab.get(`${path}/deliveries`, as())).status).toBe(404);
  });
});

test('a broken file is told of, every fault with its line, and the last good one keeps serving', async () => {
  edit((text) =>
    text
      .replace('currency: AED', 'currency: dirham')
      .replace('dataRegion: me-central-1', 'dataRegion: the-moon'),
  );
  await reloaded();
  expect(reloads[0]).toMatchObject({ ok: false });
  const faults = reloads[0]!.diagnostics.map(({ path, place, remedy }) => [path, place?.line, remedy !== '']);
  expect(faults).toEqual([
    ['dataRegion', 6, true],
    ['currency', 7, true],
  ]);
  const still = await lounge();
  expect(still.price / still.price_arcube).toBeCloseTo(1.5, 2);
});

test('a removed tenant is refused, by its token and by its credentials', async () => {
  const { clientId, clientSecret } = lab.emulator.credentials().find(({ tenant }) => tenant === TENANT)!;
  reloads.length = 0;
  rmSync(file());
  await reloaded();
  const refused = await lab.get('/webhooks', lab.as(TENANT));
  expect([refused.status, refused.body.error.code]).toEqual([403, 'PERMISSION_DENIED']);
  lab.emulator.clock.advance(31_000); // functions keep a secret for half a minute
  const credentials = { client_id: clientId, client_secret: clientSecret.reveal() };
  const token = await lab.post('/oauth/token', { grant_type: 'client_credentials', ...credentials });
  expect(token.status).toBe(401);
});
