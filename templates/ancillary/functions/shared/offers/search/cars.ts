import { airport } from '../../airports.js';
import type { Candidate } from '../types.js';
import { centsBetween } from '../variation.js';

/** A search for rental cars, as the NDC-like API has it. */
export interface CarSearch {
  driver: { age: number; residence: string };
  pickup_at: string;
  dropoff_at: string;
  pickup_location: { iata?: string; id?: string };
  dropoff_location: { iata?: string; id?: string };
}

const CARS = [
  { car: 'economy', seats: 4, low: 2100, high: 3900 },
  { car: 'compact', seats: 5, low: 2500, high: 4400 },
  { car: 'suv', seats: 5, low: 3600, high: 6400 },
  { car: 'van', seats: 9, low: 5200, high: 9400 },
];

/** Below this age a car costs more by the surcharge, in percent. */
const YOUNG = 25;
const YOUNG_SURCHARGE = 30;
/** US cents for a car that is left somewhere else. */
const ONE_WAY_FEE = 9000;

/** Cars for the days between pick-up and drop-off; a day that has begun counts. */
export function searchCars({
  driver,
  pickup_at,
  dropoff_at,
  pickup_location,
  dropoff_location,
}: CarSearch): Candidate[] {
  const place = placeOf(pickup_location);
  const oneWay = place !== placeOf(dropoff_location);
  const days = Math.ceil((Date.parse(dropoff_at) - Date.parse(pickup_at)) / 86_400_000);
  return CARS.map(({ car, seats, low, high }) => {
    const rent = centsBetween(low, high, `car ${place}`) * days;
    const surcharge = driver.age < YOUNG ? Math.round((rent * YOUNG_SURCHARGE) / 100) : 0;
    const values = { airport: airport(place)?.name ?? place, code: place, days, seats };
    return {
      product: `car-${place.toLowerCase()}-${car}-${days}d${driver.age < YOUNG ? '-young' : ''}${oneWay ? '-oneway' : ''}`,
      category: 'CAR_RENTAL' as const,
      quotes: [{ vendor: 'discovercars' as const, cost: rent + surcharge + (oneWay ? ONE_WAY_FEE : 0) }],
      name: { key: 'car.name' as const, values },
      description: { key: 'car.description' as const, values },
      pointsOfInterest: pickup_location.iata ? [pickup_location.iata] : [],
      passengerIds: [],
      serviceAt: Date.parse(pickup_at),
      serviceUntil: Date.parse(dropoff_at),
      metadata: { car_class: car, days, seats, pickup_at, dropoff_at, one_way: oneWay },
    };
  });
}

/** An airport, or a place the vendor names. */
function placeOf({ iata, id }: CarSearch['pickup_location']): string {
  return iata ?? id ?? '';
}
