import { type Airport, airport, distanceKm } from '../airports.js';
import { OPEN_STAY_NIGHTS, STOPOVER_HOURS } from '../decisions.js';
import { instantOf, localDay } from './moment.js';
import type { Passenger, Segment, Trip } from './types.js';

/** A flight with its places and instants (epoch ms). */
export interface Flight {
  segment: Segment;
  from: Airport;
  to: Airport;
  departs: number;
  arrives: number;
  km: number;
  /** Who is on it. */
  passengers: Passenger[];
}

/** A place the traveller stays at. */
export interface Stay {
  airport: Airport;
  /** Epoch ms. */
  from: number;
  /** Epoch ms; left out when the trip does not go on from there. */
  until?: number;
  nights: number;
}

/** What offers are made from. */
export interface Journey {
  /** In order of departure. */
  flights: Flight[];
  stays: Stay[];
  tripType: 'ONE_WAY' | 'ROUND_TRIP' | 'MULTI_CITY';
  /** Country the trip starts in. */
  home: string;
  passengers: Passenger[];
  fare?: string;
}

/** Reads a checked trip. Flights that have left by `now` count no more; undefined when none is left. */
export function journeyOf(trip: Trip, now: number): Journey | undefined {
  const all = trip.segments.map((segment) => flightOf(segment, trip.passengers)).sort(byDeparture);
  const flights = all.filter(({ departs }) => departs >= now);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || flights.length === 0) return undefined;
  const returns = last.to.code === first.from.code;
  const stays = staysOf(all, returns).filter(({ until, from }) => (until ?? from) >= now);
  return {
    flights,
    stays,
    tripType: returns
      ? stays.length > 1
        ? 'MULTI_CITY'
        : 'ROUND_TRIP'
      : stays.length > 1
        ? 'MULTI_CITY'
        : 'ONE_WAY',
    home: first.from.country,
    passengers: trip.passengers,
    ...(trip.fare !== undefined && { fare: trip.fare }),
  };
}

const byDeparture = (one: Flight, other: Flight): number => one.departs - other.departs;

function flightOf(segment: Segment, everybody: Passenger[]): Flight {
  const from = airport(segment.departure) as Airport;
  const to = airport(segment.arrival) as Airport;
  const ids = segment.passengerIds;
  return {
    segment,
    from,
    to,
    departs: instantOf(segment.departureTime, from.zone),
    arrives: instantOf(segment.arrivalTime, to.zone),
    km: distanceKm(from, to),
    passengers: ids ? everybody.filter(({ id }) => ids.includes(id)) : everybody,
  };
}

/**
 * Where the traveller stays: each stop longer than a connection, and the end of a trip that does not come back. A trip
 * out and back within hours has its farthest point for a destination.
 */
function staysOf(flights: Flight[], returns: boolean): Stay[] {
  const stays: Stay[] = [];
  for (const [index, flight] of flights.entries()) {
    const next = flights[index + 1];
    const ground = next ? next.departs - flight.arrives : Number.POSITIVE_INFINITY;
    if (ground >= STOPOVER_HOURS * 3_600_000 && (next || !returns)) stays.push(stayAt(flight, next));
  }
  if (stays.length > 0) return stays;
  const start = (flights[0] as Flight).from;
  const farthest = flights.reduce((best, flight) =>
    distanceKm(start, flight.to) > distanceKm(start, best.to) ? flight : best,
  );
  return [stayAt(farthest, flights[flights.indexOf(farthest) + 1])];
}

function stayAt(arriving: Flight, leaving: Flight | undefined): Stay {
  const { to, arrives } = arriving;
  if (!leaving) return { airport: to, from: arrives, nights: OPEN_STAY_NIGHTS };
  const nights = localDay(leaving.departs, leaving.from.zone) - localDay(arrives, to.zone);
  return { airport: to, from: arrives, until: leaving.departs, nights: Math.max(0, nights) };
}
