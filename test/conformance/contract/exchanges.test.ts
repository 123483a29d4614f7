import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Reply, send } from '../../helpers/api-client.js';
import { ContractClient, OPERATION_IDS } from '../../helpers/contract.js';
import { spokenNames } from '../../helpers/contract-facts.js';
import { type PlatformLab, platformLab } from '../../helpers/platform.js';
import { roundTrip } from '../../unit/platform/sample-trip.js';

/** The tenant with the high rate plan. */
const TENANT = 'dune-horizon';
const CURRENCY = 'AED';
let lab: PlatformLab;
let api: ContractClient;
let as: Record<string, string>;

beforeAll(async () => {
  lab = await platformLab({ parameters: { WebhookPrivateAddresses: 'allowed' } });
  api = new ContractClient(lab.url);
  as = lab.as(TENANT);
}, 60_000);
afterAll(() => lab?.stop());

let trips = 0;
const fresh = (): string => `CON${String(++trips).padStart(3, '0')}`;
type Offers = { pnr: string; correlationId: string; result: Reply['body'][] };
async function offered(headers = as): Promise<Offers> {
  const pnr = fresh();
  const body = { ...roundTrip(), pnr, pointOfSale: 'AIRLINE_WEBSITE' };
  return { pnr, ...(await api.call('servePassengerRecommendations', { headers, body })).body };
}
const selectionOf = (offer: Reply['body'], change: object = {}) => ({
  vendor: offer.metadata.provider,
  id: offer.id,
  price: { amount: offer.price, currency: CURRENCY },
  ...change,
});
const payment = (amount: number) => ({
  provider: 'adyen',
  referenceId: randomUUID(),
  status: 'CONFIRMED',
  amount,
  currency: CURRENCY,
  paidAt: '2026-11-22T12:00:00Z',
  paymentMethod: 'card',
  cardType: 'visa',
  cardLastFour: '4242',
  rawPayload: { pspReference: 'X' },
});

describe('tokens', () => {
  test('client credentials, both editions, JSON', async () => {
    const { clientId, clientSecret } = lab.emulator.credentials()[0]!;
    const body = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret.reveal(),
    };
    for (const operation of ['createToken', 'createTokenV1']) {
      const { status, body: token } = await api.call(operation, { body });
      expect([status, token.token_type, token.expires_in]).toEqual([200, 'Bearer', 3600]);
      const wrong = await api.call(operation, { body: { ...body, client_secret: 'x' } });
      expect([wrong.status, wrong.body.error.message]).toEqual([401, 'Invalid client credentials.']);
      expect((await api.call(operation, { body: {} })).status).toBe(400);
    }
  });

  test('the edge’s HMAC, a widget’s two steps, the keys that verify them', async () => {
    const { tenant, edgeSecret } = lab.emulator.credentials().find((one) => one.tenant === TENANT)!;
    const [timestamp, nonce] = [String(Math.floor(lab.emulator.clock.now() / 1000)), randomUUID()];
    const signature = createHmac('sha256', edgeSecret.reveal())
      .update(`POST\n/auth/edge/token\n${tenant}\n${timestamp}\n${nonce}`)
      .digest('hex');
    const headers = {
      'x-tenant-id': tenant,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': signature,
    };
    const edge = await api.call('createEdgeToken', { headers, body: { pnr: 'EDGE42' } });
    const who = await api.call('whoAmI', { headers: { authorization: `Bearer ${edge.body.access_token}` } });
    expect(who.body).toMatchObject({ role: 'widget_user', tenant, pnr: 'EDGE42' });
    for (const [role, owner] of [
      ['api_client', TENANT],
      ['whitelabel_user', 'aulis-air'],
    ] as const) {
      const authorization = `Bearer ${await lab.emulator.tokenFor(owner, { role })}`;
      const { body } = await api.call('whoAmI', { headers: { authorization } });
      expect(body).toMatchObject({ role, tenant: owner });
    }
    expect((await api.call('createEdgeToken', { headers, body: { pnr: 'EDGE42' } })).status).toBe(401);

    const page = { origin: 'https://book.dune-horizon.example' };
    const referer = { Referer: `${page.origin}/booking/42` };
    expect((await api.call('initWidget', { headers: referer, body: { tenantId: TENANT } })).status).toBe(200);
    const init = await api.call('initWidget', { headers: page, body: { tenantId: TENANT } });
    expect(init.body.expires_in).toBe(60);
    const open = { ...page, authorization: `Bearer ${init.body.access_token}` };
    const session = await api.call('openWidgetSession', { headers: open });
    expect(session.body.expires_in).toBe(900);
    const { keys } = (await api.call('getKeys')).body;
    const [head] = session.body.access_token.split('.');
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
    expect(keys.map((key: { kid: string }) => key.kid)).toContain(kid);
    expect((await api.call('getHealth')).body.status).toBe('ok');
  });
});

describe('ingest and recommend', () => {
  test('API stores alone; others answer offers in the contract’s arithmetic, under the caller’s correlation id', async () => {
    const pnr = fresh();
    const correlation = { ...as, 'x-correlation-id': randomUUID() };
    const first = await api.call('servePassengerRecommendations', {
      headers: correlation,
      body: { ...roundTrip(), pnr, pointOfSale: 'API' },
    });
    expect(first.body).toEqual({ result: [], correlationId: correlation['x-correlation-id'] });
    for (const pointOfSale of ['AIRLINE_WEBSITE', 'EMAIL', 'WIDGET', 'MOBILE_APP', 'SMART_FRIDGE']) {
      const { body, headers } = await api.call('servePassengerRecommendations', {
        headers: as,
        body: { pnr, pointOfSale, pnrLocale: 'es-es', pnrCurrency: 'EUR' },
      });
      expect(headers.get('x-correlation-id')).toBe(body.correlationId);
      expect(body.result.length, pointOfSale).toBeGreaterThan(0);
      for (const offer of body.result) {
        const cents = (amount: number): number => Math.round(amount * 100);
        expect(cents(offer.price_arcube)).toBe(Math.floor((cents(offer.price_partner) * 110) / 100 + 0.5));
        expect(offer.metadata).toMatchObject({ currency: 'EUR', source: 'vendor' });
      }
    }
  });

  test('every field of passengers and segments; the reasons of a refusal, by their paths', async () => {
    const { passengers, segments } = roundTrip();
    const family = [
      { ...passengers[0]!, lastName: 'M', email: 'e@example.com', accompaniedInfant: true },
      { id: 'p2', type: 'INF' as const, associatedAdultId: 'p1' },
    ];
    const flights = segments.map((segment) => ({ ...segment, passengerIds: ['p1', 'p2'] }));
    const body = {
      pnr: fresh(),
      pointOfSale: 'WIDGET',
      fare: 'ECONOMY',
      passengers: family,
      segments: flights,
    };
    const good = await api.call('servePassengerRecommendations', { headers: as, body });
    const lounges = good.body.result.filter(({ category }: Reply['body']) => category === 'LOUNGE_ACCESS');
    for (const { metadata } of lounges) expect(metadata.passenger_ids).toEqual(['p1']); // none for the infant
    const reasonsOf = async (change: object) => {
      const bad = await api.call('servePassengerRecommendations', {
        headers: as,
        body: { ...body, ...change },
      });
      return [
        bad.status,
        ...bad.body.error.details.map((one: Reply['body']) => `${one.field} ${one.reason}`),
      ];
    };
    expect(await reasonsOf({ passengers: [{ ...family[0], email: 'nobody' }] })).toEqual([
      400,
      'passengers[0].email INVALID_EMAIL',
    ]);
    const flown = { ...flights[1]!, segmentId: 'x', departureTime: '2020-01-01T00:00:00Z' };
    expect(await reasonsOf({ segments: [flights[0], flown] })).toContain(
      'segments[1].departureTime PAST_DATE',
    );
    expect(await reasonsOf({ pnrCurrency: 'JPY' })).toEqual([400, 'pnrCurrency NOT_AVAILABLE']);
  });

  test('the earlier edition: 202, and trips by session', async () => {
    const sessionId = randomUUID();
    const sent = await api.call('ingestPassengerDataV1', {
      headers: as,
      body: { ...roundTrip(), pnr: undefined, sessionId },
    });
    expect([sent.status, sent.body.status]).toEqual([202, 'ACCEPTED']);
    const { body } = await api.call('servePassengerRecommendationsV1', {
      headers: as,
      body: { sessionId, pointOfSale: 'WIDGET' },
    });
    expect(body.result.length).toBeGreaterThan(0);
  });
});

test('verify: a cart that agrees, one that does not, extras that inherit the category', async () => {
  const { correlationId, result } = await offered();
  const line = ({ id, price }: Reply['body'], quantity = 1) => ({
    id,
    unitPrice: price,
    quantity,
    totalPrice: Math.round(price * quantity * 100) / 100,
    currency: CURRENCY,
  });
  const [one, two] = result as [Reply['body'], Reply['body']];
  const items = [{ ...line(one, 2), categoryCode: one.category, extra: [line(two)] }];
  const good = await api.call('verifyPrices', { headers: as, body: { correlationId, items } });
  expect(good.body).toMatchObject({ verified: true, mismatches: [] });
  const { summary } = good.body;
  const sum = summary.totalCaptureForAirline + summary.totalCaptureForArcube;
  expect(Math.round(sum * 100)).toBe(Math.round(summary.totalPrice * 100));
  items[0]!.extra[0]!.unitPrice += 1;
  const bad = await api.call('verifyPrices', { headers: as, body: { correlationId, items } });
  expect(bad.body.mismatches[0]).toMatchObject({
    itemId: one.id,
    extraId: two.id,
    field: 'unitPrice',
    reason: 'VALUE_MISMATCH',
  });
  const unknown = { correlationId, items: [{ ...items[0]!, id: 'nobody', extra: [line(two)] }] };
  const gone = await api.call('verifyPrices', { headers: as, body: unknown });
  const lookup = { field: 'lookup', submitted: null, expected: null, reason: 'NOT_IN_BUNDLE' };
  expect(gone.body).toMatchObject({
    verified: false,
    items: [],
    mismatches: [{ itemId: 'nobody', ...lookup }],
  });
  expect([gone.body.summary.totalPrice, gone.body.summary.sellingPrice]).toEqual([0, 0]); // an extra goes with its item
});

test('confirm, pay, look up, cancel: SUCCESS, PARTIAL-SUCCESS with 207, and the earlier edition’s spelling', async () => {
  const { pnr, correlationId, result } = await offered();
  const [one, two, three] = result;
  const headers = { ...as, 'idempotency-key': randomUUID() };
  const whole = await api.call('confirmOrder', {
    headers,
    body: { sessionId: correlationId, selectedAncillaries: [selectionOf(one)] },
  });
  expect([whole.status, whole.body.status]).toEqual([200, 'SUCCESS']);
  const wrong = { price: { amount: 1, currency: CURRENCY } };
  const part = await api.call('confirmOrder', {
    headers: as,
    body: { sessionId: pnr, selectedAncillaries: [selectionOf(two), selectionOf(three, wrong)] },
  });
  expect([part.status, part.body.status, part.body.totalRefundAmount]).toEqual([
    207,
    'PARTIAL-SUCCESS',
    { amount: 1, currency: CURRENCY },
  ]);
  const v1 = await api.call('confirmOrderV1', {
    headers: as,
    body: {
      sessionId: correlationId,
      selectedAncillaries: [selectionOf(three), selectionOf(result[3], wrong)],
    },
  });
  expect([v1.status, v1.body.status, v1.body.succesfullAncillaries.length]).toEqual([
    200,
    'PARTIAL-SUCCESS',
    1,
  ]);
  const { transactionId } = whole.body;
  const paid = await api.call('confirmPaymentV1', {
    headers: as,
    body: {
      sessionId: correlationId,
      transactionId,
      totalAmountPaid: { amount: one.price, currency: CURRENCY },
      ancillaryIds: [one.id],
      paymentStatus: 'CONFIRMED',
    },
  });
  expect(paid.body).toEqual({ status: 'SUCCESS', transactionId, paymentStatus: 'CONFIRMED' });
  const today = await api.call('confirmPayment', {
    headers: as,
    body: {
      sessionId: correlationId,
      transactionId,
      totalAmountPaid: { amount: one.price, currency: CURRENCY },
      ancillaryIds: [one.id],
      paymentStatus: 'CONFIRMED',
    },
  });
  expect(today.body.order).toMatchObject({ transactionId, status: 'SUCCESS' });
  const listed = await api.call('listOrders', { headers: as, query: { pnr } });
  expect(listed.body.orders.length).toBe(3);
  const path = { transactionId, itemId: 'itm_1' };
  expect((await api.call('getCancellationPolicy', { headers: as, path })).body.cancellable).toBe(true);
  const cancelled = await api.call('cancelItem', { headers: as, path });
  expect(cancelled.body).toMatchObject({ status: 'REFUNDED', refundAmount: { amount: one.price } });
  expect((await api.call('cancelItem', { headers: as, path })).status).toBe(409);
});

test('a cancellation under way, and one that the vendor will not hear of, show in the states of their items', async () => {
  const { pnr, correlationId, result } = await offered();
  const one = result.find(({ category }) => category === 'BAGGAGE_PROTECTION');
  const body = { sessionId: correlationId, selectedAncillaries: [selectionOf(one)] };
  const { transactionId } = (await api.call('confirmOrder', { headers: as, body })).body;
  const orders = lab.database('me-central-1').db('arcube').collection<{ _id: string }>('orders');
  const state = async (): Promise<string> =>
    (await api.call('listOrders', { headers: as, query: { pnr } })).body.orders[0].items[0].status;
  const setState = (name: string) =>
    orders.updateOne({ _id: transactionId }, { $set: { 'items.0.state': name } });
  await setState('CANCELLATION_INITIATED');
  expect(await state()).toBe('CANCELLATION_INITIATED');
  const path = { transactionId, itemId: 'itm_1' };
  const policy = await api.call('getCancellationPolicy', { headers: as, path });
  expect(policy.body).toMatchObject({ cancellable: false, reason: 'STATE' });
  expect((await api.call('cancelItem', { headers: as, path })).status).toBe(409);
  await setState('DELIVERED'); // what is delivered cannot be had back, what is completed can
  expect((await api.call('cancelItem', { headers: as, path })).status).toBe(409);
  expect(await state()).toBe('DELIVERED');
  await setState('COMPLETED');
  expect(await state()).toBe('COMPLETED');
  const fault = { vendor: one.metadata.provider, fault: 'error', times: 3 };
  await send(`${lab.emulator.urls.vendors}/_sandbox/faults`, 'POST', fault);
  const refused = await api.call('cancelItem', { headers: as, path });
  expect([refused.status, refused.body.status]).toEqual([200, 'REFUND_MANUAL_REVIEW']);
});

test('a widget order: confirmed, its faults one detail a field', async () => {
  const { pnr, correlationId, result } = await offered();
  const [one] = result;
  const headers = { ...as, 'x-correlation-id': correlationId };
  const body = {
    selectedAncillaries: [{ id: one.id, quantity: 1, addedFrom: 'card' }],
    tenant: TENANT,
    pnr,
    pointOfSale: 'AIRLINE_WEBSITE',
    requestedCurrency: CURRENCY,
    customer: { firstName: 'Eleni' },
    passengers: [],
    externalPSP: payment(one.price),
  };
  const missing = await api.call('createWidgetOrder', { headers, body: { ...body, externalPSP: {} } });
  expect([missing.status, missing.body.code, missing.body.details.length]).toEqual([
    400,
    'MISSING_EXTERNAL_PSP',
    6,
  ]);
  const placed = await api.call('createWidgetOrder', { headers, body });
  expect(placed.body).toMatchObject({ success: true, status: 'confirmed', paymentRequired: false });
  const twice = { ...body, externalPSP: payment(one.price) };
  expect((await api.call('createWidgetOrder', { headers, body: twice })).status).toBe(409);
  const refunded = { ...body, externalPSP: { ...payment(one.price), status: 'PARTIALLY_REFUNDED' } };
  expect((await api.call('createWidgetOrder', { headers, body: refunded })).status).toBe(422);
  const short = { ...body, externalPSP: payment(0.01) };
  expect((await api.call('createWidgetOrder', { headers, body: short })).status).toBe(422);
  expect((await api.call('createWidgetOrder', { headers: {}, body })).status).toBe(401);
  const foreign = { ...body, tenant: 'aulis-air' };
  expect((await api.call('createWidgetOrder', { headers, body: foreign })).status).toBe(403);
  const unknown = { ...body, pnr: 'NOBODY', externalPSP: payment(one.price) };
  expect((await api.call('createWidgetOrder', { headers: as, body: unknown })).status).toBe(404);
});

test('the three NDC steps, in the guide’s own message names', async () => {
  const { segments } = roundTrip();
  const shopping = {
    AirShoppingRQ: {
      Document: { Name: 'IBE' },
      Party: {
        Sender: { AgentUser: { Name: 'Dune', IATA_Number: '95200001', PseudoCity: 'DXB' } },
        Recipient: { SystemID: 'ARCUBE' },
      },
      CoreQuery: {
        Segments: segments.map((segment) => ({
          SegmentKey: segment.segmentId,
          Departure: { AirportCode: segment.departure, DateTime: segment.departureTime },
          Arrival: { AirportCode: segment.arrival, DateTime: segment.arrivalTime },
          MarketingCarrier: 'ZD',
          OperatingCarrier: 'ZD',
          PassengerRefs: ['P1'],
        })),
      },
      DataLists: {
        PassengerList: [
          {
            PassengerID: 'P1',
            PTC: 'ADT',
            Individual: { GivenName: 'E', Surname: 'M' },
            LoyaltyProgram: { Number: 'ZD1' },
          },
          { PassengerID: 'P2', PTC: 'INF', Associations: { AdultRef: 'P1' } },
        ],
      },
      Metadata: { PointOfSale: 'API', Tenant: TENANT, SessionID: randomUUID() },
    },
  };
  const shopped = await api.call('airShopping', { headers: as, body: shopping });
  const { OtherOffers, Metadata } = shopped.body.AirShoppingRS;
  const [{ OtherOfferID, OfferItems }] = OtherOffers;
  const [{ OfferItemID, ServiceDefinitionRef, PriceDetail }] = OfferItems;
  const selected = {
    OfferID: OtherOfferID,
    ShoppingSessionID: Metadata.ShoppingSessionID,
    Owner: 'Arcube',
    OfferItems: [{ OfferItemID, Quantity: 2, Currency: CURRENCY, Price: PriceDetail, ServiceDefinitionRef }],
  };
  const priced = await api.call('offerPrice', {
    headers: as,
    body: {
      OfferPriceRQ: {
        Query: { SelectedOffers: [selected] },
        ProductInputs: [{ ServiceDefinitionRef, Input: { note: 'aisle' } }],
      },
    },
  });
  const { PriceSummary, Metadata: pricing } = priced.body.OfferPriceRS;
  expect(PriceSummary.amount).toBe(2 * PriceDetail.amount);
  const created = await api.call('orderCreate', {
    headers: as,
    body: {
      OrderCreateRQ: {
        PointOfSale: 'API',
        Customer: { PrimaryContact: { email: 'e@example.com' } },
        Passengers: [{ PassengerID: 'P1', PTC: 'ADT' }],
        ProductInputs: [{ ServiceDefinitionRef, Input: { note: 'window' } }],
        Query: { PricedOfferRef: pricing.PricedSessionID, OfferItems: [{ OfferItemID, Quantity: 2 }] },
        Payments: [
          {
            Mode: 'AIRLINE_CAPTURED',
            Currency: CURRENCY,
            Amount: PriceSummary.amount,
            decimal: 2,
            airlineCaptureRef: 'CAP1',
          },
        ],
      },
    },
  });
  expect(created.body.OrderCreateRS.Order).toMatchObject({
    Status: 'PENDING',
    Owner: 'Arcube',
    PriceSummary,
  });
  expect(
    (await api.call('offerPrice', { headers: as, body: { Query: { SelectedOffers: [] } } })).status,
  ).toBe(400);
});

test('searches for a ride and a car, whose ids begin as the guide has them', async () => {
  const ride = {
    mode: 'one_way',
    num_passengers: 2,
    start_address: 'Airport',
    end_address: 'Marina',
    start_coordinates: { lat: 25.25, lng: 55.36 },
    end_coordinates: { lat: 25.08, lng: 55.14 },
    pickup_datetime: '2030-07-01T20:00:00Z',
    currency: CURRENCY,
    start_country_code: 'AE',
    end_country_code: 'AE',
    providers: ['mozio'],
  };
  const rides = { ProductSearchInputs: [{ ProductType: 'AIRPORT_TRANSFER', Input: ride }] };
  const shopped = await api.call('airShopping', { headers: as, body: rides });
  expect(shopped.body.OtherOffers[0].PriceDetail).toMatchObject({ decimal: 2, currency: CURRENCY });
  const car = {
    driver: { age: 40, residence: 'GR' },
    pickup_at: '2030-07-01T20:00:00Z',
    dropoff_at: '2030-07-05T10:00:00Z',
    pickup_location: { iata: 'JFK' },
    dropoff_location: { iata: 'JFK' },
  };
  const cars = { ProductSearchInputs: [{ ProductType: 'CAR_RENTAL', Input: car }] };
  const { body } = await api.call('airShopping', { headers: lab.as('aulis-air'), body: cars });
  const [item] = body.OtherOffers[0].OfferItems;
  expect([item.OfferItemID, item.ServiceDefinitionRef]).toEqual([
    expect.stringMatching(/^CAR-\w/),
    expect.stringMatching(/^SVC-CAR-\w/),
  ]);
});

test('webhooks: registered, listed, tried, their deliveries looked up, removed', async () => {
  const body = { url: 'http://127.0.0.1:9/', events: ['order.*', 'cancellation.partial'] };
  const { status, body: webhook } = await api.call('registerWebhook', { headers: as, body });
  expect(status).toBe(201);
  const path = { webhookId: webhook.id };
  expect((await api.call('listWebhooks', { headers: as })).body.webhooks.length).toBe(1);
  expect((await api.call('testWebhook', { headers: as, path })).status).toBe(202);
  await vi.waitFor(
    async () => {
      const { deliveries } = (await api.call('listDeliveries', { headers: as, path })).body;
      expect(deliveries[0].attempts.length).toBeGreaterThan(0);
    },
    { timeout: 20_000, interval: 100 },
  );
  expect((await api.call('removeWebhook', { headers: as, path })).body).toEqual({
    id: webhook.id,
    removed: true,
  });
  expect((await api.call('removeWebhook', { headers: as, path })).status).toBe(404);
});

describe('every refusal that the contract names can be had', () => {
  const recommend = (headers: Record<string, string>, change: object = {}) =>
    api.call('servePassengerRecommendations', {
      headers,
      body: { ...roundTrip(), pnr: fresh(), pointOfSale: 'AIRLINE_WEBSITE', ...change },
    });
  const codeOf = ({ status, body }: Reply): [number, string] => [status, body.error?.code];

  test('400, 401, 403, 404, 409, 422', async () => {
    expect(codeOf(await recommend(as, { segments: 'none' }))).toEqual([400, 'INVALID_ARGUMENT']);
    expect(codeOf(await recommend({}))).toEqual([401, 'UNAUTHENTICATED']);
    expect(codeOf(await recommend(as, { tenant: 'aulis-air' }))).toEqual([403, 'PERMISSION_DENIED']);
    const { correlationId, result } = await offered();
    const order = (sessionId: string, selected: object[], key: string = randomUUID()) =>
      api.call('confirmOrder', {
        headers: { ...as, 'idempotency-key': key },
        body: { sessionId, selectedAncillaries: selected },
      });
    const [one] = result;
    expect(codeOf(await order(randomUUID(), [selectionOf(one)]))).toEqual([404, 'NOT_FOUND']);
    const wrong = selectionOf(one, { id: 'nothing' });
    expect(codeOf(await order(correlationId, [wrong]))).toEqual([422, 'UNPROCESSABLE_ENTITY']);
    const key = randomUUID();
    await order(correlationId, [selectionOf(one)], key);
    const other = await order(correlationId, [selectionOf(result[1])], key);
    expect(codeOf(other)).toEqual([409, 'CONFLICT']);
    expect(other.body.error.details).toEqual([{ field: 'Idempotency-Key', reason: 'PAYLOAD_MISMATCH' }]);
  });

  test('each of verify’s own codes', async () => {
    const { correlationId, result } = await offered();
    const items = result.slice(0, 2).map(({ id, category, price }) => ({
      id,
      categoryCode: category,
      unitPrice: price,
      quantity: 1,
      totalPrice: price,
      currency: CURRENCY,
    }));
    const verify = async (change: (cart: typeof items) => void, headers = as) => {
      const cart = structuredClone(items);
      change(cart);
      const { status, body } = await api.call('verifyPrices', {
        headers,
        body: { correlationId, items: cart },
      });
      return [status, body.code];
    };
    const mixed = await verify((cart) => {
      cart[1]!.currency = 'EUR';
    });
    expect(mixed).toEqual([400, 'MIXED_CURRENCY']);
    expect(
      await verify((cart) => {
        for (const item of cart) item.currency = 'XTS';
      }),
    ).toEqual([400, 'UNSUPPORTED_CURRENCY']);
    expect(await verify(() => undefined, lab.as('aulis-air'))).toEqual([403, 'AIRLINE_MISMATCH']);
    const bundles = lab.database('me-central-1').db('arcube').collection('pricing_bundles');
    await bundles.updateOne({ correlationId }, { $set: { 'items.0.total': 1 } });
    expect(await verify(() => undefined)).toEqual([400, 'BUNDLE_INTEGRITY_ERROR']);
    lab.emulator.clock.advance(31 * 60_000);
    expect(await verify(() => undefined)).toEqual([404, 'QUOTE_EXPIRED']);
    lab.emulator.clock.reset();
  });

  test('503 while something does not answer; 5xx INTERNAL when a function breaks', async () => {
    const tenants = lab.database('eu-central-1').db('arcube').collection<{ _id: string }>('tenants');
    await tenants.updateOne({ _id: TENANT }, { $set: { move: { hold: true } } });
    expect(codeOf(await recommend(as))).toEqual([503, 'UNAVAILABLE']);
    await tenants.updateOne({ _id: TENANT }, { $unset: { move: '' } });
    const control = lab.emulator.urls.control;
    const fault = await fetch(`${control}/_arcube/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ target: 'recommendations', errorRate: 1 }),
    });
    expect(fault.status, await fault.text()).toBe(200);
    // the gateway's own 502: no operation declares it
    const broken = await lab.post('/aggregation-api/servePassengerRecommendations', {}, as);
    api.hear(broken.text);
    expect([broken.status >= 500, broken.body.error.code]).toEqual([true, 'INTERNAL']);
    await fetch(`${control}/_arcube/faults`, { method: 'DELETE' });
  });

  test('429 with Retry-After over the tenant’s rate, in both shapes', async () => {
    const slow = lab.as('bluestem-airways');
    lab.emulator.clock.freeze(Math.ceil(lab.emulator.clock.now() / 60_000) * 60_000);
    const replies: Reply[] = [];
    while (replies.length < 64)
      replies.push(
        ...(await Promise.all(Array.from({ length: 4 }, () => api.call('listWebhooks', { headers: slow })))),
      );
    const limited = replies.filter(({ status }) => status === 429);
    expect(limited.length).toBe(4);
    expect(limited[0]!.body.error.code).toBe('RATE_LIMIT_EXCEEDED');
    expect(Number(limited[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(replies[0]!.headers.get('x-ratelimit-limit')).toBe('600');
    const own = await api.call('verifyPrices', { headers: slow, body: {} });
    expect([own.status, own.body.success, own.body.statusCode]).toEqual([429, false, 429]);
    const widget = await api.call('createWidgetOrder', { headers: slow, body: {} });
    expect([widget.status, widget.body.code]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    lab.emulator.clock.reset();
  });

  test('and every operation of the document has been answered well', () => {
    const unanswered = OPERATION_IDS.filter(
      (operationId) => ![...api.seen].some((seen) => seen.startsWith(`${operationId} 2`)),
    );
    expect(unanswered).toEqual([]);
  });

  test('every name that the contract writes has been on the wire', () => {
    const unspoken = spokenNames().filter(
      (name) => !api.words.has(name) && !api.words.has(name.toLowerCase()),
    );
    expect(unspoken).toEqual([]);
  });
});
