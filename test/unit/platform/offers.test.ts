import { describe, expect, test } from 'vitest';
import { readTenant } from '../../../src/core/config/tenant.js';
import { decisionText } from '../../../templates/ancillary/functions/shared/offers/decision.js';
import {
  type RecommendationContext,
  recommend,
} from '../../../templates/ancillary/functions/shared/offers/recommend.js';
import { chooseSupplier } from '../../../templates/ancillary/functions/shared/offers/supplier.js';
import { MESSAGES } from '../../../templates/ancillary/functions/shared/offers/text/messages.js';
import { CATEGORIES } from '../../../templates/ancillary/functions/shared/offers/types.js';
import type { Tenant } from '../../../templates/ancillary/functions/shared/tenant.js';
import { journeyOf } from '../../../templates/ancillary/functions/shared/trip/journey.js';
import { mergeTrip } from '../../../templates/ancillary/functions/shared/trip/merge.js';
import type { TripInput } from '../../../templates/ancillary/functions/shared/trip/types.js';
import type {
  LiveQuote,
  LiveQuotes,
} from '../../../templates/ancillary/functions/shared/vendors/live-quotes.js';
import { NOW, roundTrip } from './sample-trip.js';

const aulis = readTenant('templates/tenant/aulis-air.yaml').value as unknown as Tenant;

function offers(input: TripInput = roundTrip(), context: Partial<RecommendationContext> = {}) {
  const journey = journeyOf(mergeTrip(undefined, input), NOW);
  if (!journey) throw new Error('the trip is over');
  const defaults = {
    tenant: aulis,
    currency: 'EUR',
    locale: 'en-GB',
    touchpoint: 'booking-flow',
    now: NOW,
  };
  return recommend(journey, { ...defaults, ...context });
}

const of = (category: string, list = offers()) => list.filter(({ offer }) => offer.category === category);

describe('offers', () => {
  test('come in all eight categories, and twice the same for the same trip', () => {
    expect(new Set(offers().map(({ offer }) => offer.category))).toEqual(new Set(CATEGORIES));
    expect(offers()).toEqual(offers());
    const ids = offers().map(({ offer }) => offer.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are told apart when the traveller stays in a city twice', () => {
    const trip = roundTrip();
    for (const at of [1, 2, 3])
      for (const field of ['departureTime', 'arrivalTime'] as const) {
        const later = Date.parse(trip.segments[at]!.arrivalTime) + (at === 3 ? 3 : 2) * 86_400_000;
        trip.segments[at]![field] = new Date(later - (field === 'arrivalTime' ? 0 : 7_200_000)).toISOString();
      }
    const rides = of('AIRPORT_TRANSFER', offers(trip)).filter(({ product }) => product.includes('-fra-'));
    const [first, second] = rides;
    expect(second!.offer.id).toBe(`${first!.offer.id}-2`);
    expect(second!.product).toBe(first!.product);
    expect(second!.serviceAt).toBeGreaterThan(first!.serviceAt!);
  });

  test('hold the contract’s arithmetic: share 10 %, mark-up 20 %, half up at each step', () => {
    for (const { offer } of offers()) {
      const cents = Math.round(offer.price_partner * 100);
      const arcube = Math.floor(cents * 1.1 + 0.5 + 1e-9);
      expect(Math.round(offer.price_arcube * 100), offer.id).toBe(arcube);
      expect(Math.round(offer.price * 100), offer.id).toBe(Math.floor(arcube * 1.2 + 0.5 + 1e-9));
    }
  });

  test('an eSIM is for the destination, not the connection, and lasts the stay', () => {
    for (const { offer } of of('ESIMS')) {
      const details = offer.metadata.package_details as { days: number; country_code: string };
      expect(details).toMatchObject({ days: 15, country_code: 'US' });
      expect(offer.metadata.pointsOfInterest).toEqual(['JFK']);
    }
    const short = roundTrip();
    short.segments[2]!.departureTime = '2030-07-05T21:00:00Z';
    short.segments[2]!.arrivalTime = '2030-07-06T04:20:00Z';
    short.segments[3]!.departureTime = '2030-07-06T07:00:00Z';
    short.segments[3]!.arrivalTime = '2030-07-06T09:50:00Z';
    expect(of('ESIMS', offers(short))[0]!.offer.metadata.package_details).toMatchObject({ days: 7 });
  });

  test('a domestic trip needs no eSIM', () => {
    const home = roundTrip();
    home.segments = [{ ...home.segments[0]!, arrival: 'SKG' }];
    expect(of('ESIMS', offers(home))).toEqual([]);
  });

  test('a lounge is not for infants', () => {
    const family = roundTrip();
    family.passengers.push({ id: 'p3', type: 'INF', associatedAdultId: 'p1' });
    for (const { offer } of of('LOUNGE_ACCESS', offers(family)))
      expect(offer.metadata.passenger_ids).toEqual(['p1', 'p2']);
    expect(of('LOUNGE_ACCESS').map(({ offer }) => offer.metadata.airport)).toEqual(['ATH', 'FRA', 'JFK']);
  });

  test('business travellers have a lounge already', () => {
    expect(of('LOUNGE_ACCESS', offers({ ...roundTrip(), fare: 'Business Flex' }))).toEqual([]);
  });

  test('carbon grows with the party and the cabin', () => {
    const kg = (input: TripInput): number =>
      of('CARBON_OFFSET', offers(input))[0]!.offer.metadata.co2_kg as number;
    const alone = roundTrip();
    alone.passengers.pop();
    expect(kg(roundTrip()) / kg(alone)).toBeCloseTo(2, 2);
    expect(kg({ ...alone, fare: 'J' }) / kg(alone)).toBeCloseTo(2.9, 2);
  });

  test('follow the tenant: categories, mark-ups, vendors, touchpoints', () => {
    const tenant: Tenant = {
      ...aulis,
      vendors: ['tellisim', 'brb'],
      categories: {
        ESIMS: { enabled: true, markup: 0 },
        LOUNGE_ACCESS: { enabled: true },
        BAGGAGE_PROTECTION: { enabled: false },
      },
    };
    const own = offers(roundTrip(), { tenant });
    expect(new Set(own.map(({ vendor }) => vendor))).toEqual(new Set(['tellisim']));
    for (const { price } of own) expect(price.total).toBe(price.arcube);
    const shown = offers(roundTrip(), { touchpoint: 'pre-departure' });
    expect(shown.length).toBeLessThanOrEqual(6);
    expect(shown[0]!.offer.category).toBe('ESIMS');
    expect(shown.some(({ offer }) => offer.category === 'CAR_RENTAL')).toBe(false);
  });

  test('speak the traveller’s language', () => {
    expect(of('ESIMS', offers(roundTrip(), { locale: 'es-es' }))[0]!.offer.name).toContain('Estados Unidos');
    expect(of('ESIMS', offers(roundTrip(), { locale: 'el' }))[0]!.offer.name).toContain('Ηνωμένες Πολιτείες');
    expect(of('ESIMS', offers(roundTrip(), { locale: 'tlh' }))[0]!.offer.name).toContain('United States');
    for (const [language, messages] of Object.entries(MESSAGES))
      for (const [key, text] of Object.entries(messages))
        expect(text.match(/\{\w+\}/g)?.sort(), `${language} ${key}`).toEqual(
          MESSAGES.en[key as keyof typeof messages].match(/\{\w+\}/g)?.sort(),
        );
  });

  test('of a currency without decimals are whole numbers', () => {
    for (const { offer } of offers(roundTrip(), { currency: 'JPY' }))
      expect(Number.isInteger(offer.price)).toBe(true);
  });
});

describe('supplier choice', () => {
  const quotes = [
    { vendor: 'airalo' as const, cost: 1000 },
    { vendor: 'tellisim' as const, cost: 990 },
  ];
  const choose = (...args: [typeof quotes, Parameters<typeof chooseSupplier>[2], LiveQuotes?]) =>
    chooseSupplier('us-3gb-15d', ...args);

  test('weighs price by reputation', () => {
    expect(choose(quotes, {}).quote?.vendor).toBe('airalo'); // one percent cheaper does not make up for four of reputation
    expect(choose([quotes[0]!, { ...quotes[1]!, cost: 900 }], {}).quote?.vendor).toBe('tellisim');
  });
  test('a tenant’s preference comes first, its allow-list before that', () => {
    expect(choose(quotes, { preferred: ['tellisim', 'airalo'] }).quote?.vendor).toBe('tellisim');
    expect(choose(quotes, { allowed: ['airalo'], preferred: ['tellisim', 'airalo'] }).quote?.vendor).toBe(
      'airalo',
    );
    expect(choose(quotes, { allowed: [] }).quote).toBeUndefined();
  });
  test('who has none, or cannot be heard, is passed over; and every choice says why', () => {
    const live = (airalo: LiveQuote, tellisim: LiveQuote): LiveQuotes => {
      return (vendor) => (vendor === 'airalo' ? airalo : tellisim);
    };
    const { quote, considered } = choose(
      quotes,
      {},
      live({ state: 'SOLD_OUT' }, { state: 'AVAILABLE', cost: 2000 }),
    );
    expect(quote).toEqual({ vendor: 'tellisim', cost: 2000, source: 'vendor' });
    expect(decisionText({ product: 'us-3gb-15d', margin: 240, considered }, 'EUR')).toBe(
      'us-3gb-15d: tellisim chosen (20.00 USD, weighed 21.51 USD by 0.930); airalo sold out; margin 2.4 EUR',
    );
    const nobody = choose(quotes, {}, live({ state: 'UNREACHABLE' }, { state: 'NOT_SOLD' }));
    expect(decisionText({ product: 'x', considered: nobody.considered }, 'EUR')).toBe(
      'x: airalo out of reach; tellisim does not sell it; not offered',
    );
  });
});
