import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WEBHOOK_RETRIES, WEBHOOKS_MOST } from '../../templates/ancillary/functions/shared/decisions.js';
import { addWebhook } from '../../templates/ancillary/functions/shared/webhooks/add.js';
import { type Reply, send } from '../helpers/api-client.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'dune-horizon';
let lab: PlatformLab;
let as: Record<string, string>;

beforeAll(async () => {
  const ExchangeRates = '{"LKR": 350, "KWD": 0.36}';
  lab = await platformLab({ parameters: { WebhookPrivateAddresses: 'allowed', ExchangeRates } });
  as = lab.as(TENANT);
}, 60_000);
afterAll(() => lab?.stop());

let trips = 0;
async function offered(): Promise<{ pnr: string; correlationId: string; result: Reply['body'][] }> {
  const pnr = `ORDER${String(++trips).padStart(2, '0')}`;
  const { body } = await lab.post(
    '/aggregation-api/servePassengerRecommendations',
    { ...roundTrip(), pnr, pointOfSale: 'AIRLINE_WEBSITE' },
    as,
  );
  return { pnr, ...body };
}

/** A widget order for the first two offers. */
async function widgetOrder(payment: object = {}) {
  const { pnr, correlationId, result } = await offered();
  const picked = result.slice(0, 2);
  const amount = Math.round(picked.reduce((sum, offer) => sum + offer.price * 100, 0)) / 100;
  const externalPSP = {
    provider: 'adyen',
    referenceId: randomUUID(),
    status: 'CONFIRMED',
    amount,
    currency: 'AED',
    paidAt: '2026-11-22T12:00:00Z',
    ...payment,
  };
  const body = {
    selectedAncillaries: picked.map(({ id }) => ({ id, quantity: 1, shownAs: 'card' })),
    tenant: TENANT,
    pnr,
    pointOfSale: 'AIRLINE_WEBSITE',
    requestedCurrency: 'AED',
    customer: { firstName: 'Eleni' },
    externalPSP,
  };
  return { body, headers: { ...as, 'x-correlation-id': correlationId }, picked };
}

test('a deployment’s own exchange rates price what it sells, in currencies of its own too', async () => {
  const [pnr, aulis] = ['RATES1', lab.as('aulis-air')]; // sells in every currency that has a rate
  const trip = { ...roundTrip(), pnr, pointOfSale: 'AIRLINE_WEBSITE', pnrCurrency: 'LKR' };
  const offers = await lab.post('/aggregation-api/servePassengerRecommendations', trip, aulis);
  const { correlationId, result } = offers.body;
  const [{ id, category, price, metadata }] = result;
  expect(metadata.currency).toBe('LKR');
  const line = { id, categoryCode: category, quantity: 1, currency: 'LKR' };
  const items = [{ ...line, unitPrice: price, totalPrice: price }];
  const same = await lab.post('/checkout/verify', { correlationId, items }, aulis);
  expect(same.body).toMatchObject({ verified: true, mismatches: [] });
  const dinars = [{ ...items[0], currency: 'KWD' }];
  const { body } = await lab.post('/checkout/verify', { correlationId, items: dinars }, aulis);
  expect(body.summary.exchangeRate).toBe(Math.round((0.36 / 350) * 1e8) / 1e8);
  const ordered = { vendor: metadata.provider, id, price: { amount: price, currency: 'LKR' } };
  const order = { sessionId: correlationId, selectedAncillaries: [ordered] };
  expect((await lab.post('/order-api/confirmOrder', order, aulis)).status).toBe(200);
});

describe('widget orders', () => {
  test('record what the airline was paid for, once for each payment', async () => {
    const { body, headers, picked } = await widgetOrder();
    const first = await lab.post('/transactions/widget-order-create', body, headers);
    expect([first.status, first.body]).toMatchObject([
      200,
      { success: true, pnr: body.pnr, status: 'confirmed', paymentRequired: false },
    ]);
    expect(first.body.transactionItems.map(({ id }: { id: string }) => id)).toEqual(
      picked.map(({ id }) => id),
    );
    const again = await lab.post('/transactions/widget-order-create', body, headers);
    expect(again.text).toBe(first.text);
  });

  test('answer faults in their own shape, one detail a field', async () => {
    const { body, headers } = await widgetOrder();
    const { externalPSP: _paid, ...unpaid } = body;
    expect((await lab.post('/transactions/widget-order-create', unpaid, headers)).body).toMatchObject({
      success: false,
      code: 'MISSING_EXTERNAL_PSP',
      details: ['externalPSP: MISSING'],
    });
    const faulty = {
      ...body,
      externalPSP: { ...body.externalPSP, amount: 0, referenceId: undefined, status: 'PAID' },
    };
    const refused = await lab.post('/transactions/widget-order-create', faulty, headers);
    expect([refused.status, refused.body.details]).toEqual([
      400,
      [
        'externalPSP.referenceId: MISSING',
        'externalPSP.status: INVALID_VALUE',
        'externalPSP.amount: OUT_OF_RANGE',
      ],
    ]);
    const short = { ...body, externalPSP: { ...body.externalPSP, amount: body.externalPSP.amount - 0.01 } };
    expect((await lab.post('/transactions/widget-order-create', short, headers)).status).toBe(422);
    expect((await lab.post('/transactions/widget-order-create', body, {})).body).toMatchObject({
      success: false,
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('the three NDC steps', () => {
  const journey = () => ({
    CoreQuery: {
      Segments: roundTrip().segments.map((s) => ({
        SegmentKey: s.segmentId,
        Departure: { AirportCode: s.departure, DateTime: s.departureTime },
        Arrival: { AirportCode: s.arrival, DateTime: s.arrivalTime },
        MarketingCarrier: 'ZD',
        OperatingCarrier: 'ZD',
      })),
    },
    DataLists: { PassengerList: [{ PassengerID: 'p1', PTC: 'ADT', Individual: { GivenName: 'Eleni' } }] },
    Metadata: { PointOfSale: 'API', Tenant: TENANT },
  });
  const rides = {
    ProductSearchInputs: [
      {
        ProductType: 'AIRPORT_TRANSFER',
        Input: {
          mode: 'one_way',
          num_passengers: 2,
          start_address: 'Dubai Airport',
          end_address: 'Marina',
          start_coordinates: { lat: 25.25, lng: 55.36 },
          end_coordinates: { lat: 25.08, lng: 55.14 },
          pickup_datetime: '2030-07-01T20:00:00Z',
          currency: 'AED',
          start_country_code: 'AE',
          end_country_code: 'AE',
        },
      },
    ],
    Metadata: { PointOfSale: 'API' },
  };
  const pick = ({ OtherOffers, Metadata }: Reply['body'], index = 0) => {
    const { OtherOfferID, OfferItems } = OtherOffers[index];
    const [{ OfferItemID, ServiceDefinitionRef, PriceDetail }] = OfferItems;
    return {
      OfferID: OtherOfferID,
      ShoppingSessionID: Metadata.ShoppingSessionID,
      Owner: 'Arcube',
      OfferItems: [{ OfferItemID, Quantity: 1, Currency: 'AED', Price: PriceDetail, ServiceDefinitionRef }],
    };
  };

  test('shop twice, price together, order; the vendors stay private, the sums agree', async () => {
    const flight = await lab.post('/ndc-api/air-shopping', { AirShoppingRQ: journey() }, as);
    expect(flight.status).toBe(200);
    const ride = await lab.post('/ndc-api/air-shopping', rides, as);
    expect(flight.text + ride.text).not.toMatch(
      /airalo|tellisim|mozio|dragonpass|collinson|brb|carbonclick/i,
    );
    const offers = [pick(flight.body.AirShoppingRS), pick(ride.body)];
    const priced = await lab.post('/ndc-api/offer-price', { Query: { SelectedOffers: offers } }, as);
    expect(priced.status).toBe(200);
    const sum = offers.reduce((total, { OfferItems }) => total + OfferItems[0]!.Price.amount, 0);
    expect(priced.body.PriceSummary).toEqual({ amount: sum, decimal: 2, currency: 'AED' });
    const order = {
      PointOfSale: 'API',
      Customer: { PrimaryContact: { email: 'eleni@example.com' } },
      Query: {
        PricedOfferRef: priced.body.Metadata.PricedSessionID,
        OfferItems: offers.map(({ OfferItems }) => ({ OfferItemID: OfferItems[0]!.OfferItemID })),
      },
      Payments: [
        {
          Mode: 'AIRLINE_CAPTURED',
          Currency: 'AED',
          Amount: sum * 10,
          decimal: 3,
          airlineCaptureRef: 'CAP1',
        },
      ],
    };
    const wrong = structuredClone(order);
    wrong.Payments[0]!.Amount += 10;
    expect((await lab.post('/ndc-api/order-create', wrong, as)).status).toBe(422);
    const created = await lab.post('/ndc-api/order-create', order, as);
    expect([created.status, created.body.Order]).toMatchObject([200, { Status: 'PENDING', Owner: 'Arcube' }]);
    expect(created.body.Order.PriceSummary.amount).toBe(sum);
    expect((await lab.post('/ndc-api/order-create', order, as)).text).toBe(created.text);
  });

  test('a journey and a search of products in one message are refused, both named', async () => {
    const both = { ...journey(), ...rides };
    for (const message of [both, { AirShoppingRQ: both }]) {
      const { status, body } = await lab.post('/ndc-api/air-shopping', message, as);
      expect([status, body.error]).toMatchObject([
        400,
        {
          code: 'INVALID_ARGUMENT',
          details: [
            { field: 'CoreQuery', reason: 'MUTUALLY_EXCLUSIVE' },
            { field: 'ProductSearchInputs', reason: 'MUTUALLY_EXCLUSIVE' },
          ],
        },
      ]);
    }
  });

  test('what does not go together is refused, and nothing is priced', async () => {
    const one = await lab.post('/ndc-api/air-shopping', journey(), as);
    const other = journey();
    other.DataLists.PassengerList[0]!.PassengerID = 'p9';
    const two = await lab.post(
      '/ndc-api/air-shopping',
      { ...other, Metadata: { PointOfSale: 'WIDGET' } },
      as,
    );
    const offers = [pick(one.body), { ...pick(two.body, 1), Owner: 'Other' }];
    offers[0]!.OfferItems[0]!.Price = { amount: 1, decimal: 2, currency: 'AED' };
    const refused = await lab.post('/ndc-api/offer-price', { Query: { SelectedOffers: offers } }, as);
    expect(refused.status).toBe(400);
    expect(refused.body.error.details.map(({ reason }: { reason: string }) => reason).sort()).toEqual([
      'OWNER_MISMATCH',
      'PASSENGER_MISMATCH',
      'POINT_OF_SALE_MISMATCH',
      'VALUE_MISMATCH',
    ]);
    const twice = { Query: { SelectedOffers: [pick(one.body, 1), pick(one.body, 0), pick(one.body, 1)] } };
    const repeated = await lab.post('/ndc-api/offer-price', twice, as);
    expect(repeated.body.error.details).toEqual([
      { field: 'Query.SelectedOffers[2].OfferItems[0].OfferItemID', reason: 'DUPLICATE' },
    ]);
    const foreign = await lab.post(
      '/ndc-api/offer-price',
      { Query: { SelectedOffers: [pick(one.body)] } },
      lab.as('aulis-air'),
    );
    expect(foreign.status).toBe(403);
  });

  test('a price may be told with more decimals than its currency has', async () => {
    const { body } = await lab.post('/ndc-api/air-shopping', journey(), as);
    const SelectedOffers = body.OtherOffers.map((_: object, index: number) => {
      const offer = pick(body, index);
      const { amount, decimal, currency } = offer.OfferItems[0]!.Price;
      const more = (index % 4) + 1; // 3 to 6 decimals
      offer.OfferItems[0]!.Price = { amount: amount * 10 ** more, decimal: decimal + more, currency };
      return offer;
    });
    for (const changed of [false, true]) {
      if (changed) for (const offer of SelectedOffers) offer.OfferItems[0].Price.amount += 1;
      const { status } = await lab.post('/ndc-api/offer-price', { Query: { SelectedOffers } }, as);
      expect(status).toBe(changed ? 400 : 200);
    }
  });

  test('faults are told in the words of the message, and of the product that is searched', async () => {
    const reasons = async (body: object): Promise<string[]> =>
      (await lab.post('/ndc-api/air-shopping', body, as)).body.error.details.map(
        ({ field, reason }: Reply['body']) => `${field} ${reason}`,
      );
    const bad: Reply['body'] = journey();
    bad.CoreQuery.Segments[0].Departure.AirportCode = 'QQQ';
    bad.CoreQuery.Segments[1].Arrival.DateTime = '2030-07-01T10:00:00Z';
    bad.CoreQuery.Segments[2].PassengerRefs = ['p1', 'p9'];
    bad.DataLists.PassengerList.push({ PassengerID: 'p2', PTC: 'CHD', Associations: { AdultRef: 'p8' } });
    expect((await reasons(bad)).sort()).toEqual([
      'CoreQuery.Segments[0].Departure.AirportCode UNKNOWN_AIRPORT',
      'CoreQuery.Segments[1].Arrival.DateTime BEFORE_DEPARTURE',
      'CoreQuery.Segments[2].PassengerRefs[1] UNKNOWN_PASSENGER',
      'DataLists.PassengerList[1].Associations.AdultRef UNKNOWN_PASSENGER',
    ]);
    const [ride] = rides.ProductSearchInputs;
    const { mode: _none, ...rest } = ride!.Input;
    const searches = [
      { ProductType: 'AIRPORT_TRANSFER', Input: { ...rest, num_passengers: 0 } },
      { ProductType: 'HOTEL', Input: {} },
      { Input: {} },
      { ProductType: 'CAR_RENTAL', Input: { driver: { age: 40 } } },
    ];
    const at = 'ProductSearchInputs';
    expect(await reasons({ ProductSearchInputs: searches })).toEqual([
      `${at}[0].Input.mode MISSING`,
      `${at}[0].Input.num_passengers OUT_OF_RANGE`,
      `${at}[1].ProductType INVALID_VALUE`,
      `${at}[2].ProductType MISSING`,
      `${at}[3].Input.pickup_at MISSING`,
      `${at}[3].Input.dropoff_at MISSING`,
      `${at}[3].Input.pickup_location MISSING`,
      `${at}[3].Input.dropoff_location MISSING`,
      `${at}[3].Input.driver.residence MISSING`,
    ]);
  });

  /** A priced session for the first offer of a flight and of a ride. */
  async function pricedPair(change: (body: Reply['body'], flight: Reply['body']) => void = () => undefined) {
    const flight = (await lab.post('/ndc-api/air-shopping', journey(), as)).body;
    const ride = (await lab.post('/ndc-api/air-shopping', rides, as)).body;
    const body: Reply['body'] = { Query: { SelectedOffers: [pick(flight), pick(ride)] } };
    change(body, flight);
    const priced = await lab.post('/ndc-api/offer-price', body, as);
    const order = {
      Customer: { PrimaryContact: { email: 'eleni@example.com' } },
      Query: {
        PricedOfferRef: priced.body.Metadata?.PricedSessionID,
        OfferItems: body.Query.SelectedOffers.map(({ OfferItems }: Reply['body']) => ({
          OfferItemID: OfferItems[0].OfferItemID,
        })),
      },
      Payments: [
        {
          Mode: 'AIRLINE_CAPTURED',
          Currency: 'AED',
          Amount: priced.body.PriceSummary?.amount,
          decimal: 2,
          airlineCaptureRef: randomUUID(),
        },
      ],
    };
    return { priced, order };
  }
  const create = (body: object): Promise<Reply> => lab.post('/ndc-api/order-create', body, as);
  const faultOf = ({ status, body }: Reply): unknown => [status, body.error?.details?.[0]];

  test('what a vendor has to know comes with either step, for a selected service alone, and stays with its item', async () => {
    const stray = await pricedPair((body) => {
      body.ProductInputs = [{ ServiceDefinitionRef: 'SVC-NOBODY', Input: {} }];
    });
    const nowhere = { field: 'ProductInputs[0].ServiceDefinitionRef', reason: 'NOT_AVAILABLE' };
    expect(faultOf(stray.priced)).toEqual([400, nowhere]);
    let refs: string[] = [];
    const { order } = await pricedPair((body) => {
      refs = body.Query.SelectedOffers.map(
        ({ OfferItems }: Reply['body']) => OfferItems[0].ServiceDefinitionRef,
      );
      body.ProductInputs = [{ ServiceDefinitionRef: refs[1], Input: { flight: 'ZD 201' } }];
    });
    const wrong = { ...order, ProductInputs: [{ ServiceDefinitionRef: 'SVC-NOBODY', Input: {} }] };
    expect(faultOf(await create(wrong))).toEqual([400, nowhere]);
    const ProductInputs = [{ ServiceDefinitionRef: refs[1], Input: { sign: 'Eleni' } }];
    const created = await create({ ...order, ProductInputs });
    expect(created.status).toBe(200);
    const orders = lab.database('me-central-1').db('arcube').collection<{ _id: string }>('orders');
    const stored = (await orders.findOne({ _id: created.body.Order.OrderID })) as Reply['body'];
    expect(stored.items.map(({ metadata }: Reply['body']) => metadata !== undefined)).toEqual([false, true]);
    expect(JSON.stringify(stored)).not.toContain('ZD 201'); // sealed, as whatever a passenger tells
  });

  test('a priced session makes one order; twice the same item, another payload, mixed currencies, after its time: refused', async () => {
    const { order } = await pricedPair();
    const twice = structuredClone(order);
    twice.Query.OfferItems.push(twice.Query.OfferItems[0]);
    const at = (field: string, reason: string): unknown => [400, { field, reason }];
    expect(faultOf(await create(twice))).toEqual(at('Query.OfferItems[2].OfferItemID', 'DUPLICATE'));
    const euros = structuredClone(order);
    euros.Payments[0]!.Currency = 'EUR';
    expect(faultOf(await create(euros))).toEqual(at('Payments[0].Currency', 'MIXED_CURRENCY'));
    expect((await create(order)).status).toBe(200);
    const other = { ...order, Customer: { PrimaryContact: { email: 'other@example.com' } } };
    expect((await create(other)).status).toBe(409);
    const cents = structuredClone(rides.ProductSearchInputs[0]!);
    cents.Input.currency = 'EUR';
    const ProductSearchInputs = [rides.ProductSearchInputs[0], cents];
    const mixed = await lab.post('/ndc-api/air-shopping', { ...rides, ProductSearchInputs }, as);
    expect(faultOf(mixed)).toEqual(at('ProductSearchInputs[1].Input.currency', 'MIXED_CURRENCY'));
    const inEuros = await lab.post('/ndc-api/air-shopping', { ProductSearchInputs: [cents] }, as);
    expect(inEuros.body.OtherOffers[0].PriceDetail.currency).toBe('EUR');
    const flight = await lab.post('/ndc-api/air-shopping', journey(), as);
    const SelectedOffers = [pick(flight.body), pick(inEuros.body)];
    SelectedOffers[1]!.OfferItems[0]!.Currency = 'EUR';
    const both = await lab.post('/ndc-api/offer-price', { Query: { SelectedOffers } }, as);
    const reasons = both.body.error.details.map(({ reason }: Reply['body']) => reason);
    expect([both.status, reasons]).toEqual([400, ['MIXED_CURRENCY']]);
    const late = (await pricedPair()).order;
    lab.emulator.clock.advance(31 * 60_000);
    const expired = (field: string): unknown => [404, { field, reason: 'QUOTE_EXPIRED' }];
    expect(faultOf(await create(late))).toEqual(expired('Query.PricedOfferRef'));
    const stale = { Query: { SelectedOffers: [pick(flight.body)] } };
    expect(faultOf(await lab.post('/ndc-api/offer-price', stale, as))).toEqual(
      expired('Query.SelectedOffers[0].ShoppingSessionID'),
    );
  });

  test('cars have ids of their own; a child cannot drive', async () => {
    const search = (age: number, residence = 'AE') => ({
      ProductSearchInputs: [
        {
          ProductType: 'CAR_RENTAL',
          Input: {
            driver: { age, residence },
            pickup_at: '2030-07-01T20:00:00Z',
            dropoff_at: '2030-07-05T10:00:00Z',
            pickup_location: { iata: 'JFK' },
            dropoff_location: { iata: 'JFK' },
          },
        },
      ],
    });
    const aulis = lab.as('aulis-air'); // the Gulf's sample airline rents no cars
    const { body } = await lab.post('/ndc-api/air-shopping', search(40), aulis);
    const [first] = body.OtherOffers;
    expect(first.OfferItems[0].OfferItemID).toMatch(/^CAR-/);
    expect(first.OfferItems[0].ServiceDefinitionRef).toMatch(/^SVC-CAR-/);
    const nowhere = await lab.post('/ndc-api/air-shopping', search(40, 'ZZ'), aulis);
    expect(nowhere.body.error.details).toEqual([
      { field: 'ProductSearchInputs[0].Input.driver.residence', reason: 'UNKNOWN_COUNTRY' },
    ]);
    const young = await lab.post('/ndc-api/air-shopping', search(12), aulis);
    expect(young.body.error.details).toEqual([
      { field: 'ProductSearchInputs[0].Input.driver.age', reason: 'OUT_OF_RANGE' },
    ]);
  });
});

describe('vendors', () => {
  const books = async (): Promise<Reply['body'][]> =>
    (await send(`${lab.emulator.urls.vendors}/_sandbox/bookings`, 'GET')).body.bookings;
  const fail = (vendor: string, fault: string, times = 1, path = ''): Promise<Reply> =>
    send(`${lab.emulator.urls.vendors}/_sandbox/faults`, 'POST', { vendor, fault, times, path });
  /** Confirms one offer of each category. */
  async function confirmAll() {
    const { correlationId, result } = await offered();
    const picked = [...new Map(result.map((offer) => [offer.category, offer])).values()];
    const selectedAncillaries = picked.map(({ id, price, metadata }) => ({
      vendor: metadata.provider,
      id,
      price: { amount: price, currency: 'AED' },
    }));
    const reply = await lab.post(
      '/order-api/confirmOrder',
      { sessionId: correlationId, selectedAncillaries },
      as,
    );
    return { reply, picked };
  }

  test('each item is booked with its vendor, in the vendor’s own manner', async () => {
    const { reply, picked } = await confirmAll();
    expect([reply.status, reply.body.status]).toEqual([200, 'SUCCESS']);
    const mine = (await books()).filter(({ key }) => key.startsWith(reply.body.transactionId));
    expect(mine.map(({ vendor }) => vendor).sort()).toEqual(
      picked.map(({ metadata }) => metadata.provider).sort(),
    );
  });

  test.each(['error', 'html', 'garbage', 'half', 'redirect', 'after-booking'])(
    'a vendor that answers with %s twice is asked again, and books once',
    async (fault) => {
      await fail('brb', fault, 2, '/api/purchases');
      const { reply } = await confirmAll();
      expect([reply.status, reply.body.status]).toEqual([200, 'SUCCESS']);
      const mine = (await books()).filter(({ key }) => key.startsWith(reply.body.transactionId));
      const brb = mine.filter(({ vendor }) => vendor === 'brb');
      expect(brb.length).toBe(new Set(brb.map(({ key }) => key)).size);
      expect(brb.length).toBe(2); // baggage and insurance
    },
  );

  test('what a vendor does not have any more is refunded, the rest stands', async () => {
    await fail('carbonclick', 'sold-out', 1, '/v1/offsets');
    const { reply, picked } = await confirmAll();
    const offset = picked.find(({ category }) => category === 'CARBON_OFFSET');
    expect([reply.status, reply.body]).toMatchObject([
      207,
      {
        status: 'PARTIAL-SUCCESS',
        failedAncillaries: [{ id: offset.id, reasonCode: 'NOT_AVAILABLE' }],
        totalRefundAmount: { amount: offset.price, currency: 'AED' },
      },
    ]);
  });

  test('a cancelled item is given back to its vendor; of two calls at once one does it', async () => {
    const { body, headers, picked } = await widgetOrder();
    const { transactionId } = (await lab.post('/transactions/widget-order-create', body, headers)).body;
    const listed = await lab.get(`/cancellation-api/orders?pnr=${body.pnr}`, as);
    expect(listed.body.orders[0].items[0]).toMatchObject({
      status: 'CONFIRMED',
      policy: { cancellable: true, refundPercent: 100, refundAmount: { amount: picked[0].price } },
    });
    const path = `/cancellation-api/orders/${transactionId}/items/itm_1/cancel`;
    const replies = await Promise.all([lab.post(path, {}, as), lab.post(path, {}, as)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 200)?.body).toEqual({
      transactionId,
      itemId: 'itm_1',
      status: 'REFUNDED',
      refundAmount: { amount: picked[0].price, currency: 'AED' },
    });
    const states = (await books())
      .filter(({ key }) => key.startsWith(transactionId))
      .map(({ state }) => state);
    expect(states.sort()).toEqual(['BOOKED', 'CANCELLED']);
    const foreign = await lab.post(path.replace('itm_1', 'itm_2'), {}, lab.as('aulis-air'));
    expect(foreign.status).toBe(404);
    const unnamed = await lab.get('/cancellation-api/orders', as); // the gateway's own validation answers this one
    expect([unnamed.status, unnamed.body.error.code]).toEqual([400, 'INVALID_ARGUMENT']);
  });

  test('an eSIM that is in use stays sold: by its vendor’s word, with nothing owed to anybody', async () => {
    const { reply, picked } = await confirmAll();
    const { transactionId } = reply.body;
    const mine = (await books()).filter(({ key }) => key.startsWith(transactionId));
    const { provider } = picked.find(({ category }) => category === 'ESIMS').metadata;
    const { reference, key } = mine.find(({ vendor }) => vendor === provider);
    await send(`${lab.emulator.urls.vendors}/_sandbox/use`, 'POST', { vendor: provider, reference });
    const item = `/cancellation-api/orders/${transactionId}/items/${key.split(':')[1]}`;
    for (const _again of [1, 2]) {
      const refused = await lab.post(`${item}/cancel`, {}, as);
      expect([refused.status, refused.body.error]).toMatchObject([
        422,
        { code: 'UNPROCESSABLE_ENTITY', details: [{ field: 'itemId', reason: 'ACTIVATED' }] },
      ]);
    }
    const { body: policy } = await lab.get(`${item}/policy`, as);
    expect(policy).toMatchObject({ cancellable: false, reason: 'ACTIVATED', refundAmount: { amount: 0 } });
    const orders = lab.database('me-central-1').db('arcube').collection<{ _id: string }>('orders');
    const { items, history } = (await orders.findOne({ _id: transactionId })) as Reply['body'];
    expect(items.find(({ vendor }: Reply['body']) => vendor === provider).state).toBe('CONFIRMED');
    expect(history.at(-1)).toMatchObject({ event: 'cancellation.failed', reason: 'ACTIVATED' });
  });

  test('a vendor that refuses to take an item back leaves the refund to people', async () => {
    const { body, headers } = await widgetOrder();
    const { transactionId, transactionItems } = (
      await lab.post('/transactions/widget-order-create', body, headers)
    ).body;
    await fail(transactionItems[0].vendor, 'sold-out');
    const { body: cancelled } = await lab.post(
      `/cancellation-api/orders/${transactionId}/items/itm_1/cancel`,
      {},
      as,
    );
    expect(cancelled).toMatchObject({ status: 'REFUND_MANUAL_REVIEW', refundAmount: { amount: 0 } });
  });
});

test('an order that a crash left half-placed is finished on the clock, and booked once', async () => {
  const { body, headers } = await widgetOrder();
  const { transactionId } = (await lab.post('/transactions/widget-order-create', body, headers)).body;
  const orders = lab.database('me-central-1').db('arcube').collection<{ _id: string }>('orders');
  // As if the process had died after the vendors booked, before it wrote that down.
  await orders.updateOne(
    { _id: transactionId },
    { $set: { status: 'PLACING', 'items.0.state': 'PENDING', 'items.1.state': 'PENDING' } },
  );
  lab.emulator.clock.advance(6 * 60_000);
  const state = () => orders.findOne({ _id: transactionId });
  await vi.waitFor(async () => expect(await state()).toMatchObject({ status: 'SUCCESS' }), {
    timeout: 15_000,
    interval: 100,
  });
  expect(await state()).toMatchObject({ items: [{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }] });
  const { bookings } = (await send(`${lab.emulator.urls.vendors}/_sandbox/bookings`, 'GET')).body;
  expect(bookings.filter(({ key }: { key: string }) => key.startsWith(transactionId)).length).toBe(2);
});

describe('webhooks', () => {
  test('tell of an order once it is placed, signed; deliveries can be looked up; another tenant sees nothing', async () => {
    const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
    const server = createServer(async (request, response) => {
      heard.push({ headers: request.headers, body: await text(request) });
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const registered = await lab.post('/webhooks', { url, events: ['order.*'] }, as);
    expect(registered.status).toBe(201);
    const { body, headers } = await widgetOrder();
    const { transactionId } = (await lab.post('/transactions/widget-order-create', body, headers)).body;
    await vi.waitFor(() => expect(heard.length).toBe(1), { timeout: 15_000, interval: 50 });
    server.close();
    const [delivery] = heard as [(typeof heard)[0]];
    const timestamp = delivery.headers['x-webhook-timestamp'];
    const signature = createHmac('sha256', registered.body.secret)
      .update(`${timestamp}.${delivery.body}`)
      .digest('hex');
    expect(delivery.headers).toMatchObject({
      'x-event-type': 'order.confirmed',
      'x-correlation-id': headers['x-correlation-id'],
      'x-webhook-signature': `sha256=${signature}`,
    });
    expect(JSON.parse(delivery.body).data).toMatchObject({ transactionId, pnr: body.pnr, status: 'SUCCESS' });
    const path = `/webhooks/${registered.body.id}`;
    const delivered = { event: 'order.confirmed', state: 'DELIVERED', attempts: [{ status: 200 }] };
    await vi.waitFor(
      async () => {
        const { body } = await lab.get(`${path}/deliveries`, as);
        expect(body.deliveries).toMatchObject([delivered]);
      },
      { timeout: 15_000, interval: 50 },
    );
    expect((await lab.get('/webhooks', as)).text).not.toContain(registered.body.secret);
    expect((await lab.get(`${path}/deliveries`, lab.as('aulis-air'))).status).toBe(404);
    expect((await send(lab.url + path, 'DELETE', undefined, as)).body).toEqual({
      id: registered.body.id,
      removed: true,
    });
  });

  test('are twenty of a tenant, however many are registered at once', async () => {
    const db = lab.database('us-east-1').db('arcube');
    const tenant = 'bluestem-airways';
    const webhook = (index: number) => ({
      _id: `whk_${index}`,
      tenant,
      url: `https://hooks.bluestem.example/${index}`,
      events: ['order.*'],
      secret: 'whsec_test',
      createdAt: new Date(),
    });
    const added = await Promise.all(
      Array.from({ length: 30 }, (_, index) => addWebhook(db, { id: tenant }, webhook(index))),
    );
    expect(added.filter(Boolean).length).toBe(WEBHOOKS_MOST);
    const other = lab.as(tenant);
    expect((await lab.get('/webhooks', other)).body.webhooks.length).toBe(WEBHOOKS_MOST);
    const one = { url: 'https://hooks.bluestem.example/one', events: ['order.*'] };
    expect((await lab.post('/webhooks', one, other)).status).toBe(422);
    const gone = added.indexOf(true);
    expect((await send(`${lab.url}/webhooks/whk_${gone}`, 'DELETE', undefined, other)).status).toBe(200);
    expect((await lab.post('/webhooks', one, other)).status).toBe(201);
    expect((await lab.post('/webhooks', one, other)).status).toBe(422);
  });

  // By the machine's clock the tries would take 35 seconds, which is more than the test has.
  test('are tried again by the emulator’s clock', async () => {
    const server = createServer((_request, response) => void response.writeHead(500).end()).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { id } = (await lab.post('/webhooks', { url, events: ['order.*'] }, as)).body;
    const { clock } = lab.emulator;
    clock.freeze();
    const begin = clock.now();
    try {
      await lab.post(`/webhooks/${id}/test`, {}, as);
      const deliveries = lab.database('me-central-1').db('arcube').collection('webhook_deliveries');
      const tries = (count: number) =>
        vi.waitFor(
          async () => {
            const found = await deliveries.findOne({ webhook: id });
            expect(found?.attempts.length).toBe(count);
            return found as NonNullable<typeof found>;
          },
          { timeout: 25_000, interval: 50 },
        );
      for (const [index, seconds] of WEBHOOK_RETRIES.entries()) {
        await tries(index + 1);
        clock.advance(seconds * 1000);
      }
      const { attempts, state } = await tries(4);
      expect(attempts.map(({ at }: { at: Date }) => at.getTime() - begin)).toEqual([0, 5000, 15_000, 35_000]);
      expect(state).toBe('FAILED');
    } finally {
      clock.resume();
      server.close().closeAllConnections();
      await send(`${lab.url}/webhooks/${id}`, 'DELETE', undefined, as);
    }
  }, 30_000);
});

describe('on the clock', () => {
  const DAY = 24 * 3_600_000;
  const CONFIRM = '/order-api/confirmOrder';

  /** An item of each category for a trip that begins in three days and takes eleven. */
  async function ordered() {
    const trip = roundTrip();
    const shift = Math.ceil(lab.emulator.clock.now() / 60_000) * 60_000 + 3 * DAY;
    const moved = (time: string) =>
      new Date(Date.parse(time) - Date.parse('2030-07-01T06:00:00Z') + shift).toISOString();
    const segments = trip.segments.map((segment) => ({
      ...segment,
      departureTime: moved(segment.departureTime),
      arrivalTime: moved(segment.arrivalTime),
    }));
    const pnr = 'RENDER';
    const headers = { authorization: `Bearer ${await lab.emulator.tokenFor(TENANT)}` };
    const { body } = await lab.post(
      '/aggregation-api/servePassengerRecommendations',
      { ...trip, pnr, segments, pointOfSale: 'AIRLINE_WEBSITE' },
      headers,
    );
    const offers: Reply['body'][] = body.result;
    const picked = [...new Map(offers.map((offer) => [offer.category, offer])).values()];
    const selectedAncillaries = picked.map(({ id, price, metadata }) => ({
      vendor: metadata.provider,
      id,
      price: { amount: price, currency: 'AED' },
    }));
    const placed = await lab.post(CONFIRM, { sessionId: body.correlationId, selectedAncillaries }, headers);
    expect(placed.body.status, placed.text).toBe('SUCCESS');
    return { transactionId: placed.body.transactionId as string, pnr };
  }

  test('what was rendered is COMPLETED, an eSIM in use DELIVERED; no money moves, and no refund is owed', async () => {
    const { clock } = lab.emulator;
    const start = clock.now();
    const heard: Reply['body'][] = [];
    const server = createServer(async (request, response) => {
      heard.push(JSON.parse(await text(request)));
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const headers = { authorization: `Bearer ${await lab.emulator.tokenFor(TENANT)}` };
      await lab.post('/webhooks', { url, events: ['order.completed'] }, headers);
      const { transactionId, pnr } = await ordered();
      const db = lab.database('me-central-1').db('arcube');
      const read = async () =>
        (await db.collection<{ _id: string }>('orders').findOne({ _id: transactionId })) as Reply['body'];
      const states = async (): Promise<Record<string, string>> =>
        Object.fromEntries(
          (await read()).items.map(({ category, state }: Reply['body']) => [category, state]),
        );
      const ledger = () => db.collection('ledger').find({ order: transactionId }).toArray();
      const written = await ledger();
      const { items } = await read();
      const of = (category: string) => items.find((item: Reply['body']) => item.category === category);
      expect(new Set(Object.values(await states()))).toEqual(new Set(['CONFIRMED']));
      /** Moves the clock to a time, and waits for what the schedule makes of it. */
      const at = async (time: number, expected: Record<string, string>) => {
        clock.set(time);
        await vi.waitFor(async () => expect(await states()).toMatchObject(expected), {
          timeout: 25_000,
          interval: 100,
        });
      };
      const call = async (category: string, verb: 'policy' | 'cancel') => {
        const path = `/cancellation-api/orders/${transactionId}/items/${of(category).itemId}/${verb}`;
        const fresh = { authorization: `Bearer ${await lab.emulator.tokenFor(TENANT)}` };
        return verb === 'policy' ? lab.get(path, fresh) : lab.post(path, {}, fresh);
      };

      await at(start + 10 * 60_000, { CARBON_OFFSET: 'COMPLETED', ESIMS: 'CONFIRMED' });
      const { vendor, vendorReference: reference } = of('ESIMS');
      await send(`${lab.emulator.urls.vendors}/_sandbox/use`, 'POST', { vendor, reference });
      await at(start + DAY, {
        ESIMS: 'DELIVERED',
        LOUNGE_ACCESS: 'CONFIRMED',
        BAGGAGE_PROTECTION: 'CONFIRMED',
      });
      const delivered = await call('ESIMS', 'cancel');
      expect([delivered.status, delivered.body.error.details]).toEqual([
        409,
        [{ field: 'itemId', reason: 'STATE' }],
      ]);
      // the ride from the airport is over, the flight back with its bags is not
      const ride = of('AIRPORT_TRANSFER').dueAt.getTime();
      await at(ride + 10 * 60_000, { AIRPORT_TRANSFER: 'COMPLETED', BAGGAGE_PROTECTION: 'CONFIRMED' });
      expect(heard).toEqual([]);
      const all = Object.fromEntries(items.map(({ category }: Reply['body']) => [category, 'COMPLETED']));
      await at(start + 16 * DAY, { ...all, ESIMS: 'DELIVERED' });
      const late = await call('BAGGAGE_PROTECTION', 'cancel');
      expect([late.status, late.body.error.details]).toEqual([
        422,
        [{ field: 'itemId', reason: 'TOO_LATE' }],
      ]);
      expect((await call('CARBON_OFFSET', 'policy')).body).toMatchObject({
        cancellable: false,
        reason: 'NON_REFUNDABLE',
      });
      await vi.waitFor(() => expect(heard.length).toBe(1), { timeout: 25_000, interval: 50 });
      expect(heard[0]).toMatchObject({ event: 'order.completed', data: { transactionId, pnr } });
      expect(heard[0].data.items.map(({ status }: Reply['body']) => status).sort()).toEqual(
        [...Object.values({ ...all, ESIMS: 'DELIVERED' })].sort(),
      );
      expect(await ledger()).toEqual(written);
      const { history } = await read();
      const said = history.filter(({ event }: { event: string }) =>
        /^item\.(completed|delivered)/.test(event),
      );
      expect(said.length).toBe(items.length);
      expect(history.at(-1)).toMatchObject({ event: 'order.completed' });
    } finally {
      server.close().closeAllConnections();
      clock.set(start);
    }
  });
});
