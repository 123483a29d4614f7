import { homeDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import type { TenantDocument } from '../shared/database/documents.js';
import { Refusal } from './refusal.js';

/** The data region of a tenant. Throws a `Refusal` when there is none of this name. */
export async function tenantRegion(tenant: string): Promise<string> {
  return (await find(tenant)).dataRegion;
}

/** As `tenantRegion`, of a tenant that is not being moved: what is removed then may be on its way elsewhere already. */
export async function settledRegion(tenant: string): Promise<string> {
  const { dataRegion, move } = await find(tenant);
  if (move) throw new Refusal('MOVE_UNDER_WAY', `${tenant} is being moved to ${move.to}.`);
  return dataRegion;
}

async function find(tenant: string): Promise<TenantDocument> {
  const found = await (await collection(await homeDatabase(), 'tenants')).findOne({ _id: tenant });
  if (!found) throw new Refusal('UNKNOWN_TENANT', `There is no tenant ${tenant}.`);
  return found;
}
