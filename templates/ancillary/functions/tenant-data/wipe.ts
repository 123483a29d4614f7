import { dataRegions, homeDatabase, regionDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import { shredKey } from '../shared/personal/keys.js';
import { HOLDING_NAMES, Holding, type HoldingOf } from './holdings.js';
import { Refusal } from './refusal.js';

/** How many documents of a tenant lie in which collection of which region, whether there is such a tenant or not. */
export async function holdings({ tenant }: { tenant: string }): Promise<object> {
  const regions: Record<string, Record<string, number>> = {};
  for (const { region } of await dataRegions()) {
    const counts: Record<string, number> = {};
    for (const name of HOLDING_NAMES) {
      const count = await (await Holding.of(await regionDatabase(region), tenant, name)).count();
      if (count > 0) counts[name] = count;
    }
    regions[region] = counts;
  }
  return { regions };
}

/** Removes everything that a tenant had in a collection of a region. The tenant must be gone: nobody writes meanwhile. */
export async function wipe({ tenant, region, collection: name }: HoldingOf): Promise<object> {
  await requireGone(tenant);
  return { removed: await (await Holding.of(await regionDatabase(region), tenant, name)).clear() };
}

/** Destroys the data key of a tenant that is gone, and forgets how often it has called. */
export async function wipeKey({ tenant, region }: { tenant: string; region: string }): Promise<object> {
  await requireGone(tenant);
  const windows = await collection(await homeDatabase(), 'rate_windows');
  await windows.deleteMany({ _id: { $gte: `${tenant}:`, $lt: `${tenant};` } }); // `;` follows `:`
  return { shredded: await shredKey(await regionDatabase(region), tenant) };
}

async function requireGone(tenant: string): Promise<void> {
  const found = await (await collection(await homeDatabase(), 'tenants')).findOne({ _id: tenant });
  if (found) throw new Refusal('TENANT_THERE', `The tenant ${tenant} is there: its data is in use.`);
}
