import { Gateway } from '../../aws/gateway.js';
import { Secrets } from '../../aws/secrets.js';
import type { SigningKey } from '../kinds/signing-key.js';
import { readTenantSecret } from '../kinds/tenant-document.js';
import { parseDocument } from '../secret-edit.js';
import type { Target } from '../target.js';

/** Where a key that is to be revoked was found. */
export type FoundKey =
  | { kind: 'signing' }
  | { kind: 'client' | 'edge'; name: string; holder: string; regions: string[] }
  | { kind: 'api-key'; regions: string[] };

/** Looks for a key by its id: in the key sets, in clients' and edges' secrets, among the gateway's keys. */
export async function findKey(target: Target, key: string): Promise<FoundKey | undefined> {
  return (
    (await inKeySets(target, key)) ?? (await inTenantSecrets(target, key)) ?? (await inGateway(target, key))
  );
}

async function inKeySets(target: Target, key: string): Promise<FoundKey | undefined> {
  const name = target.secretNames['verification-keys'] ?? '';
  for (const region of target.regions) {
    const current = name === '' ? undefined : await new Secrets(region).read(name, { stage: 'AWSCURRENT' });
    const keys = current ? parseDocument<{ keys: SigningKey[] }>(current.value, name).keys : [];
    if (keys.some(({ kid }) => kid === key)) return { kind: 'signing' };
  }
  return undefined;
}

/** `client/ID:KEY` and `edge/TENANT:KEY`, since several secrets may have a value of one rotation's name. */
async function inTenantSecrets(target: Target, key: string): Promise<FoundKey | undefined> {
  const [, kind, holder = '', id] = /^(client|edge)\/([^:]+):(.+)$/.exec(key) ?? [];
  if (kind !== 'client' && kind !== 'edge') return undefined;
  const name = `${target.tenantPrefix}${kind === 'client' ? 'clients' : 'edge'}/${holder}`;
  const regions: string[] = [];
  for (const region of target.regions) {
    const current = await new Secrets(region).read(name, { stage: 'AWSCURRENT' });
    const values = current ? readTenantSecret(current.value, name).secrets : [];
    if (values.some((value) => (value.id ?? 'initial') === id)) regions.push(region.name);
  }
  return regions.length === 0 ? undefined : { kind, name, holder, regions };
}

async function inGateway(target: Target, key: string): Promise<FoundKey | undefined> {
  const regions: string[] = [];
  if (!/^[a-z0-9]{10}$/.test(key)) return undefined; // ids of API Gateway; asking costs a page of keys each region
  for (const region of target.regions)
    if ((await new Gateway(region).keys()).some(({ id }) => id === key)) regions.push(region.name);
  return regions.length === 0 ? undefined : { kind: 'api-key', regions };
}
