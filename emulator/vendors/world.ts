import { countries } from 'countries-list';
import { AIRPORTS } from './data/airports.js';

/** How much of an airport a vendor needs to know. */
export interface SandboxAirport {
  country: string;
  size: 'large' | 'medium' | 'small';
  /** Airlines fly here by a timetable. */
  scheduled: boolean;
}

const SIZES = { L: 'large', M: 'medium', S: 'small' } as const;
let known: Map<string, SandboxAirport> | undefined;

/** The airport of a code in either case; `undefined` when there is none. Read on first use. */
export function airportOf(code: string): SandboxAirport | undefined {
  known ??= read();
  return known.get(code.toUpperCase());
}

/** Every airport's code. */
export function airportCodes(): string[] {
  known ??= read();
  return [...known.keys()];
}

/** True for a country of ISO 3166-1, by its two letters in either case. */
export function isCountry(code: string): boolean {
  return Object.hasOwn(countries, code.toUpperCase());
}

/** A line has `country kind codes`: the codes of three letters each stand without a gap. */
function read(): Map<string, SandboxAirport> {
  const airports = new Map<string, SandboxAirport>();
  for (const line of AIRPORTS.trim().split('\n')) {
    const [country = '', kind = '', codes = ''] = line.split(' ');
    const airport = { country, size: SIZES[kind[0] as keyof typeof SIZES], scheduled: kind[1] === '1' };
    for (const code of codes.match(/.{3}/g) ?? []) airports.set(code, airport);
  }
  return airports;
}
