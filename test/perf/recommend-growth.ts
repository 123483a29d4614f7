// How the cost of offers grows with the trip: node scripts/run-ts.mjs test/perf/recommend-growth.ts
// Prints microseconds for checking, reading, recommending, and that for each passenger and segment against the smallest trip.
import { readTenant } from '../../src/core/config/tenant.js';
import { recommend } from '../../templates/ancillary/functions/shared/offers/recommend.js';
import type { Tenant } from '../../templates/ancillary/functions/shared/tenant.js';
import { tripFaults } from '../../templates/ancillary/functions/shared/trip/check.js';
import { journeyOf } from '../../templates/ancillary/functions/shared/trip/journey.js';
import { mergeTrip } from '../../templates/ancillary/functions/shared/trip/merge.js';
import type { TripInput } from '../../templates/ancillary/functions/shared/trip/types.js';

const NOW = Date.parse('2027-01-01T00:00:00Z');
const DAY = 86_400_000;
const AIRPORTS = 'ATH FRA JFK LHR CDG MAD SIN NRT SYD GRU CPT BOM KEF LAX DXB HKG ICN'.split(' ');
const tenant = readTenant('templates/tenant/aulis-air.yaml').value as unknown as Tenant;

function tripOf(passengers: number, segments: number): TripInput {
  const ids = Array.from({ length: passengers }, (_, index) => `p${index}`);
  return {
    pnr: 'GROWTH',
    pointOfSale: 'AIRLINE_WEBSITE',
    passengers: ids.map((id) => ({ id, type: 'ADT' })),
    segments: Array.from({ length: segments }, (_, index) => ({
      segmentId: `s${index}`,
      flightNumber: `ZC${index}`,
      departure: AIRPORTS[index] as string,
      arrival: AIRPORTS[index + 1] as string,
      departureTime: new Date(NOW + (10 + 3 * index) * DAY).toISOString(),
      arrivalTime: new Date(NOW + (10.5 + 3 * index) * DAY).toISOString(),
      operatingCarrier: 'ZC',
      passengerIds: ids,
    })),
  };
}

function once(input: TripInput): number {
  const trip = mergeTrip(undefined, input);
  if (tripFaults(input, trip, undefined, NOW).length > 0) throw new Error('a faulty trip');
  const journey = journeyOf(trip, NOW);
  if (!journey) throw new Error('a trip that is over');
  return recommend(journey, { tenant, currency: 'EUR', locale: 'en', touchpoint: 'booking-flow', now: NOW })
    .length;
}

function microseconds(input: TripInput): number {
  for (let warm = 0; warm < 300; warm++) once(input);
  const samples = Array.from({ length: 200 }, () => {
    const began = performance.now();
    once(input);
    return (performance.now() - began) * 1000;
  });
  return Math.round(samples.sort((one, other) => one - other)[100] as number);
}

const sizes = [
  [5, 4],
  [10, 4],
  [20, 8],
  [50, 16],
] as const;
const [smallest = 1] = sizes.slice(0, 1).map(([p, s]) => microseconds(tripOf(p, s)) / (p * s));
for (const [passengers, segments] of sizes) {
  const cost = microseconds(tripOf(passengers, segments));
  const ratio = cost / (passengers * segments) / smallest;
  console.log(
    `${passengers} passengers, ${segments} segments: ${cost} µs, ${ratio.toFixed(2)} of the smallest trip's cost each`,
  );
}
