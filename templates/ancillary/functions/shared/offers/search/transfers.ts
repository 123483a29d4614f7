import { RIDE_MS } from '../categories/ground.js';
import type { Candidate } from '../types.js';
import { centsBetween } from '../variation.js';

/** A search for rides, as the NDC-like API has it. */
export interface TransferSearch {
  mode: 'one_way' | 'round_trip';
  num_passengers: number;
  start_address: string;
  end_address: string;
  start_coordinates?: { lat: number; lng: number };
  end_coordinates?: { lat: number; lng: number };
  pickup_datetime: string;
  currency: string;
  start_country_code: string;
  end_country_code: string;
  providers?: string[];
}

/** Vehicles with their seats, and US cents for the start and for each kilometre. */
const VEHICLES = [
  { vehicle: 'sedan', seats: 3, start: 900, perKm: 115 },
  { vehicle: 'van', seats: 6, start: 1400, perKm: 165 },
  { vehicle: 'minibus', seats: 16, start: 2600, perKm: 260 },
];

/** Rides between two addresses, one for each vehicle with room for the party. */
export function searchTransfers(search: TransferSearch): Candidate[] {
  if (search.providers && !search.providers.includes('mozio')) return [];
  const km = distance(search);
  const trips = search.mode === 'round_trip' ? 2 : 1;
  return VEHICLES.filter(({ seats }) => seats >= search.num_passengers).map(
    ({ vehicle, seats, start, perKm }) => {
      const values = { airport: search.start_address, code: search.start_country_code, seats };
      return {
        product: `ride-${vehicle}-${Math.round(km)}km${trips === 2 ? '-return' : ''}`,
        category: 'AIRPORT_TRANSFER' as const,
        quotes: [{ vendor: 'mozio' as const, cost: Math.round((start + perKm * km) * trips) }],
        name: { key: 'transfer.name' as const, values },
        description: { key: 'transfer.description' as const, values },
        pointsOfInterest: [],
        passengerIds: [],
        serviceAt: Date.parse(search.pickup_datetime),
        // a ride back has no time of its own in the search
        serviceUntil: Date.parse(search.pickup_datetime) + trips * RIDE_MS,
        metadata: { vehicle, max_passengers: seats, mode: search.mode, distance_km: Math.round(km) },
      };
    },
  );
}

/** Kilometres of road: a third more than the straight line; guessed from the addresses where no coordinates are given. */
function distance({
  start_coordinates: from,
  end_coordinates: to,
  start_address,
  end_address,
}: TransferSearch): number {
  if (!from || !to) return centsBetween(8, 55, `${start_address} ${end_address}`);
  const middle = (((from.lat + to.lat) / 2) * Math.PI) / 180;
  const [north, east] = [(to.lat - from.lat) * 111.2, (to.lng - from.lng) * 111.2 * Math.cos(middle)];
  return Math.max(2, Math.hypot(north, east) * 1.33);
}
