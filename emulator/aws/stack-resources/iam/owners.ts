import { AwsError } from '../../../kernel/aws-error.js';
import type { ResourceProperties } from '../../../kernel/cloudformation.js';

/** What a policy is given to. */
export type Owner = 'Role' | 'User';

/** Who has a policy: `Roles` and `Users` of its properties. */
export function ownersOf(properties: ResourceProperties): [Owner, string][] {
  const named = (kind: Owner) =>
    ((properties[`${kind}s`] ?? []) as unknown[]).map((name): [Owner, string] => [kind, String(name)]);
  if (((properties.Groups ?? []) as unknown[]).length > 0)
    throw new AwsError('InvalidInput', 'This endpoint has no IAM groups.');
  return [...named('Role'), ...named('User')];
}
