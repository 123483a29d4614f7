import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { changeDevSecrets } from '../../core/config/dev-secrets.js';
import { userError } from '../../core/errors.js';
import type { DataFunction } from './data-function.js';
import { findOwnTenant, readTenants } from './folder.js';

/**
 * Removes a tenant's file and the development secrets that it alone refers to. Without `data` nobody knows its orders:
 * that is refused too where databases are kept, unless `force`. Throws TENANT_OPEN_ORDERS.
 */
export async function removeTenant(
  projectDir: string,
  id: string,
  { data, force }: { data: DataFunction | undefined; force: boolean },
): Promise<{ tenant: string; file: string; openOrders: number; secrets: string[] }> {
  const { file, tenant } = findOwnTenant(projectDir, id);
  const open = data
    ? await data.run<{ count: number; orders: string[] }>('openOrders', { tenant: id })
    : { count: 0, orders: [] };
  if (!force && open.count > 0)
    throw userError('TENANT_OPEN_ORDERS', {
      tenant: id,
      why: `${open.count} of its orders are not settled: ${open.orders.join(', ')}.`,
    });
  if (!force && !data && existsSync(join(projectDir, '.arcube', 'state', 'mongo')))
    throw userError('TENANT_OPEN_ORDERS', {
      tenant: id,
      why: 'No emulator runs, so nobody can tell whether orders are open.',
    });
  const others = readTenants(projectDir).tenants.filter((one) => one.tenant.id !== id);
  const shared = new Set(others.flatMap((one) => referencesOf(one.tenant)));
  const secrets = referencesOf(tenant).filter((name) => !shared.has(name));
  await rm(file);
  if (secrets.length > 0)
    await changeDevSecrets(projectDir, new Map(secrets.map((name) => [name, undefined])));
  return { tenant: id, file, openOrders: open.count, secrets };
}

function referencesOf({
  clients,
  edgeSecretRef,
}: {
  clients: { secretRef?: string }[];
  edgeSecretRef?: string;
}): string[] {
  return [edgeSecretRef, ...clients.map(({ secretRef }) => secretRef)].filter((name) => name !== undefined);
}
