import type { DataFunction } from './data-function.js';

/** Documents of a tenant by region and collection. */
export type Holdings = Record<string, Record<string, number>>;

/** What a tenant has in every region. */
export async function holdingsOf(data: DataFunction, tenant: string): Promise<Holdings> {
  return (await data.run<{ regions: Holdings }>('holdings', { tenant })).regions;
}

/** `eu-central-1: 3 orders, 9 ledger`; undefined when there is nothing anywhere. */
export function summaryOf(holdings: Holdings): string | undefined {
  const regions = Object.entries(holdings)
    .filter(([, counts]) => Object.keys(counts).length > 0)
    .map(([region, counts]) => {
      const list = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
      return `${region}: ${list.join(', ')}`;
    });
  return regions.length > 0 ? regions.join('; ') : undefined;
}
