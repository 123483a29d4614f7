import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../helpers/api-client.js';
import { carSearch, rideSearch } from '../../helpers/ndc-searches.js';
import { roundTrip } from '../../unit/platform/sample-trip.js';
import { type OrdersLab, TENANT } from './orders-lab.js';

/** AirShopping, OfferPrice and OrderCreate. */
export function ndcSteps({ lab, as }: OrdersLab): void {
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
    const rides = { ProductSearchInputs: [rideSearch()], Metadata: { PointOfSale: 'API' } };
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
      const sessions = lab.database('me-central-1').db('arcube').collection('ndc_sessions');
      const kept = JSON.stringify(await sessions.find({ tenant: TENANT }).toArray());
      expect(kept).toContain('mozio'); // the ride is there, but not where it begins
      expect(kept).not.toContain('Dubai Airport');
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
      expect([created.status, created.body.Order]).toMatchObject([
        200,
        { Status: 'PENDING', Owner: 'Arcube' },
      ]);
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
    async function pricedPair(
      change: (body: Reply['body'], flight: Reply['body']) => void = () => undefined,
    ) {
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
      expect(stored.items.map(({ metadata }: Reply['body']) => metadata !== undefined)).toEqual([
        false,
        true,
      ]);
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
      const cents = rideSearch({ currency: 'EUR' });
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
        ProductSearchInputs: [carSearch({ age, residence })],
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
}
