import type { StackModel, StackResource } from '../../src/core/stack/model.js';

/**
 * What a Secrets Manager secret of the platform holds, told by its tag `arcube:holds`: the same mark leads key
 * rotation to it on AWS.
 */
const HOLDS_TAG = 'arcube:holds';

/** The kinds of secrets the platform's functions read. */
export type SecretKind = 'signing-keys' | 'verification-keys' | 'bundle-keys' | 'databases' | 'vendors';

/** Secret names of a stack by what they hold; a stack without the tags has none. */
export function platformSecretNames(stack: StackModel): Partial<Record<SecretKind, string>> {
  const names: Partial<Record<SecretKind, string>> = {};
  for (const secret of stack.secrets) {
    const resource = stack.resources.find(({ logicalId }) => logicalId === secret.logicalId);
    const kind = resource && holdsTag(resource);
    if (kind) names[kind] = secret.name;
  }
  return names;
}

/** True for the ancillary platform (or a variant of it): its stack keeps token signing keys. */
export function isAncillaryPlatform(stack: StackModel): boolean {
  return platformSecretNames(stack)['signing-keys'] !== undefined;
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
