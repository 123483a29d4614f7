import type { Flight, Journey } from '../../trip/journey.js';
import { cabinOf } from '../cabin.js';
import type { Candidate, Category } from '../types.js';
import { centsBetween } from '../variation.js';

interface Visit {
  flights: Flight[];
  /** Who may use it; infants neither count nor pay. */
  passengerIds: string[];
}

/** A lounge at each larger airport the party leaves from; business and first fares have one already. */
export function findLounges(journey: Journey): Candidate[] {
  const cabin = cabinOf(journey.fare);
  if (cabin === 'business' || cabin === 'first') return [];
  return visits(journey)
    .filter(([, { flights }]) => flights.some(({ from }) => from.size !== 'small'))
    .map(([code, visit]) => service('LOUNGE_ACCESS', 'lounge', code, visit, loungeCost));
}

/** Fast lane through security at large airports, but not where the party merely changes planes. */
export function findFastTracks(journey: Journey): Candidate[] {
  const cabin = cabinOf(journey.fare);
  if (cabin === 'business' || cabin === 'first') return [];
  const arrivals = journey.flights.map(({ to, arrives }) => ({ code: to.code, arrives }));
  const connects = ({ from, departs }: Flight): boolean =>
    arrivals.some(
      ({ code, arrives }) => code === from.code && departs > arrives && departs - arrives < 20 * 3_600_000,
    );
  return visits(journey, (flight) => flight.from.size === 'large' && !connects(flight)).map(([code, visit]) =>
    service('FAST_TRACK', 'fasttrack', code, visit, fastTrackCost),
  );
}

/** Airports of departure with their flights, in order. */
function visits({ flights }: Journey, wanted: (flight: Flight) => boolean = () => true): [string, Visit][] {
  const byAirport = new Map<string, Visit>();
  for (const flight of flights.filter(wanted)) {
    const visit = byAirport.get(flight.from.code) ?? { flights: [], passengerIds: [] };
    visit.flights.push(flight);
    for (const { id, type } of flight.passengers)
      if (type !== 'INF' && !visit.passengerIds.includes(id)) visit.passengerIds.push(id);
    byAirport.set(flight.from.code, visit);
  }
  return [...byAirport].filter(([, { passengerIds }]) => passengerIds.length > 0);
}

function service(
  category: Category,
  kind: 'lounge' | 'fasttrack',
  code: string,
  { flights, passengerIds }: Visit,
  costOf: (vendor: string, flight: Flight) => number,
): Candidate {
  const [flight] = flights as [Flight];
  const values = { airport: flight.from.name, code };
  return {
    product: `${kind}-${code.toLowerCase()}`,
    category,
    quotes: (['collinson-lounge', 'dragonpass'] as const).map((vendor) => ({
      vendor,
      cost: costOf(vendor, flight),
    })),
    name: { key: `${kind}.name`, values },
    description: { key: `${kind}.description`, values },
    pointsOfInterest: [code],
    passengerIds,
    serviceAt: flight.departs,
    serviceUntil: Math.max(...flights.map(({ departs }) => departs)),
    metadata: {
      airport: code,
      airport_name: flight.from.name,
      segment_ids: flights.map(({ segment }) => segment.segmentId),
      passenger_ids: passengerIds,
    },
  };
}

function loungeCost(vendor: string, { from }: Flight): number {
  return from.size === 'large'
    ? centsBetween(2600, 3900, `${vendor} lounge ${from.code}`)
    : centsBetween(1900, 2600, `${vendor} lounge ${from.code}`);
}

function fastTrackCost(vendor: string, { from }: Flight): number {
  return centsBetween(700, 1500, `${vendor} fast track ${from.code}`);
}
