import { between, variation } from './variation.js';
import { airportOf, isCountry } from './world.js';

/** A product as a vendor has it on its list. */
export interface Listed {
  /** US cents of one unit before the market moves it. */
  cents: number;
  /** How many it can sell in a day of the clock; left out where that is no question. */
  daily?: number;
}

/** What a vendor asks for a product; `undefined` for what it does not sell. Equal in every run. */
export type Tariff = (product: string) => Listed | undefined;

const DATA_CENTS: Record<string, number> = { 1: 290, 3: 620, 5: 890, 10: 1490 };
const DAY_CENTS = 6;
const VALIDITIES = ['7', '15', '30'];

/** Every country of ISO 3166-1; networks differ by country (0.8 to 1.6 times) and a little by vendor. */
function esims(vendor: string): Tariff {
  return (product) => {
    const [, country = '', size = '', days = ''] = /^([a-z]{2})-(\d+)gb-(\d+)d$/.exec(product) ?? [];
    const data = DATA_CENTS[size];
    if (data === undefined || !VALIDITIES.includes(days) || !isCountry(country)) return undefined;
    const factor =
      0.8 + 0.8 * variation(`network ${country}`) + 0.1 * variation(`${vendor} network ${country}`);
    return { cents: Math.round((data + DAY_CENTS * Number(days)) * factor) };
  };
}

/** Lounges at airports with some traffic, fast lanes at the large ones. */
function airportServices(vendor: string): Tariff {
  return (product) => {
    const [, kind = '', code = ''] = /^(lounge|fasttrack)-([a-z]{3})$/.exec(product) ?? [];
    const airport = airportOf(code);
    if (!airport || airport.size === 'small') return undefined;
    const place = `${vendor} ${kind} ${code}`;
    if (kind === 'lounge')
      return airport.size === 'large'
        ? { cents: between(2600, 3900, place), daily: 400 }
        : { cents: between(1900, 2600, place), daily: 120 };
    return airport.size === 'large' ? { cents: between(700, 1500, place), daily: 600 } : undefined;
  };
}

const LEVELS: Record<string, number> = { gold: 190, diamond: 290 };

/** Cover for a bag by flights, for a journey by days. */
const covers: Tariff = (product) => {
  const [, level = '', flights] = /^baggage-(gold|diamond)-(\d{1,2})f$/.exec(product) ?? [];
  if (flights !== undefined) return { cents: 310 + (LEVELS[level] as number) * Number(flights) };
  const [, zone, days] = /^travel-(worldwide|regional)-(\d{1,3})d$/.exec(product) ?? [];
  if (days === undefined) return undefined;
  return { cents: 450 + (zone === 'worldwide' ? 250 : 150) * Number(days) };
};

const RIDES: Record<string, { low: number; high: number; start: number; perKm: number }> = {
  sedan: { low: 2400, high: 5200, start: 900, perKm: 115 },
  van: { low: 3800, high: 7600, start: 1400, perKm: 165 },
  minibus: { low: 7000, high: 13_500, start: 2600, perKm: 260 },
};
const RIDES_A_DAY = 80;

/** Rides from any airport with flights by a timetable, and between addresses by the kilometre. */
const rides: Tariff = (product) => {
  const [, code = '', vehicle = ''] = /^transfer-([a-z]{3})-(sedan|van|minibus)$/.exec(product) ?? [];
  const ride = RIDES[vehicle];
  if (ride) {
    if (!hasTraffic(code)) return undefined;
    return { cents: between(ride.low, ride.high, `ride ${code}`), daily: RIDES_A_DAY };
  }
  const [, type = '', km, back] = /^ride-(sedan|van|minibus)-(\d{1,4})km(-return)?$/.exec(product) ?? [];
  const rate = RIDES[type];
  if (!rate) return undefined;
  return { cents: (rate.start + rate.perKm * Number(km)) * (back ? 2 : 1), daily: RIDES_A_DAY };
};

const CARS: Record<string, [low: number, high: number]> = {
  economy: [2100, 3900],
  compact: [2500, 4400],
  suv: [3600, 6400],
  van: [5200, 9400],
};
const CARS_A_DAY = 60;
const YOUNG_FACTOR = 1.3;
const ONE_WAY_CENTS = 9000;

/** Cars by the day at any airport with flights by a timetable, and at the vendor's own places. */
const cars: Tariff = (product) => {
  const found =
    /^car-(.+)-(economy|compact|suv|van)-(\d{1,3})d(-young)?(-oneway)?$/.exec(product) ?? undefined;
  if (!found) return undefined;
  const [, place = '', type = '', days, young, oneWay] = found;
  if (/^[a-z]{3}$/.test(place) && !hasTraffic(place)) return undefined;
  const [low, high] = CARS[type] as [number, number];
  const rent = between(low, high, `car ${place}`) * Number(days);
  return {
    cents: Math.round(rent * (young ? YOUNG_FACTOR : 1)) + (oneWay ? ONE_WAY_CENTS : 0),
    daily: CARS_A_DAY,
  };
};

const CENTS_A_TONNE = 1650;

/** Offsets by the kilogram. */
const offsets: Tariff = (product) => {
  const kilograms = /^carbon-(\d{1,7})kg$/.exec(product)?.[1];
  return kilograms === undefined
    ? undefined
    : { cents: Math.max(50, Math.round((Number(kilograms) * CENTS_A_TONNE) / 1000)) };
};

function hasTraffic(code: string): boolean {
  const airport = airportOf(code);
  return airport !== undefined && (airport.scheduled || airport.size !== 'small');
}

/** Every vendor's list. */
export const TARIFFS: Readonly<Record<string, Tariff>> = {
  airalo: esims('airalo'),
  tellisim: esims('tellisim'),
  'collinson-lounge': airportServices('collinson-lounge'),
  dragonpass: airportServices('dragonpass'),
  brb: covers,
  mozio: rides,
  carbonclick: offsets,
  discovercars: cars,
};
