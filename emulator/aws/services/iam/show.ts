import type { Dict } from '../../../../src/core/dict.js';
import { shownTrust } from './documents.js';
import type { StoredPolicy, StoredRole, StoredUser } from './stored.js';

/** Documents travel percent-encoded (RFC 3986). */
export function encoded(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `User` of an answer. */
export function showUser({ path, name, id, arn, createdAt, tags, boundary }: StoredUser): Dict {
  return {
    Path: path,
    UserName: name,
    UserId: id,
    Arn: arn,
    CreateDate: new Date(createdAt),
    ...boundaryOf(boundary),
    ...tagsOf(tags),
  };
}

/** `Role` of an answer. */
export function showRole(role: StoredRole): Dict {
  const { path, name, id, arn, createdAt, description, maxSession, tags, boundary } = role;
  return {
    Path: path,
    RoleName: name,
    RoleId: id,
    Arn: arn,
    CreateDate: new Date(createdAt),
    AssumeRolePolicyDocument: encoded(shownTrust(role.trust)),
    Description: description,
    MaxSessionDuration: maxSession,
    ...boundaryOf(boundary),
    ...tagsOf(tags),
  };
}

/** `Policy` of an answer. */
export function showPolicy(
  { name, id, arn, path, description, createdAt, updatedAt, defaultVersion, tags }: StoredPolicy,
  attachments: number,
): Dict {
  return {
    PolicyName: name,
    PolicyId: id,
    Arn: arn,
    Path: path,
    DefaultVersionId: defaultVersion,
    AttachmentCount: attachments,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    Description: description,
    CreateDate: new Date(createdAt),
    UpdateDate: new Date(updatedAt),
    ...tagsOf(tags),
  };
}

function boundaryOf(arn: string | undefined): Dict {
  return arn === undefined
    ? {}
    : { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn } };
}

function tagsOf(tags: Record<string, string>): Dict {
  const pairs = Object.entries(tags);
  return pairs.length === 0 ? {} : { Tags: pairs.map(([Key, Value]) => ({ Key, Value })) };
}
