import { secret } from '../shared/secrets.js';
import type { Role } from '../shared/tokens/claims.js';

/** A secret's value; during a rotation the old one stays valid until `notAfter` (epoch seconds). */
export interface SecretVersion {
  value: string;
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
export function liveSecrets(versions: SecretVersion[]): string[] {
  const now = Date.now() / 1000;
  return versions
    .filter(({ notAfter }) => notAfter === undefined || now < notAfter)
    .map(({ value }) => value);
}

/** The client with this id. Ids that cannot be a secret's name are not looked up. */
export async function clientSecret(clientId: string): Promise<ClientSecret | undefined> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{2,127}$/.test(clientId)) return undefined;
  return secret<ClientSecret>(`${process.env.TENANT_SECRETS_PREFIX ?? ''}clients/${clientId}`);
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
  return secret<EdgeSecret>(`${process.env.TENANT_SECRETS_PREFIX ?? ''}edge/${tenant}`);
}
