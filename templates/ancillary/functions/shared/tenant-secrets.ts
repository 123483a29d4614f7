import { secret } from './secrets.js';
import type { Role } from './tokens/claims.js';

/** States of a key in which it is accepted, as key rotation's table has them. */
const ACCEPTED: readonly unknown[] = ['published', 'current', 'retiring', undefined];

/**
 * One of a secret's values. During a rotation there are several, in one document, so that no reader sees the change
 * half made.
 */
export interface SecretVersion {
  /** Names the value in metrics and to operators; values that were put in by hand have none. */
  id?: string;
  value: string;
  /** Left out where no rotation has been; stands for `current`. */
  state?: 'created' | 'published' | 'current' | 'retiring' | 'revoked';
  /** Epoch seconds. */
  notAfter?: number;
}

/** What Secrets Manager keeps of an OAuth client. */
export interface ClientSecret {
  tenant: string;
  region: string;
  role: Role;
  enabled: boolean;
  secrets: SecretVersion[];
}

/** Values that are valid now. */
export function liveSecrets(versions: SecretVersion[]): { id: string; value: string }[] {
  const now = Date.now() / 1000;
  return versions
    .filter(({ state, notAfter }) => ACCEPTED.includes(state) && (notAfter === undefined || now < notAfter))
    .map(({ id, value }) => ({ id: id ?? 'initial', value }));
}

/** The client with this id. Ids that cannot be a secret's name are not looked up. */
export async function clientSecret(clientId: string): Promise<ClientSecret | undefined> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{2,127}$/.test(clientId)) return undefined;
  return lookUp<ClientSecret>(`clients/${clientId}`);
}

/** What Secrets Manager keeps for a tenant's edge. */
export interface EdgeSecret {
  tenant: string;
  region: string;
  enabled: boolean;
  secrets: SecretVersion[];
}

/** The edge secret of a tenant. Ids that cannot be a tenant's are not looked up. */
export async function edgeSecret(tenant: string): Promise<EdgeSecret | undefined> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(tenant)) return undefined;
  return lookUp<EdgeSecret>(`edge/${tenant}`);
}

/**
 * What signs the deliveries to an endpoint that the tenant's file declares; both names are its. The current value first, then
 * what is valid beside it during a rotation; nothing when none is current.
 */
export async function webhookSecrets(tenant: string, webhook: string): Promise<string[]> {
  const found = await lookUp<{ secrets: SecretVersion[] }>(`webhooks/${tenant}/${webhook}`);
  const versions = found?.secrets ?? [];
  const current = versions.find(({ state = 'current' }) => state === 'current');
  if (!current) return [];
  return [...new Set([current.value, ...liveSecrets(versions).map(({ value }) => value)])];
}

/**
 * A secret that may not be there. Secrets Manager tells so only those who may read every secret: IAM is asked about a name
 * without the ARN that a policy could cover, and refuses. A role that lost its right to the secrets looks the same, so it is logged.
 */
async function lookUp<T extends object>(path: string): Promise<T | undefined> {
  const name = `${process.env.TENANT_SECRETS_PREFIX ?? ''}${path}`;
  try {
    return await secret<T>(name);
  } catch (error) {
    const { name: kind, message } = error as Error;
    if (kind !== 'AccessDeniedException') throw error;
    console.warn(JSON.stringify({ level: 'warn', secret: name, message }));
    return undefined;
  }
}
