import type { Journey } from '../../trip/journey.js';
import type { Candidate } from '../types.js';
import { centsBetween } from '../variation.js';

/** Levels of baggage protection: what is paid for a lost bag in US dollars, and the price of a flight's cover in cents. */
const BAGGAGE = [
  { code: 'BRB-GOLD', coverage: 1000, perFlight: 190 },
  { code: 'BRB-DIAMOND', coverage: 2000, perFlight: 290 },
];
const BAGGAGE_BASE = 310;
const DAY_MS = 86_400_000;

/** Protection of the checked bag, for each passenger with a seat. */
export function findBaggageProtection(journey: Journey): Candidate[] {
  const passengerIds = seated(journey);
  if (passengerIds.length === 0) return [];
  return BAGGAGE.map(({ code, coverage, perFlight }) => {
    const values = { coverage: { money: coverage, currency: 'USD' } };
    return {
      product: `baggage-${code.slice(4).toLowerCase()}-${journey.flights.length}f`,
      category: 'BAGGAGE_PROTECTION' as const,
      quotes: [{ vendor: 'brb' as const, cost: BAGGAGE_BASE + perFlight * journey.flights.length }],
      name: { key: 'baggage.name' as const, values },
      description: { key: 'baggage.description' as const, values },
      pointsOfInterest: [...new Set(journey.flights.flatMap(({ from, to }) => [from.code, to.code]))],
      passengerIds,
      serviceAt: beginOf(journey),
      serviceUntil: endOf(journey),
      metadata: {
        product_code: code,
        bag_coverage: coverage,
        bag_coverage_currency: 'USD',
        passenger_ids: passengerIds,
      },
    };
  });
}

/** Medical and cancellation cover for the days away; dearer for long flights. */
export function findTravelInsurance(journey: Journey): Candidate[] {
  const passengerIds = journey.passengers.map(({ id }) => id);
  const days = journey.stays.reduce((sum, { nights }) => sum + nights, 0) + 1;
  const far = journey.flights.some(({ km }) => km > 4000);
  const abroad = journey.stays.filter(({ airport }) => airport.country !== journey.home);
  if (abroad.length === 0 || passengerIds.length === 0) return [];
  const zone = far ? 'worldwide' : 'regional';
  const values = { days, country: { region: (abroad[0] as (typeof abroad)[0]).airport.country } };
  const daily = centsBetween(far ? 210 : 120, far ? 290 : 180, `insurance ${journey.home}`);
  return [
    {
      product: `travel-${zone}-${days}d`,
      category: 'TRAVEL_INSURANCE',
      quotes: [{ vendor: 'brb', cost: 450 + daily * days }],
      name: { key: 'insurance.name', values },
      description: { key: 'insurance.description', values },
      pointsOfInterest: abroad.map(({ airport }) => airport.code),
      passengerIds,
      serviceAt: beginOf(journey),
      serviceUntil: Math.max(endOf(journey), beginOf(journey) + days * DAY_MS),
      metadata: { product_code: `TRAVEL-${zone.toUpperCase()}`, days, passenger_ids: passengerIds },
    },
  ];
}

function seated({ passengers }: Journey): string[] {
  return passengers.filter(({ type }) => type !== 'INF').map(({ id }) => id);
}

/** The first flight that is still to come. */
function beginOf({ flights }: Journey): number {
  return Math.min(...flights.map(({ departs }) => departs));
}

/** The last landing. */
function endOf({ flights }: Journey): number {
  return Math.max(...flights.map(({ arrives }) => arrives));
}
