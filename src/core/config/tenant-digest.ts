import { hash } from 'node:crypto';
import type { TenantConfig } from './tenant.js';

const known = new WeakMap<TenantConfig, string>();
/** The last value of each entry: tenants that are looked at one after the other often share theirs. */
const last = new Map<string, { value: unknown; json: string }>();

/** A hash of all that a tenant's file says but its id: two files that say the same have the same. */
export function tenantDigest(tenant: TenantConfig): string {
  const found = known.get(tenant);
  if (found !== undefined) return found;
  let json = '';
  for (const [name, value] of Object.entries(tenant))
    if (name !== 'id' && value !== undefined) json += `${json && ','}"${name}":${entryJson(name, value)}`;
  const digest = hash('sha256', `{${json}}`);
  known.set(tenant, digest);
  return digest;
}

/** Takes a digest for granted that was made of this very tenant before. */
export function rememberDigest(tenant: TenantConfig, digest: string): void {
  known.set(tenant, digest);
}

/** The value of a tenant's entry as JSON. */
export function entryJson(name: string, value: unknown): string {
  const before = last.get(name);
  if (before !== undefined && before.value === value) return before.json;
  const json = JSON.stringify(value);
  last.set(name, { value, json });
  return json;
}
