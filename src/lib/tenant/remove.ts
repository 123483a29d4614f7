import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { changeDevSecrets } from '../../core/config/dev-secrets.js';
import { secretReferencesOf } from '../../core/config/tenant.js';
import { userError } from '../../core/errors.js';
import type { DataFunction } from './data-function.js';
import { findOwnTenant, readTenants } from './folder.js';
import { type Holdings, holdingsOf, summaryOf } from './holdings.js';

/** What a tenant's removal took away. */
export interface Removal {
  tenant: string;
  file: string;
  openOrders: number;
  secrets: string[];
}

/**
 * What stands in the way of a removal is refused: data that is not to be erased, orders that are not settled unless
 * `force`, and, without `data`, that nobody can tell. Returns how many orders are open. Throws TENANT_HAS_DATA,
 * TENANT_OPEN_ORDERS.
 */
export async function requireRemovable(
  projectDir: string,
  tenant: string,
  { data, force, erase }: { data: DataFunction | undefined; force: boolean; erase: boolean },
): Promise<{ openOrders: number; holdings: Holdings }> {
  if (!data) {
    if (!force && existsSync(join(projectDir, '.arcube', 'state', 'mongo')))
      throw userError('TENANT_OPEN_ORDERS', {
        tenant,
        why: 'No emulator runs, so nobody can tell whether there is data of it. --force leaves that where it is.',
      });
    return { openOrders: 0, holdings: {} };
  }
  const open = await data.run<{ count: number; orders: string[] }>('openOrders', { tenant });
  if (!force && open.count > 0)
    throw userError('TENANT_OPEN_ORDERS', {
      tenant,
      why: `${open.count} of its orders are not settled: ${open.orders.join(', ')}.`,
    });
  const holdings = await holdingsOf(data, tenant);
  const what = summaryOf(holdings);
  if (!erase && what !== undefined) throw userError('TENANT_HAS_DATA', { tenant, what });
  return { openOrders: open.count, holdings };
}

/** Removes a tenant's file and the development secrets that it alone refers to. */
export async function removeTenant(
  projectDir: string,
  id: string,
): Promise<Pick<Removal, 'file' | 'secrets'>> {
  const { file, tenant } = findOwnTenant(projectDir, id);
  const others = readTenants(projectDir).tenants.filter((one) => one.tenant.id !== id);
  const shared = new Set(others.flatMap((one) => secretReferencesOf(one.tenant)));
  const secrets = secretReferencesOf(tenant).filter((name) => !shared.has(name));
  await rm(file);
  if (secrets.length > 0)
    await changeDevSecrets(projectDir, new Map(secrets.map((name) => [name, undefined])));
  return { file, secrets };
}
