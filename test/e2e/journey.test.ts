import { createHmac, randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Reply, send } from '../helpers/api-client.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

/** The tenant with the high rate plan: the others' limits would get in the way of so many calls. */
const TENANT = 'dune-horizon';
const RECOMMEND = '/aggregation-api/servePassengerRecommendations';

let lab: PlatformLab;
let db: Db;

beforeAll(async () => {
  lab = await platformLab();
  db = lab.database('me-central-1').db('arcube');
}, 60_000);
afterAll(() => lab?.stop());
afterEach(() => lab.emulator.clock.reset());

const post: PlatformLab['post'] = (path, body, headers) => lab.post(path, body, headers);
const as = (tenant = TENANT): Record<string, string> => lab.as(tenant);

let trips = 0;
/** A fresh PNR with the sample trip. */
function trip(): ReturnType<typeof roundTrip> & { pointOfSale: string } {
  return { ...roundTrip(), pnr: `TRIP${String(++trips).padStart(2, '0')}`, pointOfSale: 'AIRLINE_WEBSITE' };
}
async function offers(headers = as()): Promise<Reply['body']> {
  const { body } = await post(RECOMMEND, trip(), headers);
  return body;
}
function cart({ correlationId, result }: Reply['body'], quantity = 1): Reply['body'] {
  const items = result.slice(0, 3).map((offer: Reply['body']) => ({
    id: offer.id,
    categoryCode: offer.category,
    unitPrice: offer.price,
    quantity,
    totalPrice: Math.round(offer.price * quantity * 100) / 100,
    currency: offer.metadata.currency,
  }));
  return { correlationId, items };
}
function order({ correlationId, result }: Reply['body'], count = 2): Reply['body'] {
  const selectedAncillaries = result.slice(0, count).map((offer: Reply['body']) => ({
    vendor: offer.metadata.provider,
    id: offer.id,
    price: { amount: offer.price, currency: offer.metadata.currency },
  }));
  return { sessionId: correlationId, selectedAncillaries };
}

/** Counts of what requests may change. */
async function contents(): Promise<Record<string, number>> {
  const names = ['trips', 'pricing_bundles', 'orders', 'idempotency_keys'];
  const counts = await Promise.all(names.map((name) => db.collection(name).find({}).toArray()));
  return Object.fromEntries(names.map((name, index) => [name, counts[index]?.length ?? 0]));
}

test('token, ingest, offers, verify, confirm: the journey, and the order is there for anybody who reads', async () => {
  const ingested = await post(RECOMMEND, { ...trip(), pnr: 'JOURNEY', pointOfSale: 'API' }, as());
  expect([ingested.status, ingested.body.result]).toEqual([200, []]);
  const offered = await post(RECOMMEND, { pnr: 'JOURNEY', pointOfSale: 'WIDGET' }, as());
  expect(offered.body.result.length).toBeGreaterThan(4);
  expect(offered.headers.get('x-correlation-id')).toBe(offered.body.correlationId);
  const verified = await post('/checkout/verify', cart(offered.body, 2), as());
  expect(verified.body).toMatchObject({ verified: true, mismatches: [] });
  const { summary } = verified.body;
  expect(Math.round((summary.totalCaptureForAirline + summary.totalCaptureForArcube) * 100)).toBe(
    Math.round(summary.totalPrice * 100),
  );
  const confirmed = await post('/order-api/confirmOrder', order(offered.body), {
    ...as(),
    'idempotency-key': randomUUID(),
  });
  expect([confirmed.status, confirmed.body.status]).toEqual([200, 'SUCCESS']);
  const stored = await db
    .collection<{ _id: string }>('orders')
    .findOne({ _id: confirmed.body.transactionId });
  expect(stored).toMatchObject({
    tenant: TENANT,
    pnr: expect.stringMatching(/^~/),
    bundle: offered.body.correlationId,
  });
});

describe('tokens', () => {
  test('form-encoded credentials work, wrong ones do not', async () => {
    const { clientId, clientSecret } = lab.emulator.credentials()[0]!;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret.reveal(),
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post('/oauth/token', form.toString(), headers)).body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
    });
    const wrong = await post('/oauth/token', {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: 'x',
    });
    expect([wrong.status, wrong.body.error]).toMatchObject([
      401,
      {
        code: 'UNAUTHENTICATED',
        message: 'Invalid client credentials.',
        requestId: wrong.headers.get('x-request-id'),
      },
    ]);
    expect((await post('/oauth/token', { grant_type: 'password' })).body.error.details).toEqual([
      { field: 'client_id', reason: 'MISSING' },
      { field: 'client_secret', reason: 'MISSING' },
      { field: 'grant_type', reason: 'INVALID_VALUE' },
    ]);
  });

  test('missing, tampered and expired ones are refused, by the gateway and by verify in its own shape', async () => {
    const good = as().authorization!.slice('Bearer '.length);
    const [head, claims, signature] = good.split('.') as [string, string, string];
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), tenant: 'aulis-air' }),
    ).toString('base64url');
    const bad = [`${head}.${forged}.${signature}`, `${good}x`, `${good}AAAA`, `${head}.${claims}.AA`];
    for (const authorization of ['', 'Bearer x', ...bad.map((token) => `Bearer ${token}`)]) {
      const refused = await post(RECOMMEND, trip(), authorization ? { authorization } : {});
      expect(refused.status, authorization).toBe(401);
      expect(refused.body.error).toMatchObject({
        code: 'UNAUTHENTICATED',
        requestId: refused.headers.get('x-request-id'),
      });
      const own = await post('/checkout/verify', {}, authorization ? { authorization } : {});
      expect([own.status, own.body]).toMatchObject([
        401,
        { success: false, statusCode: 401, traceId: own.headers.get('x-request-id') },
      ]);
    }
    const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    lab.emulator.clock.set(exp * 1000 + 55_000); // within the allowed skew
    expect((await send(`${lab.url}/auth/whoami`, 'GET', undefined, as())).status).toBe(200);
    lab.emulator.clock.set(exp * 1000 + 62_000);
    expect((await send(`${lab.url}/auth/whoami`, 'GET', undefined, as())).status).toBe(401);
    lab.emulator.clock.reset();
  });

  test('the edge’s signature gives a token for one trip; a nonce works once', async () => {
    const { tenant, edgeSecret } = lab.emulator.credentials().find((entry) => entry.tenant === TENANT)!;
    const sign = (
      nonce: string,
      timestamp = Math.floor(lab.emulator.clock.now() / 1000),
    ): Record<string, string> => ({
      'x-tenant-id': tenant,
      'x-timestamp': String(timestamp),
      'x-nonce': nonce,
      'x-signature': createHmac('sha256', edgeSecret.reveal())
        .update(['POST', '/auth/edge/token', tenant, timestamp, nonce].join('\n'))
        .digest('hex'),
    });
    const nonce = randomUUID();
    const given = await post('/auth/edge/token', { pnr: 'EDGE01' }, sign(nonce));
    expect([given.status, given.body.expires_in]).toEqual([200, 3600]);
    const again = await post('/auth/edge/token', { pnr: 'EDGE01' }, sign(nonce));
    expect([again.status, again.body.error.message]).toEqual([401, 'The nonce has been used before.']);
    expect((await post('/auth/edge/token', { pnr: 'EDGE01' }, sign(randomUUID(), 1))).status).toBe(401);
    expect(
      (await post('/auth/edge/token', { pnr: 'EDGE01' }, { ...sign('n'), 'x-signature': '0'.repeat(64) }))
        .status,
    ).toBe(401);
    const bearer = { authorization: `Bearer ${given.body.access_token}` };
    expect((await post(RECOMMEND, { ...trip(), pnr: 'EDGE01' }, bearer)).status).toBe(200);
    expect((await post(RECOMMEND, { ...trip(), pnr: 'OTHER1' }, bearer)).status).toBe(403);
    expect((await post('/order-api/confirmOrder', {}, bearer)).status).toBe(403);
  });

  test('a widget’s token is for the tenant’s pages; the init token is spent once, the session slides', async () => {
    const page = { origin: 'https://book.dune-horizon.example' };
    expect(
      (await post('/widget/init', { tenantId: TENANT }, { origin: 'https://evil.example' })).status,
    ).toBe(403);
    const init = (await post('/widget/init', { tenantId: TENANT }, page)).body.access_token;
    const open = { ...page, authorization: `Bearer ${init}` };
    expect((await send(`${lab.url}/auth/whoami`, 'GET', undefined, open)).status).toBe(401);
    const session = await post('/widget/session', undefined, open);
    expect(session.body).toMatchObject({ expires_in: 900 });
    expect((await post('/widget/session', undefined, open)).status).toBe(401);
    const bearer = { ...page, authorization: `Bearer ${session.body.access_token}` };
    const refreshed = await post('/widget/session', undefined, bearer);
    expect(refreshed.body.sessionId).toBe(session.body.sessionId);
    expect(
      (await post('/widget/session', undefined, { ...bearer, origin: 'https://evil.example' })).status,
    ).toBe(403);
  });
});

describe('verification', () => {
  test('tells what differs, and leaves out what was never offered', async () => {
    const offered = await offers();
    const wrong = cart(offered);
    wrong.items[0].unitPrice += 0.01;
    wrong.items[1].categoryCode = 'CAR_RENTAL';
    wrong.items[2].id = 'nobody-sells-this';
    const { status, body } = await post('/checkout/verify', wrong, as());
    expect([status, body.verified, body.items.length]).toEqual([200, false, 2]);
    expect(body.mismatches).toEqual([
      {
        itemId: wrong.items[0].id,
        extraId: null,
        field: 'unitPrice',
        submitted: wrong.items[0].unitPrice,
        expected: offered.result[0].price,
        reason: 'VALUE_MISMATCH',
      },
      {
        itemId: wrong.items[1].id,
        extraId: null,
        field: 'categoryCode',
        submitted: 'CAR_RENTAL',
        expected: offered.result[1].category,
        reason: 'VALUE_MISMATCH',
      },
      {
        itemId: 'nobody-sells-this',
        extraId: null,
        field: 'lookup',
        submitted: null,
        expected: null,
        reason: 'NOT_IN_BUNDLE',
      },
    ]);
  });

  test('refuses in its two shapes', async () => {
    const offered = await offers();
    const mixed = cart(offered);
    mixed.items[1].currency = 'USD';
    expect((await post('/checkout/verify', mixed, as())).body).toMatchObject({
      statusCode: 400,
      code: 'MIXED_CURRENCY',
    });
    const unknown = cart(offered);
    for (const item of unknown.items) item.currency = 'XTS';
    expect((await post('/checkout/verify', unknown, as())).body).toMatchObject({
      statusCode: 400,
      code: 'UNSUPPORTED_CURRENCY',
    });
    expect((await post('/checkout/verify', cart(offered), as('aulis-air'))).body).toMatchObject({
      statusCode: 403,
      code: 'AIRLINE_MISMATCH',
    });
    const faulty = await post(
      '/checkout/verify',
      { correlationId: '', items: [{ ...cart(offered).items[0], quantity: 0, colour: 'red' }] },
      as(),
    );
    expect(faulty.body).toMatchObject({
      success: false,
      statusCode: 400,
      error: 'correlationId: MISSING; items[0].colour: UNKNOWN_FIELD; items[0].quantity: OUT_OF_RANGE',
    });
    await db
      .collection('pricing_bundles')
      .updateOne({ correlationId: offered.correlationId }, { $set: { 'items.0.total': 1 } });
    expect((await post('/checkout/verify', cart(offered), as())).body).toMatchObject({
      statusCode: 400,
      code: 'BUNDLE_INTEGRITY_ERROR',
    });
    lab.emulator.clock.advance(31 * 60_000);
    expect((await post('/checkout/verify', cart(offered), as())).body).toMatchObject({
      statusCode: 404,
      code: 'QUOTE_EXPIRED',
    });
    lab.emulator.clock.reset();
  });
});

describe('orders', () => {
  test('twenty equal calls at once make one order, and all hear the same', async () => {
    const body = order(await offers());
    const headers = { ...as(), 'idempotency-key': randomUUID() };
    const before = await contents();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => post('/order-api/confirmOrder', body, headers)),
    );
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(replies[0]!.status).toBe(200);
    expect((await contents()).orders! - before.orders!).toBe(1);
    const other = await post('/order-api/confirmOrder', { ...body, sessionId: 'other' }, headers);
    expect([other.status, other.body.error]).toMatchObject([
      409,
      { code: 'CONFLICT', details: [{ field: 'Idempotency-Key', reason: 'PAYLOAD_MISMATCH' }] },
    ]);
  });

  test('an offer can be ordered once', async () => {
    const body = order(await offers());
    expect((await post('/order-api/confirmOrder', body, as())).status).toBe(200);
    const twice = await post('/order-api/confirmOrder', body, as());
    expect([twice.status, twice.body.error.details[0]]).toEqual([
      409,
      { field: 'selectedAncillaries[0].id', reason: 'ALREADY_ORDERED' },
    ]);
  });

  test('what cannot be had is refunded to the cent; the earlier edition spells its list its own way', async () => {
    const offered = await offers();
    const body = order(offered);
    body.selectedAncillaries[1].price.amount += 0.01;
    const partial = await post('/order-api/confirmOrder', body, as());
    expect([partial.status, partial.body]).toMatchObject([
      207,
      {
        status: 'PARTIAL-SUCCESS',
        failedAncillaries: [{ reasonCode: 'PRICE_MISMATCH' }],
        totalRefundAmount: body.selectedAncillaries[1].price,
      },
    ]);
    const v1 = await post(
      '/v1/order-api/confirmOrder',
      { ...order(offered, 3), selectedAncillaries: order(offered, 3).selectedAncillaries.slice(2) },
      as(),
    );
    expect(v1.body).toMatchObject({ status: 'SUCCESS', succesfullAncillaries: [{ reasonCode: 'SUCCESS' }] });
    const none = order(offered);
    for (const item of none.selectedAncillaries) item.id = 'gone';
    const refused = await post('/order-api/confirmOrder', none, as());
    expect([refused.status, refused.body.error.code]).toEqual([422, 'UNPROCESSABLE_ENTITY']);
  });
});

describe('bad input', () => {
  const cases: [string, number, (body: Reply['body']) => unknown, object?][] = [
    ['malformed JSON', 400, () => '{"pnr":', { field: 'body', reason: 'MALFORMED_JSON' }],
    ['no body', 400, () => '', { field: 'body', reason: 'MISSING' }],
    [
      'a wrong type',
      400,
      (body) => ({ ...body, segments: 'none' }),
      { field: 'segments', reason: 'INVALID_TYPE' },
    ],
    [
      'an unknown field',
      400,
      (body) => {
        body.passengers[0].age = 7;
        return body;
      },
      { field: 'passengers[0].age', reason: 'UNKNOWN_FIELD' },
    ],
    [
      'a bad e-mail',
      400,
      (body) => {
        body.passengers[0].email = 'nobody';
        return body;
      },
      { field: 'passengers[0].email', reason: 'INVALID_EMAIL' },
    ],
    [
      'a past date',
      400,
      (body) => {
        body.segments[0].departureTime = '2020-01-01T00:00:00Z';
        return body;
      },
      { field: 'segments[0].departureTime', reason: 'PAST_DATE' },
    ],
    [
      'an unknown airport',
      400,
      (body) => {
        body.segments[1].arrival = 'ZZZ';
        return body;
      },
      { field: 'segments[1].arrival', reason: 'UNKNOWN_AIRPORT' },
    ],
    [
      'a dangling passenger',
      400,
      (body) => {
        body.segments[0].passengerIds = ['p7'];
        return body;
      },
      { field: 'segments[0].passengerIds[0]', reason: 'UNKNOWN_PASSENGER' },
    ],
    [
      'a foreign tenant',
      403,
      (body) => ({ ...body, tenant: 'aulis-air' }),
      { field: 'tenant', reason: 'FOREIGN_TENANT' },
    ],
    [
      'a currency not sold',
      400,
      (body) => ({ ...body, pnrCurrency: 'JPY' }),
      { field: 'pnrCurrency', reason: 'NOT_AVAILABLE' },
    ],
  ];
  test.each(cases)('%s is refused and changes nothing', async (_name, status, spoil, detail) => {
    const before = await contents();
    const refused = await post(RECOMMEND, spoil(trip()), as());
    expect(refused.status).toBe(status);
    expect(refused.body.error.requestId).toBe(refused.headers.get('x-request-id'));
    expect(refused.body.error.details).toContainEqual(detail);
    expect(await contents()).toEqual(before);
  });

  test('ten megabytes are refused with a request id', async () => {
    const before = await contents();
    const refused = await post(
      RECOMMEND,
      JSON.stringify({ ...trip(), fare: 'x'.repeat(10 * 2 ** 20) }),
      as(),
    );
    expect(refused.status).toBe(413);
    expect(refused.body.error.requestId).toBe(refused.headers.get('x-request-id'));
    expect(await contents()).toEqual(before);
  });

  test('an unknown route is not found', async () => {
    expect([(await post('/nowhere', {})).status, (await post('/nowhere', {})).body.error.code]).toEqual([
      404,
      'NOT_FOUND',
    ]);
  });
});

test('a tenant’s rate: sixty in a second, then 429 until the next', async () => {
  lab.emulator.clock.freeze(Math.ceil(lab.emulator.clock.now() / 60_000) * 60_000);
  const call = () => post('/checkout/verify', {}, as('bluestem-airways'));
  const replies: Reply[] = []; // the clock stands still: few at a time do, and spare sixty cold starts
  while (replies.length < 65) replies.push(...(await Promise.all(Array.from({ length: 5 }, call))));
  const limited = replies.filter(({ status }) => status === 429);
  expect(limited.length).toBe(5);
  expect(limited[0]!.headers.get('retry-after')).toBe('1');
  expect(replies[0]!.headers.get('x-ratelimit-limit')).toBe('600');
  lab.emulator.clock.advance(1000);
  const next = await call();
  expect([next.status, next.headers.get('x-ratelimit-remaining')]).toEqual([400, '539']);
  lab.emulator.clock.advance(500);
  const half = await Promise.all(Array.from({ length: 59 }, call)); // the second slides: one of it has been used
  expect(half.filter(({ status }) => status === 429).length).toBe(0);
  lab.emulator.clock.advance(400);
  expect((await call()).status).toBe(429);
  lab.emulator.clock.advance(100); // a second after the first of them
  const after = await Promise.all([call(), call()]);
  expect(after.map(({ status }) => status).sort()).toEqual([400, 429]);
  expect(after.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['479', '479']);
  lab.emulator.clock.reset();
});

test('a mark-up is in force with the next call, and a tenant’s data stays in its region', async () => {
  await offers(as('aulis-air'));
  const regions = ['eu-central-1', 'us-east-1', 'me-central-1'];
  const tenants = await Promise.all(
    regions.map(async (region) => {
      const trips = await lab.database(region).db('arcube').collection('trips').find({}).toArray();
      return [...new Set(trips.map(({ tenant }) => tenant as string))];
    }),
  );
  expect(tenants).toEqual([['aulis-air'], [], [TENANT]]);
  const home = lab.database('eu-central-1').db('arcube').collection<{ _id: string }>('tenants');
  await home.updateOne({ _id: TENANT }, { $set: { 'categories.ESIMS.markup': 0 } });
  const { result } = await offers();
  for (const offer of result.filter(({ category }: { category: string }) => category === 'ESIMS'))
    expect(offer.price).toBe(offer.price_arcube);
});
