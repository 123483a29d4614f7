import type { Journey, Stay } from '../../trip/journey.js';
import type { Candidate } from '../types.js';
import { variation } from '../variation.js';

/** Validities on sale, in days, and the data plans that suit a stay that long, in GB. */
const PLANS = [
  { days: 7, sizes: [1, 3] },
  { days: 15, sizes: [3, 5] },
  { days: 30, sizes: [5, 10] },
] as const;

/** US cents for the data of a plan, before the country's factor. */
const DATA_COST: Record<number, number> = { 1: 290, 3: 620, 5: 890, 10: 1490 };
const DAY_COST = 6;

/** Two plans for each foreign country stayed in, valid for the whole stay. */
export function findEsims(journey: Journey): Candidate[] {
  const users = journey.passengers.filter(({ type }) => type !== 'INF').map(({ id }) => id);
  if (users.length === 0) return [];
  return countriesOf(journey).flatMap(([country, stays]) => plansFor(country, stays, users));
}

function countriesOf({ stays, home }: Journey): [string, Stay[]][] {
  const byCountry = new Map<string, Stay[]>();
  for (const stay of stays) {
    const { country } = stay.airport;
    if (country !== home) byCountry.set(country, [...(byCountry.get(country) ?? []), stay]);
  }
  return [...byCountry];
}

function plansFor(country: string, stays: Stay[], users: string[]): Candidate[] {
  const nights = stays.reduce((sum, stay) => sum + stay.nights, 0);
  // The day of arrival counts too. Longer stays than the longest plan are topped up by the traveller.
  const plan = PLANS.find(({ days }) => days >= nights + 1) ?? PLANS[2];
  return plan.sizes.map((size) => esim(country, size, plan.days, stays, users));
}

function esim(country: string, size: number, days: number, stays: Stay[], users: string[]): Candidate {
  const product = `${country.toLowerCase()}-${size}gb-${days}d`;
  const values = { country: { region: country }, size, days };
  return {
    product,
    category: 'ESIMS',
    quotes: [
      { vendor: 'airalo', cost: costOf('airalo', country, size, days) },
      { vendor: 'tellisim', cost: costOf('tellisim', country, size, days) },
    ],
    name: { key: 'esim.name', values },
    description: { key: 'esim.description', values },
    pointsOfInterest: [...new Set(stays.map(({ airport }) => airport.code))],
    passengerIds: users,
    metadata: {
      package_id: product,
      package_details: {
        title: { key: 'esim.title', values },
        data: `${size} GB`,
        days,
        country: { key: 'country', values },
        country_code: country,
      },
    },
  };
}

/** Networks differ in price by country (0.8 to 1.6 times) and a little by vendor. */
function costOf(vendor: string, country: string, size: number, days: number): number {
  const factor = 0.8 + 0.8 * variation(`network ${country}`) + 0.1 * variation(`${vendor} ${country}`);
  return Math.round(((DATA_COST[size] as number) + DAY_COST * days) * factor);
}
