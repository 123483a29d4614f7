import type { Journey } from '../../trip/journey.js';
import { type Cabin, cabinOf } from '../cabin.js';
import type { Candidate } from '../types.js';

/** Kilograms of CO2 for a passenger kilometre in economy: short flights burn more for their climb. */
const KG_PER_KM = { short: 0.154, medium: 0.112, long: 0.099 };
/** Room a seat takes, against one in economy. */
const CABIN_FACTOR: Record<Cabin, number> = { economy: 1, premium: 1.6, business: 2.9, first: 4 };
/** Detours and holding patterns, added to the great circle. */
const DETOUR_KM = 95;
/** US cents for a tonne. */
const TONNE_COST = 1650;

/** One offset for the emissions of the whole party; infants have no seat. */
export function findCarbonOffset(journey: Journey): Candidate[] {
  const kg = emissions(journey);
  const seats = journey.flights.reduce((sum, { passengers }) => sum + seatsOf(passengers), 0);
  if (seats === 0) return [];
  const km = Math.round(journey.flights.reduce((sum, flight) => sum + flight.km, 0));
  const values = { kg: Math.round(kg) };
  return [
    {
      product: `carbon-${Math.round(kg)}kg`,
      category: 'CARBON_OFFSET',
      quotes: [{ vendor: 'carbonclick', cost: Math.max(50, Math.round((kg * TONNE_COST) / 1000)) }],
      name: { key: 'carbon.name', values },
      description: { key: 'carbon.description', values },
      pointsOfInterest: [...new Set(journey.flights.flatMap(({ from, to }) => [from.code, to.code]))],
      passengerIds: [],
      metadata: { co2_kg: Math.round(kg), distance_km: km, seats },
    },
  ];
}

function emissions({ flights, fare }: Journey): number {
  const factor = CABIN_FACTOR[cabinOf(fare)];
  return flights.reduce((sum, { km, passengers }) => {
    const flown = km + DETOUR_KM;
    const rate = km < 1500 ? KG_PER_KM.short : km < 4000 ? KG_PER_KM.medium : KG_PER_KM.long;
    return sum + flown * rate * factor * seatsOf(passengers);
  }, 0);
}

function seatsOf(passengers: { type: string }[]): number {
  return passengers.filter(({ type }) => type !== 'INF').length;
}
