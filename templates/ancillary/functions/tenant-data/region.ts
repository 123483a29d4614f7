import { homeDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import { Refusal } from './refusal.js';

/** The data region of a tenant. Throws a `Refusal` when there is none of this name. */
export async function tenantRegion(tenant: string): Promise<string> {
  const found = await (await collection(await homeDatabase(), 'tenants')).findOne({ _id: tenant });
  if (!found) throw new Refusal('UNKNOWN_TENANT', `There is no tenant ${tenant}.`);
  return found.dataRegion;
}
