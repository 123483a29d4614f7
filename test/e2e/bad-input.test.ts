import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WEBHOOK_RETRIES } from '../../templates/ancillary/functions/shared/decisions.js';
import { type Reply, send } from '../helpers/api-client.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { faultyOperations } from '../helpers/schema-faults.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'dune-horizon';
const RECOMMEND = '/aggregation-api/servePassengerRecommendations';
const CONFIRM = '/order-api/confirmOrder';
let lab: PlatformLab;
let as: Record<string, string>;

beforeAll(async () => {
  lab = await platformLab();
  as = lab.as(TENANT);
}, 60_000);
afterAll(() => lab?.stop());
afterEach(() => lab.emulator.clock.reset());

let trips = 0;
const trip = () => ({
  ...roundTrip(),
  pnr: `BADIN${String(++trips).padStart(2, '0')}`,
  pointOfSale: 'WIDGET',
});
const offered = async (): Promise<Reply['body']> =>
  (await lab.post(RECOMMEND, { ...trip(), pointOfSale: 'AIRLINE_WEBSITE' }, as)).body;
const selected = (offer: Reply['body']) => ({
  vendor: offer.metadata.provider,
  id: offer.id,
  price: { amount: offer.price, currency: offer.metadata.currency },
});
const orders = async (): Promise<number> =>
  (await lab.database('me-central-1').db('arcube').collection('orders').find({}).toArray()).length;

/** What a tenant's edge signs a request for a token with. */
function signed({ emulator }: PlatformLab, tenant: string): Record<string, string> {
  const { edgeSecret } = emulator.credentials().find((one) => one.tenant === tenant)!;
  const [timestamp, nonce] = [String(Math.floor(emulator.clock.now() / 1000)), randomUUID()];
  const text = ['POST', '/auth/edge/token', tenant, timestamp, nonce].join('\n');
  return {
    'x-tenant-id': tenant,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': createHmac('sha256', edgeSecret.reveal()).update(text).digest('hex'),
  };
}

describe('a trip', () => {
  test('with an infant for whom there is no adult is refused', async () => {
    const body = trip();
    body.passengers = [
      { id: 'p1', type: 'ADT' },
      { id: 'p2', type: 'INF' },
      { id: 'p3', type: 'INF' },
    ] as typeof body.passengers;
    const { status, body: refused } = await lab.post(RECOMMEND, body, as);
    expect([status, refused.error.details]).toEqual([
      400,
      [{ field: 'passengers[2].type', reason: 'INFANT_WITHOUT_ADULT' }],
    ]);
  });

  test('whose flights are told in another order than they are flown is refused where it cannot be', async () => {
    const body = trip();
    body.segments = [body.segments[1]!, body.segments[0]!, ...body.segments.slice(2)];
    const { status, body: refused } = await lab.post(RECOMMEND, body, as);
    expect([status, refused.error.details]).toEqual([
      400,
      [{ field: 'segments[1].departureTime', reason: 'OUT_OF_ORDER' }],
    ]);
  });

  test('with a PNR that another tenant uses, too, is each tenant’s own', async () => {
    const body = trip();
    const other = { ...body, segments: body.segments.slice(0, 1) };
    const foreign = lab.as('aulis-air');
    expect((await lab.post(RECOMMEND, body, as)).status).toBe(200);
    expect((await lab.post(RECOMMEND, other, foreign)).status).toBe(200);
    const again = await lab.post(RECOMMEND, { pnr: body.pnr, pointOfSale: 'AIRLINE_WEBSITE' }, as);
    const countries = again.body.result.flatMap(
      ({ metadata }: Reply['body']) => metadata.package_details?.country_code ?? [],
    );
    expect(new Set(countries)).toEqual(new Set(['US']));
    expect((await lab.get(`/cancellation-api/orders?pnr=${body.pnr}`, foreign)).body.orders).toEqual([]);
    const theft = {
      sessionId: again.body.correlationId,
      selectedAncillaries: [selected(again.body.result[0])],
    };
    expect((await lab.post(CONFIRM, theft, foreign)).status).toBe(403);
  });
});

describe('a session', () => {
  const V1 = '/v1/aggregation-api/servePassengerRecommendations';
  const began = async () => {
    const [sessionId, { pnr, ...rest }] = [randomUUID(), trip()];
    const { body } = await lab.post(V1, { ...rest, sessionId }, as);
    return { sessionId, pnr, body };
  };
  const order = (sessionId: string, offer: Reply['body']): Promise<Reply> =>
    lab.post(CONFIRM, { sessionId, selectedAncillaries: [selected(offer)] }, as);

  test('that has got its PNR is found by either, with what was ordered before', async () => {
    const { sessionId, pnr, body } = await began();
    const [one, two, three] = body.result;
    expect((await order(body.correlationId, one)).status).toBe(200);
    const joined = await lab.post(RECOMMEND, { pnr, sessionId, pointOfSale: 'API' }, as);
    expect([joined.status, joined.body.result]).toEqual([200, []]);
    expect((await order(body.correlationId, two)).status).toBe(200);
    const payment = { provider: 'adyen', referenceId: randomUUID(), status: 'CONFIRMED', amount: 9999 };
    const widget = await lab.post(
      '/transactions/widget-order-create',
      {
        selectedAncillaries: [{ id: three.id }],
        pnr,
        requestedCurrency: 'AED',
        customer: {},
        externalPSP: { ...payment, currency: 'AED', paidAt: '2026-11-22T12:00:00Z' },
      },
      { ...as, 'x-correlation-id': body.correlationId },
    );
    expect(widget.status).toBe(200);
    for (const name of [{ pnr }, { sessionId }])
      expect((await lab.post(V1, { ...name, pointOfSale: 'WIDGET' }, as)).body.result.length).toBe(
        body.result.length,
      );
    const listed = await lab.get(`/cancellation-api/orders?pnr=${pnr}`, as);
    const ids = listed.body.orders.map(({ items }: Reply['body']) => items[0].id);
    expect(ids.sort()).toEqual([one.id, two.id, three.id].sort());
  });

  test('that goes on to another booking leaves the first one alone', async () => {
    const { sessionId, pnr } = await began();
    expect((await lab.post(RECOMMEND, { pnr, sessionId, pointOfSale: 'API' }, as)).status).toBe(200);
    const next = trip();
    const other = { ...next, sessionId, segments: next.segments.slice(0, 1) };
    const empty = await lab.post(RECOMMEND, { pnr: next.pnr, sessionId, pointOfSale: 'WIDGET' }, as);
    expect([empty.status, empty.body.error.details[0].reason]).toEqual([400, 'MISSING']);
    expect((await lab.post(RECOMMEND, other, as)).status).toBe(200);
    const countries = async (name: object): Promise<string> =>
      (await lab.post(V1, { ...name, pointOfSale: 'WIDGET' }, as)).body.result.find(
        ({ category }: Reply['body']) => category === 'ESIMS',
      ).metadata.package_details.country_code;
    expect([await countries({ pnr }), await countries({ pnr: next.pnr })]).toEqual(['US', 'DE']);
    expect(await countries({ sessionId })).toBe('DE'); // the newest
  });
});

describe('a cart', () => {
  test('of a thousand items is verified, and ordered as far as it was offered', async () => {
    const { correlationId, result } = await offered();
    const [one] = result;
    const line = {
      id: one.id,
      categoryCode: one.category,
      unitPrice: one.price,
      quantity: 1,
      totalPrice: one.price,
    };
    const items = Array.from({ length: 1000 }, () => ({ ...line, currency: 'AED' }));
    const verified = await lab.post('/checkout/verify', { correlationId, items }, as);
    expect([verified.status, verified.body.verified, verified.body.items.length]).toEqual([200, true, 1000]);
    const more = await lab.post('/checkout/verify', { correlationId, items: [...items, items[0]] }, as);
    expect([more.status, more.body.error]).toEqual([400, 'items: OUT_OF_RANGE']);
    const cart = [
      selected(one),
      ...Array.from({ length: 999 }, (_, index) => ({ ...selected(one), id: `nothing-${index}` })),
    ];
    const placed = await lab.post(CONFIRM, { sessionId: correlationId, selectedAncillaries: cart }, as);
    expect([
      placed.status,
      placed.body.successfulAncillaries.length,
      placed.body.failedAncillaries.length,
    ]).toEqual([207, 1, 999]);
    const paid = Math.round(one.price * 100);
    expect(Math.round(placed.body.totalRefundAmount.amount * 100)).toBe(999 * paid);
  });

  test('of a thousand places is ordered as a whole, each of them once', async () => {
    const { correlationId, result } = await offered();
    const one = result.find(({ category }: Reply['body']) => category === 'ESIMS');
    const cart = Array.from({ length: 1000 }, () => selected(one));
    const headers = { ...as, 'idempotency-key': randomUUID() };
    const placed = await lab.post(CONFIRM, { sessionId: correlationId, selectedAncillaries: cart }, headers);
    expect([placed.status, placed.body.successfulAncillaries?.length]).toEqual([200, 1000]);
    const { bookings } = (await send(`${lab.emulator.urls.vendors}/_sandbox/bookings`, 'GET')).body;
    const mine = bookings.filter(({ key }: { key: string }) => key.startsWith(placed.body.transactionId));
    expect(mine.length).toBe(1000);
  }, 60_000);

  test('in two currencies, from an expired or a tampered quote, is refused, and nothing is ordered', async () => {
    const before = await orders();
    const { correlationId, result } = await offered();
    const [one, two] = result;
    const order = (sessionId: string, items: object[]) =>
      lab.post(
        CONFIRM,
        { sessionId, selectedAncillaries: items },
        { ...as, 'idempotency-key': randomUUID() },
      );
    const mixed = [selected(one), { ...selected(two), price: { amount: two.price, currency: 'EUR' } }];
    const refused = await order(correlationId, mixed);
    expect([refused.status, refused.body.error.details[0].reason]).toEqual([400, 'MIXED_CURRENCY']);
    const francs = { amount: one.price, currency: 'CHF' }; // has a rate, but the tenant does not sell in it
    const unsold = await order(correlationId, [{ ...selected(one), price: francs }]);
    expect([unsold.status, unsold.body.error.details[0].reason]).toEqual([400, 'UNSUPPORTED_CURRENCY']);
    const line = { id: one.id, categoryCode: one.category, quantity: 1, currency: 'CHF' };
    const items = [{ ...line, unitPrice: one.price, totalPrice: one.price }];
    const cart = await lab.post('/checkout/verify', { correlationId, items }, as);
    expect([cart.status, cart.body.code]).toEqual([400, 'UNSUPPORTED_CURRENCY']);
    const endless = JSON.stringify({ correlationId, items }).replace(
      /"unitPrice":[\d.]+/,
      '"unitPrice":1e999',
    );
    const infinite = await fetch(`${lab.url}/checkout/verify`, {
      method: 'POST',
      headers: as,
      body: endless,
    });
    expect([infinite.status, ((await infinite.json()) as Reply['body']).error]).toEqual([
      400,
      'items[0].unitPrice: INVALID_TYPE',
    ]);
    const bundles = lab.database('me-central-1').db('arcube').collection('pricing_bundles');
    await bundles.updateOne({ correlationId }, { $set: { 'items.0.total': 1 } });
    const tampered = await order(correlationId, [
      { ...selected(one), price: { amount: 0.01, currency: 'AED' } },
    ]);
    expect([tampered.status, tampered.body.error.details[0].reason]).toEqual([422, 'BUNDLE_INTEGRITY_ERROR']);
    const fresh = await offered();
    lab.emulator.clock.advance(31 * 60_000);
    const late = await order(fresh.correlationId, [selected(fresh.result[0])]);
    expect([late.status, late.body.error.details[0].reason]).toEqual([404, 'QUOTE_EXPIRED']);
    expect(await orders()).toBe(before);
  });
});

describe('everything that the schemas forbid', () => {
  const stored = async (): Promise<number[]> => {
    const db = lab.database('me-central-1').db('arcube');
    const names = ['trips', 'pricing_bundles', 'orders', 'ndc_sessions', 'webhooks', 'idempotency_keys'];
    return Promise.all(names.map((name) => db.collection(name).countDocuments()));
  };
  /** The contract's three shapes of a 400, each with the field that is at fault. */
  function refusalOf({ body }: Reply): { code: string; fields: string[] } {
    if (body.error?.code)
      return { code: body.error.code, fields: body.error.details.map(({ field }: Reply['body']) => field) };
    const texts: string[] = body.details ?? body.error.split('; ');
    return { code: body.code ?? 'INVALID_ARGUMENT', fields: texts.map((text) => text.split(': ')[0] ?? '') };
  }
  test.each(faultyOperations(TENANT).map((one) => [one.operationId, one] as const))(
    '%s: each fault by itself is a 400 that names its field, and nothing is stored',
    async (operationId, { path, faults }) => {
      const before = await stored();
      expect(faults.length).toBeGreaterThan(2);
      const queue = faults.values();
      const work = async (): Promise<void> => {
        for (const { field, keyword, body } of queue) {
          const headers = path === '/auth/edge/token' ? signed(lab, TENANT) : as;
          const reply = await lab.post(path, body, headers);
          const told = `${operationId} ${keyword} of ${field || 'the body'}: ${reply.text.slice(0, 300)}`;
          expect(reply.status, told).toBe(400);
          const { code, fields } = refusalOf(reply);
          expect(code, told).toBe(
            path.startsWith('/transactions/') && field.startsWith('externalPSP')
              ? 'MISSING_EXTERNAL_PSP'
              : 'INVALID_ARGUMENT',
          );
          expect(
            fields.some((one) => field === '' || one.startsWith(field) || field.startsWith(one)),
            told,
          ).toBe(true);
        }
      };
      await Promise.all([work(), work(), work()]);
      expect(await stored()).toEqual(before);
    },
  );

  test('and nothing more: unknown fields elsewhere are ignored', async () => {
    const body = { ...trip(), pointOfSale: 'AIRLINE_WEBSITE', colour: 'red' };
    const { status, body: answer } = await lab.post(RECOMMEND, body, as);
    expect(status).toBe(200);
    const item = { ...selected(answer.result[0]), colour: 'red' };
    const order = { sessionId: answer.correlationId, selectedAncillaries: [item], colour: 'red' };
    expect((await lab.post(CONFIRM, order, as)).status).toBe(200);
  });
});

describe('a webhook', () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close().closeAllConnections();
  });
  /** An endpoint of this machine; its requests are counted. */
  async function endpoint(answer: (url: string) => { status: number; location?: string } | undefined) {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(request.url ?? '');
      const reply = answer(request.url ?? '');
      if (reply) response.writeHead(reply.status, reply.location ? { location: reply.location } : {}).end();
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return { heard, port: (server.address() as AddressInfo).port };
  }
  async function firstAttempt(own: PlatformLab, url: string): Promise<Reply['body']> {
    const { status, text, body } = await own.post('/webhooks', { url, events: ['order.*'] }, own.as(TENANT));
    expect(status, `${url} ${text}`).toBe(201);
    await own.post(`/webhooks/${body.id}/test`, undefined, own.as(TENANT));
    return vi.waitFor(
      async () => {
        const { deliveries } = (await own.get(`/webhooks/${body.id}/deliveries`, own.as(TENANT))).body;
        expect(deliveries[0].attempts.length).toBeGreaterThan(0);
        return deliveries[0].attempts[0];
      },
      { timeout: 30_000, interval: 200 },
    );
  }

  test('at a private address, by number or by name, is never called', async () => {
    const { heard, port } = await endpoint(() => ({ status: 200 }));
    for (const host of ['localhost', '[::ffff:127.0.0.1]'])
      expect((await firstAttempt(lab, `http://${host}:${port}/`)).error, host).toMatch(/private/);
    for (const url of [`http://10.0.0.1:${port}/`, 'http://169.254.169.254/latest/meta-data/']) {
      const { status } = await lab.post('/webhooks', { url, events: ['order.*'] }, as);
      expect(status, url).toBe(403); // the firewall lets no bare address through
    }
    expect(heard).toEqual([]);
  }, 60_000);

  test('that redirects is not followed, one that hangs is left, and one that fails is tried again', async () => {
    const own = await platformLab({ parameters: { WebhookPrivateAddresses: 'allowed' } });
    try {
      expect(WEBHOOK_RETRIES).toEqual([5, 10, 20]); // seconds; the first of them passes below
      const shaky = await endpoint(() => ({ status: shaky.heard.length === 1 ? 500 : 200 }));
      expect(await firstAttempt(own, `http://127.0.0.1:${shaky.port}/`)).toMatchObject({ status: 500 });
      const target = await endpoint(() => ({ status: 200 }));
      const moved = await endpoint(() => ({
        status: 302,
        location: `http://127.0.0.1:${target.port}/secret`,
      }));
      expect(await firstAttempt(own, `http://127.0.0.1:${moved.port}/`)).toMatchObject({ status: 302 });
      expect(target.heard).toEqual([]);
      const silent = await endpoint(() => undefined);
      const attempt = await firstAttempt(own, `http://127.0.0.1:${silent.port}/`);
      expect(attempt.error).toMatch(/abort|timeout/i);
      own.emulator.clock.advance(5000);
      const { webhooks } = (await own.get('/webhooks', own.as(TENANT))).body;
      const { id } = webhooks.find(({ url }: { url: string }) => url.endsWith(`:${shaky.port}/`));
      await vi.waitFor(
        async () => {
          const [delivery] = (await own.get(`/webhooks/${id}/deliveries`, own.as(TENANT))).body.deliveries;
          expect(delivery).toMatchObject({
            state: 'DELIVERED',
            attempts: [{ status: 500 }, { status: 200 }],
          });
          const [first, second] = delivery.attempts.map(({ at }: { at: string }) => Date.parse(at));
          expect(second - first).toBeGreaterThanOrEqual(5000);
        },
        { timeout: 30_000, interval: 200 },
      );
      expect(shaky.heard.length).toBe(2);
    } finally {
      await own.stop();
    }
  }, 90_000);
});
