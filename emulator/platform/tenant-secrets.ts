import type { TenantConfig, TenantRole } from '../../src/core/config/tenant.js';
import type { Ids } from '../../src/core/ids.js';
import { Secret } from '../../src/core/secret.js';
import type { SecretsStore } from './secrets-store.js';

/** Credentials of one tenant, as `SandboxCredentials` of the emulator's options. */
export interface TenantCredentials {
  tenant: string;
  region: string;
  clientId: string;
  clientSecret: Secret;
  edgeSecret: Secret;
  /** Every enabled client, those of role `api_client` first. */
  clients: { id: string; role: TenantRole; secret: Secret }[];
  /** Hosts of its booking site. */
  domains: string[];
}

interface Versions {
  secrets: { value: string; notAfter?: number }[];
}

/** Where and from what tenants' secrets are made. */
export interface TenantSecretsContext {
  secrets: SecretsStore;
  prefix: string;
  ids: Ids;
}

/**
 * Puts the secrets of a tenant's clients and of its edge in place, keeping the values there are. Returns the
 * credentials of its first API client.
 */
export async function ensureTenantSecrets(
  tenant: TenantConfig,
  context: TenantSecretsContext,
): Promise<TenantCredentials | undefined> {
  const { secrets, prefix } = context;
  const region = tenant.dataRegion;
  const edge = await versions(`${prefix}edge/${tenant.id}`, tenant.edgeSecretRef, context);
  const writes = [
    put(secrets, `${prefix}edge/${tenant.id}`, {
      tenant: tenant.id,
      region,
      enabled: tenant.enabled,
      ...edge,
    }),
  ];
  const byClient = new Map<string, Versions>();
  for (const client of tenant.clients) {
    const name = `${prefix}clients/${client.id}`;
    const held = await versions(name, client.secretRef, context);
    byClient.set(client.id, held);
    const enabled = tenant.enabled && client.enabled;
    writes.push(put(secrets, name, { tenant: tenant.id, region, role: client.role, enabled, ...held }));
  }
  await Promise.all(writes);
  const shown =
    tenant.clients.find(({ role, enabled }) => role === 'api_client' && enabled) ?? tenant.clients[0];
  if (!shown) return undefined;
  return {
    tenant: tenant.id,
    region,
    clientId: shown.id,
    clientSecret: new Secret(newest(byClient.get(shown.id))),
    edgeSecret: new Secret(newest(edge)),
    clients: clientsOf(tenant, byClient),
    domains: tenant.domains,
  };
}

function clientsOf(
  { clients }: TenantConfig,
  held: ReadonlyMap<string, Versions>,
): TenantCredentials['clients'] {
  const enabled = clients.filter((client) => client.enabled);
  const sorted = enabled.toSorted(
    (a, b) => Number(b.role === 'api_client') - Number(a.role === 'api_client'),
  );
  return sorted.map(({ id, role }) => ({ id, role, secret: new Secret(newest(held.get(id))) }));
}

/** Refuses from now on what `before` had and `now` has no more: clients that were taken out, or the whole tenant. */
export async function withdrawTenantSecrets(
  before: TenantConfig,
  now: TenantConfig | undefined,
  { secrets, prefix }: TenantSecretsContext,
): Promise<void> {
  const kept = new Set(now?.clients.map(({ id }) => id));
  const gone = before.clients.filter(({ id }) => !kept.has(id)).map(({ id }) => `${prefix}clients/${id}`);
  if (!now) gone.push(`${prefix}edge/${before.id}`);
  for (const name of gone) {
    const held = secrets.get(name);
    if (held) await put(secrets, name, { ...(JSON.parse(held.reveal()) as object), enabled: false });
  }
}

/** The kept values of a secret; else the value of the secret the tenant's file refers to; else a new one. */
async function versions(
  name: string,
  reference: string | undefined,
  context: TenantSecretsContext,
): Promise<Versions> {
  const { secrets, ids } = context;
  if (reference !== undefined) {
    const value = secrets.get(reference)?.reveal() ?? newValue(ids);
    if (!secrets.get(reference)) await secrets.put(reference, new Secret(value));
    return { secrets: [{ value }] };
  }
  const kept = secrets.get(name);
  if (kept) return { secrets: (JSON.parse(kept.reveal()) as Versions).secrets };
  return { secrets: [{ value: newValue(ids) }] };
}

function newValue(ids: Ids): string {
  return ids.bytes(32).toString('base64url');
}

function newest({ secrets }: Versions = { secrets: [] }): string {
  return (secrets.find(({ notAfter }) => notAfter === undefined) ?? secrets[0])?.value ?? '';
}

async function put(secrets: SecretsStore, name: string, value: object): Promise<void> {
  await secrets.put(name, new Secret(JSON.stringify(value)));
}
