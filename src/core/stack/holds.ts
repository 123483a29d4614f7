import type { StackModel, StackResource } from './model.js';

/** Tag of a Secrets Manager secret that says what it holds; it leads seeding and key rotation to it. */
const HOLDS_TAG = 'arcube:holds';

/** What the platform's secrets hold. */
export type SecretKind =
  | 'signing-keys'
  | 'verification-keys'
  | 'bundle-keys'
  | 'databases'
  | 'database-admin'
  | 'vendors';

/** Secret names of a stack by what they hold; a stack without the tags has none. */
export function secretNamesByKind(stack: StackModel): Partial<Record<SecretKind, string>> {
  const names: Partial<Record<SecretKind, string>> = {};
  for (const secret of stack.secrets) {
    const resource = stack.resources.find(({ logicalId }) => logicalId === secret.logicalId);
    const kind = resource && holdsTag(resource);
    if (kind) names[kind] = secret.name;
  }
  return names;
}

/** What the names of tenants' secrets begin with: the functions are told by their environment. */
export function tenantSecretsPrefix(stack: StackModel): string {
  const told = stack.functions.map(({ environment }) => environment.TENANT_SECRETS_PREFIX);
  return told.find((prefix) => prefix !== undefined) ?? `${stack.stackName}/tenants/`;
}

function holdsTag(resource: StackResource): SecretKind | undefined {
  const tags = resource.properties.Tags;
  if (!Array.isArray(tags)) return undefined;
  for (const tag of tags as { Key?: unknown; Value?: unknown }[])
    if (tag.Key === HOLDS_TAG) return tag.Value as SecretKind;
  return undefined;
}
