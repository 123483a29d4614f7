import type { Journey, Stay } from '../../trip/journey.js';
import type { Candidate } from '../types.js';
import { centsBetween } from '../variation.js';

/** A ride is over this long after it was to begin: no airport's transfers take longer. */
export const RIDE_MS = 4 * 3_600_000;

/** Vehicles by the party they take: seats, and low and high US cents of a ride. */
const RIDES = [
  { vehicle: 'sedan', seats: 3, low: 2400, high: 5200 },
  { vehicle: 'van', seats: 6, low: 3800, high: 7600 },
  { vehicle: 'minibus', seats: 16, low: 7000, high: 13_500 },
];

/** Cars by the party they take, with low and high US cents a day. */
const CARS = [
  { car: 'economy', seats: 4, low: 2100, high: 3900 },
  { car: 'suv', seats: 5, low: 3600, high: 6400 },
  { car: 'van', seats: 9, low: 5200, high: 9400 },
];

/** A ride from the airport to where the party stays; the larger the party, the larger the vehicle. */
export function findTransfers({ stays, passengers }: Journey): Candidate[] {
  const ride = RIDES.find(({ seats }) => seats >= passengers.length);
  if (!ride) return [];
  return served(stays).map((stay) => {
    const { code, name } = stay.airport;
    const values = { airport: name, code, seats: ride.seats };
    return {
      product: `transfer-${code.toLowerCase()}-${ride.vehicle}`,
      category: 'AIRPORT_TRANSFER' as const,
      quotes: [{ vendor: 'mozio' as const, cost: centsBetween(ride.low, ride.high, `ride ${code}`) }],
      name: { key: 'transfer.name' as const, values },
      description: { key: 'transfer.description' as const, values },
      pointsOfInterest: [code],
      passengerIds: [],
      serviceAt: stay.from,
      serviceUntil: stay.from + RIDE_MS,
      metadata: {
        airport: code,
        vehicle: ride.vehicle,
        max_passengers: ride.seats,
        pickup_at: new Date(stay.from).toISOString(),
      },
    };
  });
}

/** A car for the nights of a stay. Someone has to drive it. */
export function findCars({ stays, passengers }: Journey): Candidate[] {
  const car = CARS.find(({ seats }) => seats >= passengers.length);
  if (!car || !passengers.some(({ type }) => type === 'ADT')) return [];
  return served(stays)
    .filter(({ nights }) => nights > 0)
    .map((stay) => carFor(stay, car));
}

function carFor(stay: Stay, { car, seats, low, high }: (typeof CARS)[number]): Candidate {
  const { code, name } = stay.airport;
  const days = stay.nights;
  const values = { airport: name, code, days, seats };
  return {
    product: `car-${code.toLowerCase()}-${car}-${days}d`,
    category: 'CAR_RENTAL',
    quotes: [{ vendor: 'discovercars', cost: centsBetween(low, high, `car ${code}`) * days }],
    name: { key: 'car.name', values },
    description: { key: 'car.description', values },
    pointsOfInterest: [code],
    passengerIds: [],
    serviceAt: stay.from,
    serviceUntil: stay.until ?? stay.from + days * 24 * 3_600_000,
    metadata: {
      airport: code,
      car_class: car,
      days,
      seats,
      pickup_at: new Date(stay.from).toISOString(),
      ...(stay.until !== undefined && { dropoff_at: new Date(stay.until).toISOString() }),
    },
  };
}

/** Ground vendors serve airports with traffic: the larger ones, and any that airlines fly to by a timetable. */
function served(stays: Stay[]): Stay[] {
  return stays.filter(({ airport }) => airport.size !== 'small' || airport.scheduledService);
}
