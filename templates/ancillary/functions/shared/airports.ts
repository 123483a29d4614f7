import { AIRPORTS, ZONES } from './data/airports.js';

/** An airport with what prices and times need of it. */
export interface Airport {
  /** IATA code. */
  code: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Degrees. */
  latitude: number;
  longitude: number;
  /** IANA time zone. */
  zone: string;
  size: 'large' | 'medium' | 'small';
  scheduledService: boolean;
  name: string;
}

const SIZES = { L: 'large', M: 'medium', S: 'small' } as const;
const zones = ZONES.trim().split('\n');
const seen = new Map<string, Airport | undefined>();

/**
 * The airport with this IATA code. The list is searched as text and read line by line on demand: parsing ten thousand
 * airports would cost more at a cold start than a function's whole life of look-ups.
 */
export function airport(code: string): Airport | undefined {
  if (seen.has(code)) return seen.get(code);
  const found = /^[A-Z]{3}$/.test(code) ? find(code) : undefined;
  seen.set(code, found);
  return found;
}

function find(code: string): Airport | undefined {
  const start = AIRPORTS.indexOf(`\n${code}|`);
  if (start < 0) return undefined;
  const line = AIRPORTS.slice(start + 1, AIRPORTS.indexOf('\n', start + 1));
  const [, country, latitude, longitude, zone, kind, name] = line.split('|') as string[];
  return {
    code,
    country: country as string,
    latitude: Number(latitude),
    longitude: Number(longitude),
    zone: zones[Number(zone)] as string,
    size: SIZES[kind?.[0] as keyof typeof SIZES],
    scheduledService: kind?.[1] === '1',
    name: name as string,
  };
}

const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine on the mean radius). */
export function distanceKm(from: Airport, to: Airport): number {
  const halfLatitude = Math.sin(radians(to.latitude - from.latitude) / 2);
  const halfLongitude = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord =
    halfLatitude ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord));
}
