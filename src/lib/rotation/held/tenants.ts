import { Secrets } from '../../aws/secrets.js';
import { readTenantSecret } from '../kinds/tenant-document.js';
import type { Target } from '../target.js';
import type { HeldKey } from './held-key.js';

const FOLDERS = { client: 'clients', edge: 'edge' } as const;

/** Values of the tenants' clients or edges, those that are switched off left out. */
export async function tenantKeys(target: Target, kind: 'client' | 'edge'): Promise<HeldKey[]> {
  const prefix = `${target.tenantPrefix}${FOLDERS[kind]}/`;
  const { tenants } = target.choices;
  const keys: HeldKey[] = [];
  for (const region of target.regions) {
    const secrets = new Secrets(region);
    for (const name of await secrets.names(prefix)) {
      const current = await secrets.read(name, { stage: 'AWSCURRENT' });
      if (!current) continue;
      const document = readTenantSecret(current.value, name);
      const { tenant } = document;
      if (!document.enabled || (tenants.length > 0 && !tenants.includes(tenant))) continue;
      const holder = name.slice(prefix.length);
      for (const { id = 'initial', state = 'current' } of document.secrets)
        keys.push({ kind, holder, tenant, region: region.name, keyId: id, state });
    }
  }
  return keys;
}
