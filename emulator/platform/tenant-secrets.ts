import { createHmac } from 'node:crypto';
import type { TenantConfig, TenantRole } from '../../src/core/config/tenant.js';
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
  /** What new values are derived from. */
  seed: Buffer;
}

/** Puts the secrets of a tenant's clients, edge and webhooks in place, keeping the values there are. */
export async function ensureTenantSecrets(
  tenant: TenantConfig,
  context: TenantSecretsContext,
): Promise<void> {
  const { secrets, prefix } = context;
  const { id, dataRegion: region, enabled } = tenant;
  const edge = await settled(`${prefix}edge/${id}`, tenant.edgeSecretRef, context);
  const writes = [write(secrets, `${prefix}edge/${id}`, { tenant: id, region, enabled, ...edge })];
  for (const client of tenant.clients) {
    const name = `${prefix}clients/${client.id}`;
    const held = await settled(name, client.secretRef, context);
    const { role } = client;
    const value = { tenant: id, region, role, enabled: enabled && client.enabled, ...held };
    writes.push(write(secrets, name, value));
  }
  for (const webhook of tenant.webhooks ?? []) {
    const name = `${prefix}webhooks/${id}/${webhook.id}`;
    writes.push(write(secrets, name, { tenant: id, ...(await settled(name, webhook.secretRef, context)) }));
  }
  await Promise.all(writes);
}

/** True when secrets of this tenant have been made. */
export function hasSecrets(
  { id, clients }: TenantConfig,
  { secrets, prefix }: TenantSecretsContext,
): boolean {
  return (
    secrets.has(`${prefix}edge/${id}`) ||
    clients.some((client) => secrets.has(`${prefix}clients/${client.id}`))
  );
}

/** A tenant's credentials, whether its secrets have been made yet or not: they are the same then. */
export function credentialsOf(
  tenant: TenantConfig,
  context: TenantSecretsContext,
): TenantCredentials | undefined {
  const { prefix } = context;
  const held = new Map(
    tenant.clients.map(({ id, secretRef }) => [id, versions(`${prefix}clients/${id}`, secretRef, context)]),
  );
  const shown =
    tenant.clients.find(({ role, enabled }) => role === 'api_client' && enabled) ?? tenant.clients[0];
  if (!shown) return undefined;
  const edge = versions(`${prefix}edge/${tenant.id}`, tenant.edgeSecretRef, context);
  return {
    tenant: tenant.id,
    region: tenant.dataRegion,
    clientId: shown.id,
    clientSecret: new Secret(newest(held.get(shown.id))),
    edgeSecret: new Secret(newest(edge)),
    clients: clientsOf(tenant, held),
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
    if (held) await write(secrets, name, { ...(JSON.parse(held.reveal()) as object), enabled: false });
  }
}

/** As `versions`; a secret that the file refers to is made when there is none. */
async function settled(
  name: string,
  reference: string | undefined,
  context: TenantSecretsContext,
): Promise<Versions> {
  const found = versions(name, reference, context);
  if (reference !== undefined && !context.secrets.has(reference))
    await context.secrets.put(reference, new Secret(newest(found)));
  return found;
}

/** The kept values of a secret; else the value of the secret the tenant's file refers to; else a new one. */
function versions(name: string, reference: string | undefined, context: TenantSecretsContext): Versions {
  const { secrets } = context;
  if (reference !== undefined)
    return { secrets: [{ value: secrets.get(reference)?.reveal() ?? newValue(reference, context) }] };
  const kept = secrets.get(name);
  if (kept) return { secrets: (JSON.parse(kept.reveal()) as Versions).secrets };
  return { secrets: [{ value: newValue(name, context) }] };
}

/** Of 256 bits, and the same again for the same name: it need not be kept before somebody asks for it. */
function newValue(name: string, { seed }: TenantSecretsContext): string {
  return createHmac('sha256', seed).update(name).digest('base64url');
}

function newest({ secrets }: Versions = { secrets: [] }): string {
  return (secrets.find(({ notAfter }) => notAfter === undefined) ?? secrets[0])?.value ?? '';
}

async function write(secrets: SecretsStore, name: string, value: object): Promise<void> {
  await secrets.put(name, new Secret(JSON.stringify(value)));
}
