import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { carSearch, rideSearch } from '../../../helpers/ndc-searches.js';
import { roundTrip } from '../../../unit/platform/sample-trip.js';
import { CURRENCY, type Exchange, TENANT } from './exchange.js';

/** The three NDC steps, and searches beside a journey. */
export function ndc({ lab, api, as }: Exchange): void {
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
      OfferItems: [
        { OfferItemID, Quantity: 2, Currency: CURRENCY, Price: PriceDetail, ServiceDefinitionRef },
      ],
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
    const rides = { ProductSearchInputs: [rideSearch({ providers: ['mozio'] })] };
    const shopped = await api.call('airShopping', { headers: as, body: rides });
    expect(shopped.body.OtherOffers[0].PriceDetail).toMatchObject({ decimal: 2, currency: CURRENCY });
    const cars = { ProductSearchInputs: [carSearch({ age: 40, residence: 'GR' })] };
    const { body } = await api.call('airShopping', { headers: lab.as('aulis-air'), body: cars });
    const [item] = body.OtherOffers[0].OfferItems;
    expect([item.OfferItemID, item.ServiceDefinitionRef]).toEqual([
      expect.stringMatching(/^CAR-\w/),
      expect.stringMatching(/^SVC-CAR-\w/),
    ]);
  });
}
