import type { ResourceProperties } from '../../../kernel/cloudformation.js';
import { checkedDocument, checkedTrust } from '../../services/iam/documents.js';
import type { StoredRole } from '../../services/iam/stored.js';
import { json, text } from '../members.js';

interface InlinePolicy {
  PolicyName: string;
  PolicyDocument: unknown;
}

/** A role but for its name. */
export type RoleFields = Omit<StoredRole, 'name' | 'id' | 'arn' | 'createdAt'>;

/** What a template's role is, but for its name. Throws `MalformedPolicyDocument`. */
export function roleFields(properties: ResourceProperties, tags: Record<string, string>): RoleFields {
  const policies = (properties.Policies ?? []) as InlinePolicy[];
  const description = text(properties, 'Description');
  const boundary = text(properties, 'PermissionsBoundary');
  return {
    path: text(properties, 'Path') ?? '/',
    ...(description !== undefined && { description }),
    trust: checkedTrust(json(properties.AssumeRolePolicyDocument)),
    maxSession: Number(properties.MaxSessionDuration ?? 3600),
    inline: Object.fromEntries(
      policies.map((one) => [one.PolicyName, checkedDocument(json(one.PolicyDocument))]),
    ),
    attached: ((properties.ManagedPolicyArns ?? []) as unknown[]).map(String),
    ...(boundary !== undefined && { boundary }),
    tags,
  };
}
