import { hash } from 'node:crypto';
import type { TenantConfig } from './tenant.js';

const known = new WeakMap<TenantConfig, string>();

/** A hash of all that a tenant's file says but its id: two files that say the same have the same. */
export function tenantDigest(tenant: TenantConfig): string {
  const found = known.get(tenant);
  if (found !== undefined) return found;
  const { id: _id, ...settings } = tenant;
  const digest = hash('sha256', JSON.stringify(settings));
  known.set(tenant, digest);
  return digest;
}

/** Takes a digest for granted that was made of this very tenant before. */
export function rememberDigest(tenant: TenantConfig, digest: string): void {
  known.set(tenant, digest);
}
